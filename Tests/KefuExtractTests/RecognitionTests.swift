import Foundation
import KefuImport
import KefuPages
import Support
import Testing

@testable import KefuExtract

@Suite(.enabled(if: Installed.tesseract, "tesseract is not installed: nothing is recognised here"))
struct RecognitionTests {
    static func scan() throws -> Data {
        try Data(
            contentsOf: URL(
                fileURLWithPath: Repository.path("Tests/KefuExtractTests/Pictures/scan.png")))
    }

    @Test func readsChineseAndEnglishOffAPicture() throws {
        let found = try ConfinedReader(Self.scan(), ending: "png")
        let text = found.lines.joined(separator: "\n")
        #expect(found.events.first == .format("image"))
        #expect(text.contains("安装前请先断开总电源，并确认接地良好。"))
        #expect(text.contains("Do not open the cabinet while charging"))
        #expect(text.contains("E103"))
        #expect(found.lines.first?.hasPrefix("# 充电桩") == true)
    }

    @Test(.enabled(if: Installed.poppler, "libpoppler-glib.so.8 is not installed"))
    func readsPagesThatArePictures() throws {
        var text = PDFWriter.Page()
        text.text("This page has text of its own.", x: 70, y: 60)
        var picture = PDFWriter.Page()
        picture.picture(png: try Self.scan())
        let found = try ConfinedReader(PDFWriter([text, picture]).data, ending: "pdf")
        #expect(found.lines.first == "This page has text of its own. [1]")
        #expect(found.lines.contains { $0.contains("质保期为三年") && $0.hasSuffix("[2]") })
        let without = try ConfinedReader(
            PDFWriter([text, picture]).data, ending: "pdf",
            environment: ["KEFU_TESSERACT": "libnowhere.so.5"])
        #expect(without.lines == ["This page has text of its own. [1]"])
        #expect(without.notes.map(\.place) == ["page 2"])
        #expect(without.notes.first?.hint.en.contains("apt install tesseract-ocr") == true)
    }
}

@Suite struct PictureTests {
    @Test func saysWhatToInstallWhereTheLibraryIsMissing() throws {
        let found = try ConfinedReader(
            RecognitionTests.scan(), ending: "png",
            environment: ["KEFU_TESSERACT": "libnowhere.so.5"])
        #expect(
            found.failure?.why.en == "libnowhere.so.5, which reads such files, is not installed")
        #expect(
            found.failure?.hint.en.contains("apt install tesseract-ocr tesseract-ocr-chi-sim")
                == true)
    }

    @Test func dropsUnclearLinesAndCountsThem() throws {
        func word(_ text: String, line: Int, confidence: Double) -> RecognisedWord {
            let top = 50.0 + 60 * Double(line)
            return RecognisedWord(
                text: text, box: Box(left: 40, top: top, right: 400, bottom: top + 40),
                confidence: confidence, line: line)
        }
        let page = RecognisedPage(
            [
                word("清楚的一行", line: 0, confidence: 91), word("模糊的一行", line: 1, confidence: 31),
                word("一", line: 2, confidence: 10), word("——", line: 3, confidence: 95),
            ], page: 3, width: 800, height: 600, isLate: false)
        #expect(page.text.fragments.map(\.text) == ["清楚的一行"])
        #expect(page.unclear == 1)
        var notes: [String] = []
        try page.tell(place: "page 3") { event in
            if case .note(let note) = event { notes.append("\(note.place): \(note.why.en)") }
        }
        #expect(
            notes == ["page 3: a line was too unclear to be recognised and was left out"])
    }

    @Test func pagesThatFollowEachOtherAreOneNote() {
        #expect(
            PageRange.runs(of: [1, 2, 3, 7, 9, 10]).map(\.place) == [
                "pages 1-3", "page 7", "pages 9-10",
            ])
        #expect(PageRange.runs(of: []).isEmpty)
    }

    @Test(.enabled(if: Installed.tesseract, "tesseract is not installed"))
    func damagedPicturesEndInWords() throws {
        let scan = try RecognitionTests.scan()
        for part in [8, 30, 200] {
            let found = try ConfinedReader(scan.prefix(part), ending: "png")
            #expect(found.failure?.what.en == "the image file could not be read", "\(part)")
        }
        // A header that promises more pixels than anybody has memory for.
        var bomb = scan
        bomb.replaceSubrange(16..<24, with: [0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF])
        let found = try ConfinedReader(bomb, ending: "png")
        #expect(found.failure?.isLimit == true)
    }
}
