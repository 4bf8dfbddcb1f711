enum OpenRPC {
    static let documentText: Swift.Result<[UInt8], any Error> = .success(Array("{}".utf8))
}
