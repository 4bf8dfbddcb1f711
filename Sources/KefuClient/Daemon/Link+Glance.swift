import KefuDomain
import KefuRPC

/// Asking for what is good to have and nobody waits for.
extension Link {
    /// A request whose answer may still be under way.
    struct Glance<M: Method> {
        fileprivate var pending: (connection: Connection, request: Connection.Pending<M>)?
    }

    /// Asks, and takes the answer if it comes within a limit; one that comes later is there the
    /// next time. Nothing is started, and nothing fails.
    func take<M: Method>(
        _ glance: inout Glance<M>, _ params: M.Params, within limit: Duration
    ) -> M.Result? {
        guard let connection = current else { return nil }
        var late: M.Result?
        if let pending = glance.pending, pending.connection === connection {
            late = finish(&glance, within: .milliseconds(1))
            // Who still owes an answer is not asked again.
            if glance.pending != nil { return nil }
        }
        guard let request = try? connection.start(M.self, params) else { return late }
        glance.pending = (connection, request)
        return finish(&glance, within: limit) ?? late
    }

    private func finish<M: Method>(_ glance: inout Glance<M>, within limit: Duration) -> M.Result? {
        guard let pending = glance.pending else { return nil }
        do {
            let result = try pending.connection.finish(pending.request, timeout: limit)
            glance.pending = nil
            return result
        } catch let error as KefuError where error.code == .busy {
            return nil
        } catch {
            glance.pending = nil
            if (error as? KefuError)?.code == .noDaemon { letGo(of: pending.connection) }
            return nil
        }
    }
}
