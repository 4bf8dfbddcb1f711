/// Words by which a reply is understood.
enum AnswerWords {
    /// Courtesies, holding words and bare agreement: they answer nothing.
    static let talk = WordTable<Void>(
        """
        您好|你好|亲爱的|亲亲|亲|哈喽|嗨|在的|在呢|在哦|我在|刚才在忙|刚在忙|刚刚在忙|在忙|刚看到消息|刚看到|早上好|上午好|下午好|晚上好|好的|好滴|好哒|好嘞
        好呢|好|嗯嗯|嗯|哦哦|哦|噢|是的|是|对的|对|行|行的|可以的|可以|没问题|没事|没关系|不客气|客气了|应该的|不用谢|谢谢|感谢|多谢|辛苦了|辛苦|收到|知道了
        明白|了解|稍等一下|稍等|请稍等|请稍候|稍候|稍等片刻|等一下|等下|等一等|马上|马上来|不好意思|抱歉|对不起|打扰了|请问|麻烦|麻烦您|哈哈|呵呵|嘻嘻|我看看
        我看下|我看一下|我查下|我查一下|我查查|帮您看下|帮您看一下|帮您查一下|帮您查下|我帮您查一下|我帮您看看|看看|先生|女士|老板|祝您生活愉快|生活愉快|祝您愉快|再见
        拜拜|晚安|么么哒|收到了|看到了|这就来|来了|能的|能|有的|会的|不会|不是|不行|不可以|不能|没有|hello|hi|hey|dear|sure|yes|no|yep
        ok|okay|thanks|thank you|you're welcome|you are welcome|no problem|one moment
        one moment please|please wait|just a moment|just a second|one sec|let me check
        let me see|sorry|good morning|good afternoon|right|of course|got it|noted|welcome|great
        my pleasure|sir|madam|please
        """)

    /// May stand before an answer without being part of it.
    static let leads = WordTable<Void>(
        """
        您好|你好|亲爱的|亲亲|亲|哈喽|嗨|在的|在呢|我在|早上好|上午好|下午好|晚上好|好的|好滴|好哒|好嘞|嗯嗯|嗯|哦哦|哦|不好意思|抱歉|久等了|让您久等了
        hello|hi|hey|dear|thanks|thank you|sorry|good morning|good afternoon|ok|okay|sure
        """)

    /// Whole sentences of courtesy.
    static let closings = WordTable<Void>(
        """
        感谢咨询|谢谢咨询|慢慢看|不着急|慢慢考虑|还有什么可以帮|还有其他问题|还有别的问题|还有什么问题|还有疑问|有问题随时|有需要随时|有什么问题随时|随时联系|随时找我
        随时问我|欢迎咨询|感谢您的|祝您|期待您的|请您谅解|多多包涵|给个好评|五星好评|久等了|让您久等|很高兴为您服务|为您服务|有什么可以帮
        thanks for reaching|thanks for contacting|thank you for contacting
        thanks for your message|thank you for your message|anything else|feel free to
        have a nice day|have a great day|happy to help|let us know if you|let me know if you
        at your service
        """)

    /// The answer is put off, or given to somebody else.
    static let promises = WordTable<Void>(
        """
        不太清楚|不清楚|不太确定|不确定|不太了解|我不知道|不好说|同事来回答|核对中|处理中|查询中|耐心等待|收到您的|正在为您|为您转接|正在转接|帮您转接|稍后回复
        稍后回您|稍后联系|晚点回|晚点给您|晚些回|待会回|等会回|等会儿回|等下回|回头给您|回头告诉|回头我|我问一下|我问下|我去问|我问问|问下同事|问一下技术|问下技术
        问问技术|帮您问|我确认一下|我确认下|确认一下再|确认后回|确认后告诉|确认好再|核实一下|核实后|核实下|我去查|帮您查|帮您确认|查一下再|查到了告诉|给您回电|给您回复
        尽快回复|尽快给您|会联系您|会与您联系|主动联系您|专人联系|转给同事|转给技术|转给售后|帮您转|反馈给|已经反馈|帮您反馈|已反馈|登记了|帮您登记|记录下来|让技术联系
        让同事联系|让售后联系|让师傅联系|安排同事|我让同事|我让师傅|我催一下|帮您催|我先看看|我研究一下|领导|申请一下|帮您申请|leave it with me
        i'll speak|i will speak|i'll let you know|i will let you know|bear with me|hang on
        not sure|don't know|no idea|get back to you|i'll check|i will check|let me ask|i'll ask
        i will ask|will contact you|will call you|call you back|look into it|check with
        forward this|passed this on|find out
        """)

    /// The customer is to send or to tell something first.
    static let requests = WordTable<Void>(
        """
        发一下|发下|发我|发给我|发过来|发来看|告诉我|跟我说|说一下您|说下您|提供一下|提供下|麻烦提供|请提供您|报一下|报下|拍一下|拍下|拍个|拍张|拍一张|留个|留一下
        留下您|给我看|给我一下|给一下|加一下我|加我微信|截个图|截图给|您先说|说一下型号|说一下具体|具体说|描述一下|send me|send us|tell me
        tell us|could you share|can you share|please share|please provide your|let me know your
        let me know which|give me your
        """)

