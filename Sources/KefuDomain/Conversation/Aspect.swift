/// What a question asks of a thing, in words that many questions share.
enum Aspect: Sendable, Hashable {
    case price, weight, size, data, color, trait, meaning, remedy, whether, duration, stock, opinion
    /// The reason for something.
    case reason
    /// How two things differ.
    case difference
    /// A matter that every customer may ask about without naming a thing.
    case service

    /// Whether it may be asked of a fault code.
    var suitsCode: Bool {
        switch self {
        case .meaning, .remedy, .whether, .reason, .duration: true
        default: false
        }
    }

    /// Whether a question for it says nothing unless the thing is named.
    var needsThing: Bool { self != .service && self != .difference }

    /// Whether bases answer it apart from everything else about a thing.
    var isMatterOfItsOwn: Bool { self == .price || self == .service }

    /// A number or a name answers it: nobody asks why it is so.
    var isPlainFact: Bool {
        switch self {
        case .price, .weight, .size, .data, .color, .duration: true
        default: false
        }
    }

    static let words = SpellingTable(
        chinese.map { ($0.0, $0.1.split(whereSeparator: \.isWhitespace).map(String.init)) }
            + english.map { aspect, words in
                let list = words.split { $0 == "," || $0 == "\n" }
                return (aspect, list.map { String($0.drop(while: \.isWhitespace)) })
            })

    private static let chinese: [(Aspect, String)] = [
        (
            .price,
            """
            多少钱 多少钱一台 多少钱一个 多少钱一套 要多少钱 是多少钱 卖多少钱 得多少钱 大概多少钱 什么价 什么价格 什么价位 \
            什么价钱 价格 价格是多少 价格多少 价格怎么样 价钱 价位 怎么卖 卖多少 报价 报价多少 报价是多少 怎么报价 报个价 \
            报价呗 售价 单价 贵不贵 贵吗 几多钱 怎么收费 收费吗 要钱吗 怎么算钱 啥价 啥价格 价多少 咋卖
            """
        ),
        (.weight, "多重 有多重 重量 重量是多少 重量多少 多少斤 多少公斤 净重 重不重 几斤"),
        (
            .size,
            """
            多大 有多大 多高 有多高 多宽 多长 有多长 多厚 多粗 尺寸 尺寸是多少 尺寸多少 外形尺寸 多大尺寸 体积 体积多大
            """
        ),
        (
            .data,
            """
            参数 参数是什么 参数是多少 参数多少 什么参数 参数有吗 规格 规格是什么 什么规格 配置 什么配置 是什么配置 \
            电流 电流多大 多大电流 电流多少 最大电流 电压 电压多少 功率 功率多大 多大功率 多少千瓦 几千瓦 型号 什么型号 \
            哪个型号 有哪些型号 效率 噪音 寿命 待机功耗 防护等级 材质 什么材质 怎么样的 材料 \
            味道 什么味道 口味 什么口味 有什么口味 有哪些口味 口感 甜度 热量 成分 配料 含量 份量 产地 哪里产的 面料 什么面料 \
            尺码 什么尺码 有哪些尺码 码数 保质期 保质期多久 保质期多长 怎么保存 怎么吃 怎么洗 怎么清洗 怎么保养 \
            几个人 多少人 几节课 多少课时 学费 学费多少 适合多大 适合几岁 适合什么人
            """
        ),
        (.color, "颜色 什么颜色 有什么颜色 有几种颜色 哪些颜色 有哪些颜色 几种颜色 几个颜色"),
        (
            .meaning,
            """
            什么意思 是什么意思 啥意思 是什么 是啥 是什么故障 什么故障 啥故障 是什么问题 什么问题 怎么回事 是怎么回事 咋回事 \
            什么情况 代表什么 是哪里的问题 是干什么的 干嘛用的
            """
        ),
        (
            .remedy,
            """
            怎么办 咋办 怎么解决 怎么处理 怎么修 怎么弄 咋弄 咋整 咋处理 如何处理 如何解决 怎么恢复 怎么消除 怎么排除 \
            能自己修吗 可以自己修吗 能修吗 能修好吗 可以修吗
            """
        ),
        (
            .whether,
            """
            能用吗 能用不 可以用吗 可以吗 行吗 行不行 可不可以 能不能用 能装吗 能装不 可以装吗 能充吗 能充不 还能充吗 还能用吗 \
            可以充吗 还能继续用吗 还能继续充吗 要紧吗 严重吗 危险吗 有影响吗
            """
        ),
        (.trait, "防水吗 安全吗 支持吗 免费吗 适合吗 够用吗 够不够 通用吗"),
        (.duration, "多久 要多久 需要多久 多长时间 要多长时间 需要多长时间 几天 要几天 多少天 几个小时 多少小时 几分钟 多少分钟"),
        (.stock, "现货 有现货吗 有货吗 有没有货 有没有现货 现货吗 有货没 还有吗 还有货吗"),
        (.opinion, "怎么样 好用吗 好不好用 好不好 好吗 质量怎么样 质量好吗 质量如何 怎样 如何 推荐吗 值得买吗 性价比"),
        (
            .reason,
            """
            为什么 为啥 为何 什么原因 是什么原因 啥原因 为什么呢 为什么会这样 为什么这样 为啥会这样 怎么会这样 为什么会 什么道理
            """
        ),
        (
            .difference,
            """
            区别 有什么区别 有啥区别 什么区别 有区别吗 差别 有什么差别 差在哪 有什么不同 有什么不一样 有啥不一样 哪个好 哪个更好 \
            哪个贵 哪个便宜 一回事吗 是一回事吗 不一样吗
            """
        ),
        (
            .service,
            """
            保修 保修几年 保修多久 保修期 保修期多久 保修期多长 质保 质保几年 质保多久 质保期 保几年 安装费 安装费多少 \
            安装费多少钱 安装费用 安装费怎么算 安装 怎么安装 怎么装 包安装吗 运费 运费多少 运费谁出 运费怎么算 包邮吗 邮费 发票 \
            售后 配件 交期 货期 交货期 发货 多久发货 什么时候发货 几天发货 多久能发货 发货时间 多久能到 几天到 几天能到 退货 换货 \
            延保 优惠 有优惠吗 折扣 有折扣吗 补贴 有补贴吗 付款 怎么付款 付款方式 定金 合同 证书 检测报告 说明书 调试 \
            退费 试听 预约 怎么预约 押金 营业时间 几点开门 几点关门 停车 会员 \
            电缆 变压器 空开 断路器 地线 维修 怎么用 怎么使用 怎么操作 怎么设置 怎么绑定 怎么启动
            """
        ),
    ]

