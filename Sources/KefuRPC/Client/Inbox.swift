import KefuDomain

/// What came from the daemon and was not picked up yet.
struct Inbox: ~Copyable {
    private var framer = LineFramer(maxLength: Int.max)
    private var answers: [String: Result<[UInt8], RemoteError>] = [:]
    private var notifications: [IncomingNotification] = []
    /// A failure that concerns the connection, not one request.
    private var failure: (any Error)?

    /// Whether there is something for a caller who waits for notifications or for one answer.
    func hasNews(forRequest id: Int?) -> Bool {
        failure != nil || !notifications.isEmpty || id.map { answers[String($0)] != nil } ?? false
    }

    mutating func takeNotification() -> IncomingNotification? {
        notifications.isEmpty ? nil : notifications.removeFirst()
    }

    /// - Throws: what broke the connection.
    func checkConnected() throws {
        if let failure { throw failure }
    }

    /// The answer to a request; `nil` until it came.
    /// - Throws: what broke the connection, once no answer can come any more.
    mutating func takeAnswer(to id: Int) throws -> Result<[UInt8], RemoteError>? {
        if let answer = answers.removeValue(forKey: String(id)) { return answer }
        if let failure { throw failure }
        return nil
    }

    /// All answers that came, in the order of their requests.
    mutating func takeAnswers() -> [(id: Int, answer: Result<[UInt8], RemoteError>)] {
        defer { answers = [:] }
        return answers.compactMap { text, answer in Int(text).map { ($0, answer) } }
            .sorted { $0.0 < $1.0 }
    }

    mutating func fail(_ error: any Error) {
        if failure == nil { failure = error }
    }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        framer.append(bytes)
        while case .line(let line)? = framer.next() {
            switch Incoming(line) {
            case .notification(let note): notifications.append(note)
            case .result(let id, let json): answers[id.text] = .success(json)
            case .failure(let id, let json): take(failure: json, of: id)
            case nil: fail(KefuError.daemonSpeaksOtherwise)
            }
        }
    }

    private mutating func take(failure json: [UInt8], of id: RequestID) {
        guard let object = try? JSONCoding.decode(ErrorObject.self, from: json) else {
            return fail(KefuError.daemonSpeaksOtherwise)
        }
        let error = RemoteError(object, json: String(decoding: json, as: UTF8.self))
        if id == .null {
            fail(error)
        } else {
            answers[id.text] = .failure(error)
        }
    }
}
