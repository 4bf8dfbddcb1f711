import KefuDomain
import Testing

@testable import KefuStore

@Suite struct TombstoneTests {
    @Test func anErasedIdentityIsKnownByChannelAndPeerTogether() throws {
        try withStore { store in
            try store.write { base in
                #expect(try base.erasure(ofChannel: "wechat", peer: "wx1") == nil)
                try base.bury(channel: "wechat", peer: "wx1", at: moment(5))
                try base.bury(channel: "wechat", peer: "wx1", at: moment(9))
                try base.bury(channel: "wechat", peer: "wx1", at: moment(7))
                #expect(try base.erasure(ofChannel: "wechat", peer: "wx1") == moment(9))
                #expect(try base.erasure(ofChannel: "wechatw", peer: "x1") == nil)
                #expect(try base.erasure(ofChannel: "phone", peer: "wx1") == nil)
                let kept = try base.all("SELECT hash FROM tombstone") { $0.bytes(0) }
                #expect(kept.map(\.count) == [32])
            }
        }
    }

    @Test func aBaseObeysTheTombstonesOfTheOneBeforeIt() throws {
        let (first, second) = (try Scratch(), try Scratch())
        let (old, new) = (try first.open(), try second.open())
        try old.write { try $0.bury(channel: "wechat", peer: "wx1", at: moment(5)) }
        try new.write { try $0.bury(channel: "wechat", peer: "wx2", at: moment(3)) }
        let known = try old.read { try $0.tombstones() }
        try new.write { base in
            try base.adopt(known)
            try base.adopt(known)
            #expect(try base.erasure(ofChannel: "wechat", peer: "wx1") == moment(5))
            #expect(try base.erasure(ofChannel: "wechat", peer: "wx2") == moment(3))
            try base.bury(channel: "wechat", peer: "wx2", at: moment(8))
            #expect(try base.erasure(ofChannel: "wechat", peer: "wx2") == moment(8))
        }
    }
}
