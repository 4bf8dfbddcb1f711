/// Makes the output of a trigger from the customer's own words, by rules.
public enum TriggerText {
    /// Reads the form and writes the draft; linear in the text, and the same for the same arguments.
    ///
    /// - Parameters:
    ///   - text: all that the customer wrote in the thread, oldest first, joined by line feeds.
    ///   - pictures: how many pictures the customer sent, for 现场照片数量 where no words say it.
    ///   - knowledge: answers and passages of the base about this fault, best first: the
    ///     troubleshooting steps are theirs; general ones fill what they do not cover.
    ///   - now: tells dates still ahead from dates gone by.
    ///   - language: of the texts to the customer.
    public static func of(
        _ type: TriggerType, text: String, pictures: Int = 0, knowledge: [String] = [],
        now: Timestamp, language: Language
    ) -> TriggerDraft {
        let reading = Reading(text)
        switch type {
        case .preSales: return preSales(reading, now, language)
        case .afterSales: return afterSales(reading, pictures, knowledge, now, language)
        case .development: return development(reading, language)
        }
    }

    /// The fields of a form, in order.
    public static func fieldNames(of type: TriggerType) -> [String] {
        switch type {
        case .preSales:
            ["功率_kW", "枪型", "输入电压", "配电", "附件", "交付地", "期望交期", "数量", "发票要求"]
        case .afterSales:
            [
                "设备序列号", "固件版本", "运行环境", "故障现象", "发生时间", "频率", "报警码", "已尝试步骤",
                "现场照片数量", "紧急程度",
            ]
        case .development:
            ["线索级别", "对方角色", "涉及区域", "合作诉求", "是否需资质材料", "建议下一步", "资料包清单"]
        }
    }

    private static func form(_ type: TriggerType, _ values: [FormValue]) -> [FormField] {
        zip(fieldNames(of: type), values).map { FormField($0, $1) }
    }

    private static func preSales(
        _ reading: Reading, _ now: Timestamp, _ language: Language
    ) -> TriggerDraft {
        let form = form(.preSales, PreSalesForm.values(reading, now: now))
        let drafting = Drafting(form: form, language: language)
        return TriggerDraft(
            type: .preSales, form: form, replyDraft: drafting.preSalesDraft,
            labels: [TriggerType.preSales.rawValue] + drafting.preSalesLabels,
            clarificationQuestions: drafting.questions)
    }

    private static func afterSales(
        _ reading: Reading, _ pictures: Int, _ knowledge: [String], _ now: Timestamp,
        _ language: Language
    ) -> TriggerDraft {
        let values = AfterSalesForm.values(reading, pictures: pictures, now: now)
        let form = form(.afterSales, values)
        let drafting = Drafting(form: form, language: language)
        let isDangerous = Urgency.isDangerous(reading)
        let steps = Troubleshooting.of(
            knowledge, codes: form["报警码"].words, isDangerous: isDangerous, language: language)
        return TriggerDraft(
            type: .afterSales, form: form,
            replyDraft: drafting.afterSalesDraft(steps, isDangerous: isDangerous),
            labels: [TriggerType.afterSales.rawValue] + drafting.afterSalesLabels,
            troubleshooting: steps)
    }

    private static func development(_ reading: Reading, _ language: Language) -> TriggerDraft {
        let form = form(.development, DevelopmentForm.values(reading, language: language))
        let drafting = Drafting(form: form, language: language)
        return TriggerDraft(
            type: .development, form: form, replyDraft: drafting.developmentDraft,
            labels: [TriggerType.development.rawValue] + drafting.developmentLabelTexts,
            scripts: drafting.scripts)
    }
}
