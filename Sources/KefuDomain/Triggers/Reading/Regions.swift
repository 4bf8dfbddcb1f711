/// Places that customers name: provinces, cities, countries, plate prefixes.
enum Regions {
    enum Kind: Sendable {
        /// A name that means little else.
        case place
        /// Also an everyday word: only with 市 behind, or after words such as 送到.
        case doubtful
        /// Part of a country, or several provinces.
        case wide
    }

    static let table = WordTable<Kind>([
        (.place, provinces), (.place, cities), (.place, moreCities), (.place, districts),
        (.doubtful, doubtful), (.wide, wide), (.place, countries), (.place, abroad),
    ])

    private static let provinces = """
        北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州
        云南|陕西|甘肃|青海|台湾|内蒙古|内蒙|广西|西藏|宁夏|新疆|香港|澳门
        """

    private static let cities = """
        石家庄|唐山|秦皇岛|邯郸|邢台|保定|张家口|承德|沧州|廊坊|衡水|雄安|太原|阳泉|晋城|朔州|晋中|运城|忻州|临汾|吕梁
        呼和浩特|呼市|包头|乌海|赤峰|通辽|鄂尔多斯|呼伦贝尔|巴彦淖尔|乌兰察布|兴安盟|锡林郭勒|阿拉善|沈阳|大连|鞍山|抚顺
        本溪|丹东|锦州|营口|阜新|辽阳|盘锦|铁岭|朝阳|葫芦岛|长春|四平|辽源|通化|松原|白城|延边|哈尔滨|齐齐哈尔|鸡西
        鹤岗|双鸭山|大庆|伊春|佳木斯|七台河|牡丹江|黑河|绥化|大兴安岭|南京|无锡|徐州|常州|苏州|南通|连云港|淮安|盐城
        扬州|镇江|泰州|宿迁|昆山|张家港|江阴|常熟|杭州|宁波|温州|嘉兴|湖州|绍兴|金华|衢州|舟山|台州|丽水|义乌|合肥
        芜湖|蚌埠|淮南|马鞍山|淮北|铜陵|安庆|滁州|阜阳|宿州|六安|亳州|池州|宣城|福州|厦门|莆田|三明|泉州|漳州|南平
        龙岩|宁德|晋江|南昌|景德镇|萍乡|九江|新余|鹰潭|赣州|吉安|宜春|抚州|上饶
        """

    private static let moreCities = """
        济南|青岛|淄博|枣庄|东营|烟台|潍坊|济宁|泰安|威海|日照|临沂|德州|聊城|滨州|菏泽|郑州|开封|洛阳|平顶山|安阳|鹤壁
        新乡|焦作|濮阳|许昌|漯河|三门峡|南阳|商丘|信阳|周口|驻马店|济源|武汉|黄石|十堰|宜昌|襄阳|鄂州|荆门|孝感|荆州
        黄冈|咸宁|随州|恩施|长沙|株洲|湘潭|衡阳|邵阳|岳阳|常德|张家界|益阳|郴州|永州|怀化|娄底|湘西|广州|韶关|深圳|珠海
        汕头|佛山|江门|湛江|茂名|肇庆|惠州|梅州|汕尾|河源|阳江|清远|东莞|中山|潮州|揭阳|云浮|南宁|柳州|桂林|梧州|北海
        防城港|钦州|贵港|玉林|百色|贺州|河池|崇左|海口|三亚|三沙|儋州|成都|自贡|攀枝花|泸州|德阳|绵阳|广元|遂宁|内江
        乐山|南充|眉山|宜宾|广安|达州|雅安|巴中|资阳|阿坝|甘孜|凉山|贵阳|六盘水|遵义|安顺|毕节|铜仁|黔西南|黔东南|黔南
        昆明|曲靖|玉溪|昭通|丽江|普洱|临沧|楚雄|红河|文山|西双版纳|德宏|怒江|迪庆|拉萨|日喀则|昌都|林芝|山南|那曲|阿里
        西安|铜川|宝鸡|咸阳|渭南|延安|汉中|榆林|商洛|兰州|嘉峪关|金昌|天水|武威|张掖|酒泉|庆阳|定西|陇南|临夏|西宁
        海西|格尔木|银川|石嘴山|吴忠|固原|中卫|乌鲁木齐|克拉玛依|吐鲁番|哈密|昌吉|巴音郭楞|阿克苏|喀什|伊犁|塔城|阿勒泰
        石河子|库尔勒|台北|高雄|台中|九龙
        """

