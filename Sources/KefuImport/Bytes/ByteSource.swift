/// Where the bytes of a file come from, piece by piece, so that a large one is never held whole.
///
/// It belongs to one thread. A source does not throw while it is read: what it could not give comes
/// as NULs, and whoever reads asks for `failure` before believing the result.
public protocol ByteSource: AnyObject {
    var count: Int { get }
    /// Why bytes could not be read; `nil` as long as all could.
    var failure: (any Error)? { get }
    /// Fills a buffer with the bytes from an offset on; there are that many.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer)
}
