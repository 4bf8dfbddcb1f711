import Support
import Testing

@Test func aConfinedReaderCanDoNothingButRead() throws {
    let outcome = try Programs.run("kefu-extract", ["--probe"])
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 9)
    for line in lines { #expect(line.contains("refused"), "\(line)") }
}
