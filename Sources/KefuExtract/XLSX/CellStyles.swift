/// The number formats of a workbook's cells.
final class CellStyles: XMLListener {
    /// Whether dates count from 1904.
    let is1904: Bool

    private var codes: [Int: String] = [:]
    private var formats: [Int: NumberFormat] = [:]
    /// The format id of each cell style.
    private var ids: [Int] = []
    private var isInCells = false

    private static let maxStyles = 100_000

    init(is1904: Bool) {
        self.is1904 = is1904
    }

    func open(_ name: String, _ attributes: XMLAttributes) throws {
        switch name {
        case "numFmt":
            if let id = attributes["numFmtId"].flatMap({ Int($0) }),
                let code = attributes["formatCode"]
            {
                codes[id] = code
            }
        case "cellXfs": isInCells = true
        case "xf":
            guard isInCells, ids.count < Self.maxStyles else { return }
            ids.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
        default: break
        }
    }

    func close(_ name: String) throws {
        if name == "cellXfs" { isInCells = false }
    }

    func text(_ text: String) throws {}

    /// A number as a cell of a style shows it.
    func text(of value: Double, style: Int?) -> String {
        let id = style.flatMap { ids.indices.contains($0) ? ids[$0] : nil } ?? 0
        if id == 0 { return NumberFormat.general.text(of: value, is1904: is1904) }
        let format = formats[id] ?? NumberFormat(codes[id] ?? NumberFormat.builtIn(id) ?? "General")
        formats[id] = format
        return format.text(of: value, is1904: is1904)
    }
}