    /// At the end of a sentence: it asks.
    static let askingEnds = WordTable<Void>(
        """
        吗|呢|么|没|没有|不|什么|多少|哪个|哪款|哪里|哪种|哪一款|几个|几台|多大|多远|怎么样|什么型号|多少平|什么车|几相电|几寸|哪家|谁|多久|多长|多长时间
        什么时候|几岁|几点|哪天|怎么
        """)

    /// Ask in a sentence to the customer, but not beside one of `sweeping`.
    static let asked = WordTable<Void>("哪|什么|多少|几|谁|怎么|还是|是不是|有没有|要不要")
    /// Ask in any short sentence, but not in an instruction: 看一下有没有烧断.
    static let choices = WordTable<Void>(
        "有没有|是不是|会不会|能不能|要不要|有无|多还是|的还是|用还是|大还是|装还是|买还是|家还是|新还是|内还是|人还是")
    static let checks = WordTable<Void>("看|查|检|试|确认|先|都|就|取决|不管|无论|判断|观察|注意|根据|按")
    static let sweeping = WordTable<Void>("都|就|随时|不管|无论|可以")

    /// At its beginning: it asks.
    static let askingStarts = WordTable<Void>(
        """
        请问|您是|你是|您那边是|您要|你要|您需要|您想|你想|您的是|您用的是|您这边是|是不是|有没有|哪|什么|多少|几|您家|您打算|您大概|do you|did you
        are you|is it|is your|which|what|how many|how much|where|when did|have you|could you
        can you|may i|would you
        """)

    /// At the beginning of a clause that says nothing without its neighbour.
    static let joints = WordTable<Void>(
        "或者|或|也可以|也行|并且|而且|以及|和|打这个|拨打|联系|找|加|就行|即可|就可以|就好|转账到|寄到|发到|or|and then|which")

    static let particles = Set(
        "的了吧呢啊哦哈呀嘛呗哟喔诶唉么吗您你我们咱就也都还又再很请".unicodeScalars.map(\.value))

    /// A picture, a file, a link, another message.
    static let elsewhere = WordTable<Void>(
        """
        您发的|你发的|照片上|照片里|照片看|从照片|如图|见图|看图片|看图就|看图上|下图|上图|图片上|图上|图里|图中|这张图|那张图|按图|看我发的|我发的|发您了
        发给您了|发你了|发你看|发给你了|已发您|刚发您|刚发给您|见附件|附件里|附件中|附件|这个链接|那个链接|链接里|链接如下|以下链接|下面链接|下面的链接|点击链接
        点链接|链接发|扫这个|扫下面|下面二维码|下方二维码|这个二维码|这个视频|视频里|看视频|看下视频|文件里|这个文件|这个表格|看表格|表格里|群文件|朋友圈|看一下这个
        看这个|http://|https://|www.|小程序码|下面这个|上面这个|截图里|截图上|见截图|看截图|attached|attachment|see picture
        see the picture|see photo|in the photo|in the picture|as shown|the link|this link
        see below|the file|this video|link below|picture below|screenshot
        """)

    /// What was said before.
    static let before = WordTable<Void>(
        """
        跟上次|和上次|同上次|上次发|上次给|上次那|之前给|前面给|发给您的|发给你的|给您发的|给你发的|刚才说|刚刚说|上面说|前面说|之前说|上次说|跟您说过|说过了|刚才发
        上面发|之前发|前面发|如上|同上|上面那|前面那|刚才那|上一条|跟上面|和上面|按上面|按刚才|照刚才|还是那|as i said|as above|see above
        mentioned above|same as before|like i said|as before|as mentioned
        """)

    /// Stands for a thing that somebody pointed at.
    static let pointers = WordTable<Void>(

        """
        这款|那款|这个|那个|这台|那台|这种|那种|这一款|那一款|这些|那些|它|第一个|第二个|前者|后者|this one|that one|this model
        that model|these ones|it's the same
        """
    )

    /// Right behind a pointer that stands alone; anything else is a noun that it belongs to.
    static let behindPointers = WordTable<Void>(
        """
        能|可以|会|要|有|是|多|怎么|咋|为什么|需要|支持|保修|质保|什么|啥|好|贵|带|几|的|在|用|适合|吗|呢|吧|啊|和|跟|与|比|包|送|卖|够|该|得|应该
        也|都|还|最|便宜|不|没|就|行|更|比较|稍|主要|一般|大概|现在|目前|is|are|has|have|can|will|does|do|costs|comes
        works|one|ones
        """)

    /// Hold a pointer and point at nothing.
    static let plainPointers = WordTable<Void>(

        """
        这种情况|这个情况|这种问题|这个问题|这种现象|这个现象|那个时候|这个时候|这种时候|这个是正常|这种一般|其它|其他|这个要看|这个看|这个得看|这个不用担心
        这个功能|这个主要|这个没有
        """
    )
}
