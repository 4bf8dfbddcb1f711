/// What a number counts or measures.
enum AmountUnit: Sendable, Hashable {
    case watt, kilowatt, megawatt, energy, capacity
    case volt, kilovolt, ampere
    /// 台, 套, sets: what charging piles are counted in.
    case machine
    /// 个: anything.
    case piece
    /// 把: guns, and little else.
    case handle
    /// 枪 itself, or connectors.
    case gun
    case month, day, week, year, workday, hour, minute
    case percent, picture, times, degree, metre, money, other

    static let table = WordTable<AmountUnit>([
        (.watt, "w|瓦|watt|watts"),
        (.kilowatt, "kw|kws|千瓦|kw/h|k瓦|个千瓦|kilowatt|kilowatts|㎾"),
        (.megawatt, "mw|兆瓦|megawatt|megawatts"),
        (.energy, "kwh|kw·h|kw.h|千瓦时|度电|度|wh|mwh"),
        (.capacity, "kva|千伏安|mva|va"),
        (.volt, "v|伏|伏特|volt|volts|vac|vdc"),
        (.kilovolt, "kv|千伏"),
        (.ampere, "a|安|安培|amp|amps"),
        (.machine, "台|套|座|组|units|unit|sets|set|pcs|pc|pieces|chargers|charger|piles|pile"),
        (.machine, "charging piles|charging stations|charge points|dispensers|wallboxes"),
        (.piece, "个|只|支|件"),
        (.handle, "把"),
        (.gun, "枪|guns|gun|connectors|connector|plugs"),
        (.month, "个月|个多月|月|months|month"),
        (.day, "天|日|号|days|day"),
        (.week, "周|个星期|星期|个礼拜|礼拜|weeks|week"),
        (.year, "年|years|year"),
        (.workday, "个工作日|工作日|working days|business days|workdays"),
        (.hour, "小时|个小时|个钟|个半小时|hours|hour|hrs|h"),
        (.minute, "分钟|minutes|minute|mins|min"),
        (.percent, "%|％|个点|个税点|percent"),
        (.picture, "张|photos|photo|pictures|picture|pics|images|screenshots"),
        (.times, "次|回|遍|times"),
        (.degree, "℃|摄氏度|°c|°"),
        (.metre, "米|m|公里|km|平方|平|mm|mm2|cm|公分|meters|metres"),
        (.money, "元|块|万元|万块|rmb|usd|美元|欧元|折|毛|角|个亿|亿"),
        (.other, "点|家|人|个人|分|位|条|期|级|相|层|楼|栋|户|项|届|吨|公斤|kg|岁|秒|hz|赫兹|辆|车位|个车位|路|孔|芯|倍|成"),
        (.other, "家门店|个站|个点|个小区|个项目|个问题|个地方|个网点|个客户|个群|个型号|个品牌|个方案|个城市|个场站|个停车场"),
        (.other, "cars|vehicles|stations|sites|years old|minutes walk|个人"),
    ])
}
