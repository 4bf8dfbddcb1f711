extension FactReader {
    /// Details by name: their kind, what they mean, and how people write them.
    static let words = SpellingTable(
        named.map { ((kind: $0.0, value: $0.1), $0.2) }
            + provinces.split(whereSeparator: \.isWhitespace).map {
                ((kind: Fact.Kind.place, value: String($0)), [String($0)])
            })

    private static let named: [(Fact.Kind, String, [String])] = [
        (
            .gun, "2",
            [
                "双枪", "两枪", "两把枪", "双头", "dual-gun", "dual gun", "double gun", "two-gun",
                "two gun", "two guns", "twin gun", "dual-connector", "dual connector",
            ]
        ),
        (
            .gun, "1",
            [
                "单枪", "一把枪", "单头", "single-gun", "single gun", "one-gun", "one gun",
                "single connector",
            ]
        ),
        (.supply, "ac", ["交流", "慢充", "ac"]),
        (.supply, "dc", ["直流", "快充", "dc", "fast charging"]),
        (.phase, "1", ["单相", "single-phase", "single phase", "one phase"]),
        (.phase, "3", ["三相", "three-phase", "three phase", "3-phase", "3 phase"]),
        (.mount, "wall", ["壁挂", "挂墙", "wall-mounted", "wall mounted"]),
        (.mount, "floor", ["落地", "立柱", "floor-standing", "floor standing", "pedestal"]),
        (.mount, "split", ["分体", "分体式", "split", "split-type"]),
        (.mount, "one", ["一体", "一体式", "一体机", "all-in-one", "integrated"]),
        (.color, "white", ["白色", "白的", "珍珠白", "white"]),
        (.color, "black", ["黑色", "黑的", "曜石黑", "black"]),
        (.color, "gray", ["灰色", "灰的", "gray", "grey"]),
        (.color, "silver", ["银色", "银的", "silver"]),
        (.color, "red", ["红色", "红的", "red"]),
        (.color, "blue", ["蓝色", "蓝的", "blue"]),
        (.color, "green", ["绿色", "绿的", "green"]),
        (.color, "yellow", ["黄色", "黄的", "yellow"]),
        (.color, "orange", ["橙色", "橙的", "orange"]),
        (.color, "pink", ["粉色", "粉的", "pink"]),
        (.color, "gold", ["金色", "golden", "gold"]),
        (.site, "home", ["家用", "家里", "家庭", "自家", "私人", "home", "household", "residential"]),
        (.site, "business", ["商用", "公司", "单位", "企业", "商业", "commercial", "company"]),
        (.site, "public", ["公共", "公用", "运营站", "充电站", "public"]),
        (.site, "outdoor", ["户外", "室外", "露天", "外面", "outdoor", "outdoors", "outside"]),
        (.site, "indoor", ["室内", "屋内", "indoor", "indoors", "inside"]),
        (.site, "garage", ["地下车库", "地库", "地下停车场", "车库", "garage", "basement", "underground"]),
        (.site, "country", ["农村", "乡下", "县城", "乡镇", "countryside", "rural"]),
        (.season, "winter", ["冬天", "冬季", "winter"]),
        (.season, "summer", ["夏天", "夏季", "summer"]),
        (.season, "rain", ["下雨", "雨天", "下雨天", "rain", "rainy"]),
        (.season, "snow", ["下雪", "雪天", "snow"]),
        (.season, "night", ["晚上", "夜里", "半夜", "at night"]),
        (.season, "day", ["白天", "during the day"]),
        (.season, "weekend", ["周末", "weekend", "weekends"]),
        (.season, "holiday", ["节假日", "过节", "春节", "holiday", "holidays"]),
        (.place, "北京", ["北京", "beijing"]), (.place, "上海", ["上海", "shanghai"]),
        (.place, "广州", ["广州", "guangzhou"]), (.place, "深圳", ["深圳", "shenzhen"]),
        (.place, "香港", ["香港", "hong kong"]), (.place, "台湾", ["台湾", "taiwan"]),
        (.place, "澳门", ["澳门", "macau"]), (.place, "国外", ["国外", "海外", "abroad", "overseas"]),
        (.place, "新疆", ["新疆", "xinjiang"]), (.place, "西藏", ["西藏", "tibet"]),
        (.place, "内蒙古", ["内蒙古", "内蒙"]), (.place, "东北", ["东北"]),
    ]

    private static let provinces =
        """
        天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 四川 \
        贵州 云南 陕西 甘肃 青海 宁夏 杭州 南京 苏州 成都 武汉 西安 郑州 长沙 青岛 宁波 合肥 沈阳 大连 昆明 \
        厦门 福州 济南 哈尔滨 长春 石家庄 太原 南昌 南宁 贵阳 兰州 海口 乌鲁木齐 拉萨 银川 西宁 无锡 佛山 东莞
        """

    /// Units: their kind, one symbol for all spellings, and the spellings.
    static let units = SpellingTable(
        (sizes + measures.map { (.measure(unit: $0[0]), $0[0], $0) }).map {
            ((kind: $0.0, symbol: $0.1), $0.2)
        })

    private static let sizes: [(Fact.Kind, String, [String])] = [
        (.power, "kw", ["kw", "千瓦", "个千瓦", "kilowatt", "kilowatts"]),
        (.power, "w", ["w", "瓦", "watt", "watts"]),
        (.power, "kva", ["kva", "千伏安"]),
        (.power, "mw", ["mw", "兆瓦"]),
        (.voltage, "v", ["v", "伏", "伏特", "volt", "volts"]),
        (.voltage, "kv", ["kv", "千伏"]),
        (.current, "a", ["a", "安", "安培", "amp", "amps"]),
        (.amount, "", ["元", "块", "块钱", "圆", "rmb", "yuan", "cny", "人民币"]),
        (.amount, "万", ["万", "万元", "万块"]),
    ]

    private static let measures: [[String]] = [
        ["台", "套", "pcs", "units", "pieces", "chargers"], ["个"], ["把"], ["根"], ["辆", "cars"],
        ["米", "m", "meter", "meters", "metre", "metres"], ["公分", "厘米", "cm"], ["毫米", "mm"],
        ["平方", "平"], ["公里", "km"], ["年", "years", "year"], ["个月", "months", "month"],
        ["天", "days", "day"], ["小时", "个小时", "hours", "hour", "h"], ["分钟", "minutes"],
        ["度", "kwh"], ["寸", "inch"], ["公斤", "kg"], ["斤"], ["吨"], ["%"], ["升"], ["户"], ["人"],
        ["折"], ["寸屏"], ["克"], ["毫升", "ml"], ["磅"], ["码"], ["岁"], ["节课", "课时"], ["杯"], ["盒"], ["袋"],
        ["瓶"], ["件"], ["层"], ["位"],
    ]
}
