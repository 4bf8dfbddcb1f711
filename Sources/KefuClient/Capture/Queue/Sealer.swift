import CCrypto

/// Encrypts and vouches for small pieces of data: AES-256-GCM, a random nonce for each.
struct Sealer {
    private let key: [UInt8]

    static let keyBytes = Int(kcrypto_key.rawValue)
    /// What a sealed piece is longer than its content: the nonce before it, the tag after it.
    static let overhead = nonceBytes + tagBytes
    private static let nonceBytes = Int(kcrypto_nonce.rawValue)
    private static let tagBytes = Int(kcrypto_tag.rawValue)

    /// - Parameter key: `keyBytes` bytes that nobody can guess.
    init(key: [UInt8]) {
        precondition(key.count == Self.keyBytes)
        self.key = key
    }

    /// Bytes that nobody can guess.
    static func random(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        // Without them no key is one; libcrypto fails here only where the system has none either.
        precondition(kcrypto_random(&bytes, count) == 0, "the system gives no random bytes")
        return bytes
    }

    /// - Parameter bound: is not part of the result, and must be the same when it is opened.
    func seal(_ content: [UInt8], bound: [UInt8]) -> [UInt8] {
        let nonce = Self.random(Self.nonceBytes)
        var sealed = [UInt8](repeating: 0, count: content.count)
        var tag = [UInt8](repeating: 0, count: Self.tagBytes)
        let status = kcrypto_seal(
            key, nonce, bound, bound.count, content, content.count, &sealed, &tag)
        precondition(status == 0, "AES-256-GCM failed")
        return nonce + sealed + tag
    }

    /// The content; `nil` when it is not what was sealed with this key and these bound bytes.
    func open(_ piece: ArraySlice<UInt8>, bound: [UInt8]) -> [UInt8]? {
        guard piece.count >= Self.overhead else { return nil }
        let nonce = Array(piece.prefix(Self.nonceBytes))
        let tag = Array(piece.suffix(Self.tagBytes))
        let sealed = Array(piece.dropFirst(Self.nonceBytes).dropLast(Self.tagBytes))
        var content = [UInt8](repeating: 0, count: sealed.count)
        let status = kcrypto_open(
            key, nonce, bound, bound.count, sealed, sealed.count, tag, &content)
        return status == 0 ? content : nil
    }
}