    private static let english: [(Aspect, String)] = [
        (
            .price,
            """
            how much, how much is, how much are, how much does, price, prices, the price, cost, costs, what does, \
            what's the price, what is the price, how expensive, price of, cost of, for how much
            """
        ),
        (.weight, "how heavy, weight, weigh, weighs"),
        (
            .size,
            "how big, how large, how tall, how wide, what size, size, dimensions, how long, how thick, length"
        ),
        (
            .data,
            """
            spec, specs, specification, specifications, datasheet, data sheet, what are the specs, power rating, \
            current, voltage, which model, what power, how powerful, how fast, efficiency, noise, material
            """
        ),
        (
            .color,
            "color, colour, colors, colours, what color, what colour, what colors, what colours"
        ),
        (
            .meaning,
            """
            what does it mean, mean, what is, what's, what is wrong, what's wrong, meaning
            """
        ),
        (
            .remedy,
            """
            how do i fix, how to fix, fix, what should i do, what to do, what can i do, what do i do, how do i reset, \
            how do i clear, how to reset, what now, how do i solve
            """
        ),
        (
            .whether,
            "safe, dangerous, serious"
        ),
        (.trait, "waterproof, compatible, included, available"),
        (.duration, "how many days, how many hours, how long does, how long will, take, takes"),
        (.stock, "in stock, on stock"),
        (.opinion, "any good, worth it, recommended, reliable"),
        (
            .reason,
            "why, why is that, how come, why so, what for, for what reason, the reason, what is the reason"
        ),
        (
            .difference,
            """
            difference, the difference, differences, which is better, versus, vs, better, compare, same as, which one
            """
        ),
        (
            .service,
            """
            warranty, the warranty, guarantee, installation, installation fee, delivery, delivery time, lead time, \
            shipping, invoice, payment, discount, service, returns, certificate, cable, breaker, transformer, \
            deposit, support, spare parts, install
            """
        ),
    ]
}
