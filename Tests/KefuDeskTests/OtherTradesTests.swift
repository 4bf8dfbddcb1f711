import KefuRPC
import Support
import Testing

/// Follow-up questions in trades that no list of the program has a word for, against the real daemon.
@Suite struct OtherTradesTests {
    private static let bakery = [
        ("6寸生日蛋糕多少钱", "6寸生日蛋糕 128 元。"), ("8寸生日蛋糕多少钱", "8寸生日蛋糕 188 元。"),
        ("10寸生日蛋糕多少钱", "10寸生日蛋糕 268 元。"), ("吐司面包多少钱", "吐司面包 18 元一条。"),
        ("可颂多少钱", "可颂 9 元一个。"), ("生日蛋糕的保质期多久", "生日蛋糕冷藏三天内吃完。"),
        ("吐司面包的保质期多久", "吐司面包常温两天。"), ("蛋糕能送货上门吗", "市区满 100 元免费送。"),
        ("可以开发票吗", "可以，下单时备注抬头。"), ("门店几点关门", "每天 21:30 关门。"),
    ]
    private static let school = [
        ("少儿英语班学费多少", "少儿英语班一学期 3600 元。"), ("成人英语班学费多少", "成人英语班一期 4800 元。"),
        ("日语班学费多少", "日语班一期 4200 元。"), ("少儿英语班几个人一个班", "少儿英语班不超过 8 人。"),
        ("日语班几个人一个班", "日语班不超过 12 人。"), ("可以试听吗", "每门课可以免费试听一节。"),
        ("怎么请假", "提前两小时在群里说一声。"), ("少儿英语班适合几岁", "少儿英语班适合 5 到 12 岁。"),
    ]

    private func client(_ base: [(String, String)]) throws -> LineClient {
        let client = try DaemonProcess().connect()
        for (question, answer) in base { try client.add(question, answer) }
        return client
    }

    private func check(_ talks: [([String], String)], _ client: LineClient) throws {
        for (number, talk) in talks.enumerated() {
            var answer = JSONValue.null
            for question in talk.0 { answer = try client.ask(question, session: "s\(number)") }
            let first = answer["alternatives"]?.items.first?["question"]?.string
            #expect(first == talk.1, "\(talk.0): \(answer.at("context", "completed") ?? .null)")
        }
    }

    @Test func aBakerysCustomersAreUnderstood() throws {
        try check(
            [
                (["6寸生日蛋糕多少钱", "那8寸的呢"], "8寸生日蛋糕多少钱"),
                (["6寸生日蛋糕多少钱", "那10的呢"], "10寸生日蛋糕多少钱"),
                (["6寸生日蛋糕多少钱", "那8寸的呢", "保质期多久"], "生日蛋糕的保质期多久"),
                (["吐司面包多少钱", "那可颂呢"], "可颂多少钱"),
                (["吐司面包多少钱", "保质期呢"], "吐司面包的保质期多久"),
                (["吐司面包多少钱", "可以开发票吗"], "可以开发票吗"),
                (["吐司面包多少钱", "门店几点关门"], "门店几点关门"),
            ], client(Self.bakery))
    }

    @Test func aSchoolsCustomersAreUnderstood() throws {
        try check(
            [
                (["少儿英语班学费多少", "那日语班呢"], "日语班学费多少"),
                (["少儿英语班学费多少", "那成人的呢"], "成人英语班学费多少"),
                (["少儿英语班学费多少", "那日语班呢", "几个人一个班"], "日语班几个人一个班"),
                (["少儿英语班学费多少", "适合几岁"], "少儿英语班适合几岁"),
                (["日语班学费多少", "怎么请假"], "怎么请假"),
            ], client(Self.school))
    }
}
