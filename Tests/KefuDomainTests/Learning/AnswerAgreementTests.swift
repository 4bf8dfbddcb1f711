import Testing

@testable import KefuDomain

@Test(arguments: [
    ("保修3年", "质保2年"),
    ("整机保修三年", "整机保修2年"),
    ("3年", "整机保修2年"),
    ("7kW 1280元，11kW 1680元", "7kW 1380元，11kW 1680元"),
    ("价格含税", "价格不含税"),
    ("支持刷卡", "不支持刷卡"),
    ("可以装在户外", "不能装在户外"),
    ("支持刷卡，不支持现金", "支持现金"),
    ("免费安装", "安装要收费"),
    ("包邮的", "不包邮，运费到付"),
    ("不可以", "可以的"),
    ("48小时内发货", "7天内发货"),
    ("每天9:00-18:00", "每天8:30-17:30"),
    ("早上9点开门", "早上10点开门"),
    ("活动到11月30日", "活动到12月15日"),
    ("请选 XZ-AC07", "请选 XZ-AC11"),
    ("需要带身份证", "不需要带身份证"),
    ("8折优惠", "9折优惠"),
    ("税率13%", "税率6%"),
    ("先断电再操作", "请在通电状态下操作"),
    ("驱虫药空腹吃", "驱虫药饭后吃"),
    ("No, it is not waterproof", "Yes, it is waterproof"),
    ("It is not waterproof.", "It is waterproof."),
    ("Delivery takes 3 to 5 days", "Delivery takes 7 to 10 days"),
    ("Shipping is free", "Shipping costs $10"),
    ("Breakfast is included", "Breakfast is not included"),
    ("You can return it within 30 days", "You can return it within 14 days"),
    ("额定功率7kW", "额定功率11kW"),
    ("左侧按钮", "右侧按钮"),
    ("电缆用 6 平方", "电缆用 10 平方"),
    ("长按复位键5秒", "长按复位键10秒"),
    ("1.2万元", "1.5万元"),
    ("有现货", "没有现货"),
    ("现在有现货", "目前缺货"),
    ("支持7天无理由退货", "不支持退货"),
    ("孕妇不能用", "孕妇可以用"),
    ("宠物可以入住", "不可以带宠物入住"),
    ("需要三相电", "单相电就可以"),
    ("能开专票", "开不了专票"),
    ("定金30%", "定金50%"),
    ("押金200元，退房退还", "押金300元，退房时退"),
    ("不需要预约，直接来", "要提前一天预约"),
    ("周末休息", "周末正常上班"),
    ("不能送货，只能自提", "可以送货上门"),
    ("冷藏保存", "常温保存"),
    ("运费由买家承担", "我们承担运费"),
    ("水洗温度不超过30度", "水洗温度不超过60度"),
    ("需要关机后清洁", "不用关机就能清洁"),
])
func answersThatCannotBothBeRightContradict(one: String, other: String) {
    #expect(AnswerAgreement.of(one, other) == .contradicts)
    #expect(AnswerAgreement.of(other, one) == .contradicts)
}

@Test(arguments: [
    ("整机保修3年，枪线保修1年", "整机保修3年"),
    ("保修期为36个月", "保修3年"),
    ("1280元，含税", "1280元"),
    ("可以的，支持户外安装", "可以，支持户外安装"),
    ("可以的", "可以"),
    ("48小时内发货", "2天内发货"),
    ("每天9点到18点", "9:00-18:00"),
    ("需要身份证原件和复印件", "带身份证原件及复印件"),
    ("税率13%，可开专票", "税率 13 %"),
    ("Delivery takes 3 to 5 days", "3-5 days delivery"),
    ("Breakfast is included in the price", "Yes, breakfast is included"),
    ("充电功率7千瓦", "充电功率是7kW"),
    ("3到5天到货", "大概3-5天到"),
    ("3到5天到货", "4天到货"),
    ("最大支持 32A，需要 6 平方电缆", "电缆用 6 平方"),
    ("请长按复位键5秒", "长按复位键 5 秒钟"),
    ("12000元", "1.2万元"),
    ("一般要3天，如果加急可以1天", "3天左右"),
    ("定金30%，尾款70%", "定金30%"),
    ("免费送货，安装费200元", "安装费200元"),
    ("是的，三年质保", "质保三年"),
    ("国内7天到，国外15天到", "国内7天到"),
])
func answersThatSayTheSameAgree(one: String, other: String) {
    #expect(AnswerAgreement.of(one, other) == .same)
    #expect(AnswerAgreement.of(other, one) == .same)
}

@Test(arguments: [
    ("整机保修3年", "枪线保修1年"),
    ("7kW 的1280元", "11kW 的1680元"),
    ("需要固定车位", "需要物业同意"),
    ("红色和白色两种", "尺寸是60厘米"),
    ("We open at 9 am", "Parking is free"),
    ("不能用水冲洗", "可以用湿布擦"),
    ("不含运费", "不含安装费"),
    ("保修期外收费", "保修期内免费"),
    ("不送货，可以自提", "可以送货到楼下"),
    ("可以刷卡", "可以现金"),
    ("新用户首月免费", "年费299元"),
    ("红灯表示故障", "绿灯表示正常"),
])
func answersAboutOtherThingsGoTogether(one: String, other: String) {
    #expect(AnswerAgreement.of(one, other) == .compatible)
    #expect(AnswerAgreement.of(other, one) == .compatible)
}

@Test func anAnswerAgreesWithItself() throws {
    let answers = try Dialogue.all(in: "seen-1").flatMap(\.turns).filter { $0.speaker == .person }
        .map(\.text).filter { AnswerReading($0).content > 2 }
    #expect(answers.count > 60)
    for answer in answers { #expect(AnswerAgreement.of(answer, answer) == .same, "\(answer)") }
}
