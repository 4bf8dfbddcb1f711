import KefuRPC

extension Routes {
    static let hub: [Route<Desk>] = [
        Route(ListUnknownPool.self) { params, desk, _ in try desk.unknownPool(params) },
        Route(ListToday.self) { params, desk, _ in try desk.today(params) },
        Route(ListBlocked.self) { params, desk, _ in try desk.blocked(params) },
        Route(HubStatistics.self) { _, desk, _ in try desk.hubStatistics() },
        Route(HubMetrics.self) { params, desk, _ in try desk.metrics(params) },
        Route(RecalculateHub.self) { params, desk, _ in try desk.recalculate(params) },
        Route(GetThread.self) { params, desk, _ in try desk.thread(params) },
        Route(RecalculateThread.self) { params, desk, _ in try desk.recalculate(params) },
        Route(SnoozeThread.self) { params, desk, _ in try desk.snooze(params) },
        Route(ResolveThread.self) { params, desk, _ in try desk.resolve(params) },
        Route(WaitThread.self) { params, desk, _ in try desk.wait(params) },
        Route(RateThread.self) { params, desk, _ in try desk.rate(params) },
        Route(ReleaseThread.self) { params, desk, _ in try desk.release(params) },
        Route(TriggerThread.self) { params, desk, _ in try desk.trigger(params) },
        Route(UseTrigger.self) { params, desk, _ in try desk.useTrigger(params) },
        Route(GetContact.self) { params, desk, _ in try desk.contact(params) },
        Route(SetContact.self) { params, desk, _ in try desk.setContact(params) },
        Route(PromoteContact.self) { params, desk, _ in try desk.promote(params) },
        Route(BlockContact.self) { params, desk, _ in try desk.block(params) },
        Route(UnblockContact.self) { params, desk, _ in try desk.unblock(params) },
        Route(IgnoreContact.self) { params, desk, _ in try desk.ignore(params) },
        Route(EraseContact.self) { params, desk, _ in try desk.erase(params) },
    ]
}
