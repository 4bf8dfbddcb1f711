import Foundation
import Glibc
import KefuDomain
import Support
import Testing

@testable import KefuClient

func delivery(_ id: String, lane: String = "wx_1", channel: String = "wechat") -> Delivery {
    Delivery(
        method: "message.receive", params: #"{"message_id":"\#(id)"}"#, lane: lane,
        labels: Delivery.Labels(channel: channel, messageID: id), weight: 1)
}

@Suite struct MessageQueueTests {
    private let directory: TemporaryDirectory
    private let folder: QueueFolder

    init() throws {
        directory = try TemporaryDirectory()
        folder = QueueFolder(path: directory.file("a/b/queue"))
    }

    private func size() throws -> Int {
        try FileManager.default.attributesOfItem(atPath: folder.log)[.size] as? Int ?? 0
    }

    @Test func keepsItsOrderFromOneProcessToTheNext() throws {
        do {
            let queue = try MessageQueue(folder)
            for id in ["m1", "m2", "m3"] {
                #expect(try queue.add(delivery(id), as: queue.takeNumber()))
            }
            try queue.remove(2)
        }
        let queue = try MessageQueue(folder)
        #expect(queue.order.map(\.number) == [1, 3])
        #expect(try queue.delivery(3) == delivery("m3"))
        #expect(try queue.delivery(2) == nil)
        #expect(queue.takeNumber() == 4)
        #expect(queue.contains(delivery("m1")))
        #expect(!queue.contains(delivery("m2")))
    }

    @Test func theSameMessageWaitsOnce() throws {
        let queue = try MessageQueue(folder)
        #expect(try queue.add(delivery("m1"), as: 1))
        #expect(try !queue.add(delivery("m1", lane: "elsewhere"), as: 2))
        #expect(try queue.add(delivery("m1", channel: "phone"), as: 3))
        #expect(queue.count == 2)
        try queue.remove(1)
        #expect(try queue.add(delivery("m1"), as: 4))
    }

    @Test func whatWasAnsweredLeavesNoTraceOnTheDisk() throws {
        let queue = try MessageQueue(folder)
        for number in 1...50 { _ = try queue.add(delivery("m\(number)"), as: number) }
        let full = try size()
        for number in 1...50 { try queue.remove(number) }
        #expect(try size() == SealedLog.headerBytes)
        #expect(full > 50 * 100)
        #expect(queue.isEmpty)
    }

    @Test func aLongQueueIsWrittenAnewOnTheWay() throws {
        let queue = try MessageQueue(folder)
        let long = String(repeating: "长", count: 20_000)
        for number in 1...40 { _ = try queue.add(delivery("m\(number)\(long)"), as: number) }
        let full = try size()
        for number in 1...39 { try queue.remove(number) }
        #expect(try size() < full / 2)
        #expect(try queue.delivery(40) == delivery("m40\(long)"))
        _ = try queue.add(delivery("last"), as: 41)
        #expect(try queue.delivery(41) == delivery("last"))
    }

    @Test func aTornQueueKeepsAllButTheLast() throws {
        do {
            let queue = try MessageQueue(folder)
            for number in 1...3 { _ = try queue.add(delivery("m\(number)"), as: number) }
        }
        let whole = try Data(contentsOf: URL(fileURLWithPath: folder.log))
        for cut in 1..<40 {
            try whole.dropLast(cut).write(to: URL(fileURLWithPath: folder.log))
            let queue = try MessageQueue(folder)
            #expect(queue.order.map(\.number) == [1, 2], "\(cut) bytes are missing")
            #expect(queue.damagedBytes == 0)
        }
    }

    @Test func damageInTheMiddleIsToldAndMended() throws {
        do {
            let queue = try MessageQueue(folder)
            for number in 1...3 { _ = try queue.add(delivery("m\(number)"), as: number) }
        }
        var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.log))
        bytes[SealedLog.headerBytes + 60] ^= 1
        try bytes.write(to: URL(fileURLWithPath: folder.log))
        do {
            let queue = try MessageQueue(folder)
            #expect(queue.order.map(\.number) == [2, 3])
            #expect(queue.damagedBytes > 100)
        }
        #expect(try MessageQueue(folder).damagedBytes == 0)
    }

    @Test func oneProcessHasIt() throws {
        let queue = try MessageQueue(folder)
        let error = #expect(throws: KefuError.self) { try MessageQueue(folder) }
        #expect(error?.code == .locked)
        #expect(error?.why == .queueTakenWhy(Int(getpid())))
        #expect(queue.isEmpty)
    }

    @Test func aMissingKeyIsNotReplaced() throws {
        do { _ = try MessageQueue(folder).add(delivery("m1"), as: 1) }
        let key = try Data(contentsOf: URL(fileURLWithPath: folder.key))
        #expect(key.count == 32)
        unlink(folder.key)
        #expect(throws: KefuError.self) { try MessageQueue(folder) }
        #expect(access(folder.key, F_OK) != 0)
        try key.write(to: URL(fileURLWithPath: folder.key))
        chmod(folder.key, 0o644)
        let open = #expect(throws: KefuError.self) { try MessageQueue(folder) }
        #expect(open?.why == .queueKeyOpenWhy)
        chmod(folder.key, 0o600)
        #expect(try MessageQueue(folder).count == 1)
        try Data(repeating: 1, count: 31).write(to: URL(fileURLWithPath: folder.key))
        #expect(throws: KefuError.self) { try MessageQueue(folder) }
    }

    @Test func aFolderThatOthersMayWriteToIsRefused() throws {
        do { _ = try MessageQueue(folder) }
        chmod(folder.path, 0o777)
        let error = #expect(throws: KefuError.self) { try MessageQueue(folder) }
        #expect(error?.code == .unreadable)
    }
}