    /// Of the four municipalities and the largest cities.
    private static let districts = """
        浦东|闵行|嘉定|奉贤|临港|渝北|江北嘴|两江新区|巴南|涪陵|永川|海淀|朝阳区|亦庄|顺义|昌平|大兴区|滨海新区|南沙|番禺
        黄埔区|白云区|宝安|龙岗|南山区|福田|萧山|余杭|滨江区|高新区|双流|龙泉驿|新都|郫都|江夏|黄陂|雁塔区|长安区
        """

    private static let doubtful = "大同|长治|白山|鸡西|白银|东方|安康|大理|来宾|和田|保山|平凉|海东|海北|黄山|玉树|果洛|山南|阿里"

    private static let wide = """
        华东|华南|华北|华中|西南|西北|东北|华西|川渝|成渝|云贵川|云贵|江浙沪|长三角|珠三角|京津冀|粤港澳|大湾区|两广|两湖
        东南亚|中东|欧洲|非洲|南美|北美|中亚|全国|southeast asia|middle east|europe|africa|latin america
        north america
        """

    private static let countries = """
        德国|法国|英国|意大利|西班牙|荷兰|比利时|波兰|捷克|匈牙利|瑞典|挪威|芬兰|丹麦|瑞士|奥地利|葡萄牙|希腊|俄罗斯|乌克兰
        土耳其|以色列|沙特|阿联酋|迪拜|卡塔尔|约旦|埃及|南非|尼日利亚|肯尼亚|印度|巴基斯坦|孟加拉|泰国|越南|老挝|柬埔寨|缅甸
        马来西亚|新加坡|印尼|印度尼西亚|菲律宾|日本|韩国|蒙古国|澳大利亚|澳洲|新西兰|美国|加拿大|墨西哥|巴西|智利|哥伦比亚
        乌兹别克斯坦|哈萨克斯坦|吉尔吉斯斯坦
        germany|france|italy|spain|netherlands|the netherlands|belgium|poland|czech republic
        hungary|sweden|norway
        finland|denmark|switzerland|austria|portugal|greece|turkey|israel|saudi arabia|uae
        dubai|qatar|jordan|egypt
        south africa|nigeria|kenya|india|pakistan|bangladesh|thailand|vietnam|laos|cambodia
        myanmar|malaysia|singapore
        indonesia|philippines|the philippines|japan|korea|south korea|australia|new zealand
        united states|usa|canada|mexico|brazil|chile
        colombia|peru|uzbekistan|kazakhstan|united kingdom|uk|ireland|romania|bulgaria|serbia
        croatia|ukraine|russia
        china|hong kong|taiwan|morocco|ghana|ethiopia|tanzania
        """

    private static let abroad = """
        汉堡|柏林|慕尼黑|鹿特丹|曼谷|河内|胡志明|雅加达|吉隆坡|马尼拉|莫斯科|伊斯坦布尔|利雅得|开罗|伦敦|巴黎|塔什干
        shanghai|shenzhen|guangzhou|beijing|chongqing|chengdu|ningbo|qingdao|tianjin|xiamen
        hamburg|berlin|munich
        frankfurt|rotterdam|amsterdam|antwerp|warsaw|gdansk|prague|vienna|paris|lyon|madrid
        barcelona|valencia|lisbon|milan
        rome|london|manchester|dublin|oslo|stockholm|helsinki|copenhagen|bangkok|hanoi
        ho chi minh city|jakarta|kuala lumpur
        manila|riyadh|jeddah|doha|abu dhabi|istanbul|cairo|nairobi|mombasa|lagos|johannesburg
        cape town|mumbai|delhi
        sydney|melbourne|auckland|los angeles|new york|houston|toronto|vancouver|sao paulo
        bogota|lima|santiago|tashkent|almaty
        """

    /// By which car plates begin.
    static let plates = Set(
        "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".unicodeScalars.map(\.value))

    /// What the name of an administrative unit ends in.
    static let suffixes = WordTable<Void>(
        "省|市|自治区|特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治州|地区|州|区|县|新区|开发区|高新区|镇|盟")

