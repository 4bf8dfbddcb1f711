import CXML
import KefuDomain

/// Takes the elements of an XML document in their order. Names come without their prefix: the
/// vocabularies that are read here share no names that matter.
protocol XMLListener: AnyObject {
    func open(_ name: String, _ attributes: XMLAttributes) throws
    func close(_ name: String) throws
    /// A piece of text between two tags; one text may come in several pieces.
    func text(_ text: String) throws
}

/// The attributes of an element, valid while it is opened.
struct XMLAttributes {
    /// Five pointers an attribute: name, prefix, namespace, the value's start and end.
    fileprivate let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    fileprivate let count: Int

    /// The value of an attribute, whatever its prefix.
    subscript(name: StaticString) -> String? {
        guard let pointers else { return nil }
        for index in 0..<count {
            let fields = pointers + index * 5
            guard let found = fields[0], let start = fields[3], let end = fields[4],
                xmlStrEqual(found, name.utf8Start) != 0
            else { continue }
            return String(
                decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
        }
        return nil
    }

    /// Whether the attribute is there and switched on, as Office writes it.
    func isOn(_ name: StaticString) -> Bool {
        self[name].map { !["0", "false", "off", "none"].contains($0) } ?? false
    }
}

/// Parses XML as it comes. It knows no document types, no entities but the five of XML itself, no
/// other files, and bounds nesting.
final class XMLStream {
    private let listener: any XMLListener
    private let label: String
    private var parser: xmlParserCtxtPtr?
    private var handler = xmlSAXHandler()
    private var depth = 0
    private var failure: (any Error)?

    /// Below libxml2's own limit, whose message says less.
    static let maxDepth = 200

    /// - Parameter label: what the file is called in messages.
    init(_ listener: any XMLListener, label: String) throws {
        self.listener = listener
        self.label = label
        prepareHandler()
        let own = Unmanaged.passUnretained(self).toOpaque()
        parser = xmlCreatePushParserCtxt(&handler, own, nil, 0, nil)
        guard let parser else { throw KefuError.noMemory(label) }
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        xmlCtxtUseOptions(parser, Int32(options))
    }

    deinit {
        guard let parser else { return }
        if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
        xmlFreeParserCtxt(parser)
    }

    /// Parses a part of an archive.
    /// - Returns: whether there is such a part.
    @discardableResult
    static func parse(
        _ name: String, of archive: ZipArchive, _ listener: any XMLListener
    ) throws -> Bool {
        let stream = try XMLStream(listener, label: archive.label)
        let exists = try archive.unpack(name) { try stream.feed($0) }
        if exists { try stream.finish() }
        return exists
    }

    func feed(_ piece: UnsafeBufferPointer<UInt8>) throws {
        let status = piece.withMemoryRebound(to: CChar.self) { bytes in
            xmlParseChunk(parser, bytes.baseAddress, Int32(bytes.count), 0)
        }
        try check(status)
    }

    func finish() throws {
        try check(xmlParseChunk(parser, nil, 0, 1))
    }

    private func check(_ status: Int32) throws {
        if let failure { throw failure }
        if status == Int32(XML_ERR_OK.rawValue) { return }
        // A namespace that is not declared harms nobody.
        if let parser, parser.pointee.wellFormed == 1 { return }
        if status == Int32(XML_ERR_NO_MEMORY.rawValue) { throw KefuError.noMemory(label) }
        throw KefuError.broken(label)
    }

    /// Runs what a callback does; the first failure ends the parsing.
    fileprivate func attempt(_ body: () throws -> Void) {
        guard failure == nil else { return }
        do {
            try body()
        } catch {
            failure = error
            xmlStopParser(parser)
        }
    }

    fileprivate func opened(_ name: String, _ attributes: XMLAttributes) throws {
        depth += 1
        guard depth <= Self.maxDepth else { throw KefuError.broken(label, .extractionNested) }
        try listener.open(name, attributes)
    }

    fileprivate func closed(_ name: String) throws {
        depth -= 1
        try listener.close(name)
    }

    private func prepareHandler() {
        handler.initialized = kxml_sax2
        handler.startElementNs = { context, name, _, _, _, _, count, _, attributes in
            guard let stream = XMLStream.at(context), let name else { return }
            let list = XMLAttributes(pointers: attributes, count: Int(count))
            stream.attempt { try stream.opened(String(cString: name), list) }
        }
        handler.endElementNs = { context, name, _, _ in
            guard let stream = XMLStream.at(context), let name else { return }
            stream.attempt { try stream.closed(String(cString: name)) }
        }
        handler.characters = { context, bytes, count in
            guard let stream = XMLStream.at(context), let bytes else { return }
            let text = String(
                decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
            stream.attempt { try stream.listener.text(text) }
        }
        handler.cdataBlock = handler.characters
        handler.ignorableWhitespace = handler.characters
        handler.internalSubset = { context, _, _, _ in
            guard let stream = XMLStream.at(context) else { return }
            stream.attempt { throw KefuError.broken(stream.label, .extractionEntities) }
        }
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> XMLStream? {
        context.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
    }
}