    /// Other words that begin like a place.
    static let exceptions = WordTable<Void>(
        "北京时间|上海大众|上海电气|上海汽车|大理石|中山装|重庆小面|海南航空|云南白药|贵州茅台|河南话|四川话|广东话|东北大|东北话"
            + "|江西铜业|福建舰|日照时间|日照充足|南通道|西北角|东北角|西南角|吉林一号|长安汽车|长春花|大连接|河内侧|新都是|新都没|新都不"
            + "|高新区别|中山大学|北京现代|广州本田|东风日产|南沙发|天水围|朝阳行业|安阳光")
}

extension Reading {
    /// A place as it was written, with its parts: 四川成都双流区, 渝A, Warsaw, Poland.
    struct Place: Sendable {
        let range: Range<Int>
        let kind: Regions.Kind
    }

    /// Every place that the text names.
    func places() -> [Place] {
        var found: [Place] = []
        var place = 0
        while place < count {
            if let exception = Regions.exceptions.match(in: self, at: place) {
                place = exception.range.upperBound
            } else if let next = self.place(at: place) {
                found.append(next)
                place = next.range.upperBound
            } else {
                place += 1
            }
        }
        return found
    }

    private func place(at start: Int) -> Place? {
        if let plate = plate(at: start) { return plate }
        guard let first = Regions.table.match(in: self, at: start) else { return nil }
        if isStreet(first.range.upperBound) { return nil }
        var end = unitEnd(from: first.range.upperBound, limit: clause(at: start).upperBound)
        var kind = first.tag
        if end > first.range.upperBound, kind == .doubtful { kind = .place }
        while end - start < 40, let next = Regions.table.match(in: self, at: afterJoint(end)),
            next.tag != .wide
        {
            end = unitEnd(from: next.range.upperBound, limit: count)
            if kind == .doubtful { kind = .place }
        }
        return Place(range: start..<end, kind: kind)
    }

    /// 渝A: but no whole plate number.
    private func plate(at start: Int) -> Place? {
        guard Regions.plates.contains(folded[start]), start + 1 < count,
            Sign.isLetter(folded[start + 1]),
            start + 2 >= count
                || !Sign.isAlphanumeric(folded[start + 2]) && folded[start + 2] != 0xB7
        else { return nil }
        return Place(range: start..<start + 2, kind: .place)
    }

    /// 南京路 is a street of any city.
    private func isStreet(_ end: Int) -> Bool {
        end < count && (folded[end] == 0x8DEF || folded[end] == 0x8857)
    }

    /// A space, or a comma between Latin names.
    private func afterJoint(_ end: Int) -> Int {
        var next = end
        let isLatin = end > 0 && Sign.isLetter(folded[end - 1])
        if isLatin, next < count, folded[next] == Sign.comma { next += 1 }
        if next < count, Sign.isSpace(folded[next]) { next += 1 }
        guard next > end, next < count else { return next }
        return isLatin == Sign.isLetter(folded[next]) ? next : end
    }

    /// Behind 省, 市, and a district of up to four characters.
    private func unitEnd(from start: Int, limit: Int) -> Int {
        var end = start
        for _ in 0..<3 {
            guard let suffix = suffixEnd(from: end, limit: limit) else { return end }
            end = suffix
        }
        return end
    }

    private func suffixEnd(from start: Int, limit: Int) -> Int? {
        for length in 0..<5 where start + length < limit {
            if length > 0, !Sign.isHan(folded[start + length - 1]) { return nil }
            if Self.ordinary.match(in: self, at: start + length) != nil { return nil }
            if let suffix = Regions.suffixes.match(in: self, at: start + length) {
                let end = suffix.range.upperBound
                if length == 0 || !Self.notDistrict.contains(in: self, start..<end) { return end }
                return nil
            }
        }
        return nil
    }

    private static let ordinary = WordTable<Void>(
        "的|有|是|要|在|和|与|跟|到|这|我|你|做|想|需|发|装|项目|工地|市场|市区|市里|区域|区别|地区的|州际|镇上|县里|充电|代理|客户|公司")
    private static let notDistrict = WordTable<Void>(
        "小区|园区|厂区|社区|景区|校区|库区|服务区|片区|全市|全省|周边|各|本|地市|县区|区县")
}
