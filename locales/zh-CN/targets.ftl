# The words of the page of targets.

targets-title = 目标进度
targets-year = 截至年份
targets-domain = 领域
targets-department = 牵头部门
targets-article = 条文
targets-deadline = 期限
targets-status = 状态
targets-county = 县（市、区）
targets-all = 全部
targets-no-rows = 没有符合条件的目标
targets-views = 目标完成情况
targets-folded = 没有数据的目标
targets-list = 目标清单
targets-heat = 各县热力图
targets-departments = 牵头部门
targets-timeline = 时间线
targets-index = 综合指数
targets-total = 总分
targets-range = 总分变动范围
targets-withheld = 数据不足
targets-map-link = 看图
targets-scopes =
    { $scope ->
        [city] 全市
        [each_county] 各县（市、区）
        [each_township] 各乡镇
       *[named] 指定地区
    }
targets-choose = 点击左侧的目标，查看原文、各地进度和数字来源
targets-clause = 原文
targets-departments-title = 责任部门
targets-requirement = 要求
targets-baseline = 相对于
targets-note = 说明
targets-area = 地区
targets-value = 数值
targets-share = 走过的路程
targets-way-from = 起点
targets-reached-areas = 已达地区数
targets-all-areas = 应达地区数
targets-unit = 单位
targets-first-year = 起点年份
targets-lowest = 总分最低
targets-highest = 总分最高
targets-indicator = 对应指标
targets-source = 来源
targets-stated = 各方陈述
targets-whole-city = 全市
targets-no-department = 原文未列
targets-rule = “按进度”：不低于从最早已知数值到期限目标的直线；此前没有更早数值的、起点例数太少的，为“无法判断”；“无法判断”和“暂无数据”都不等于未达到；分县考核的目标，各县全部达到才算达到；有县未达的按最差的县计，再依次为暂无数据、无法判断。“数量太少”：少于10例的数值受偶然影响大，只注明按原文字面的结果和例数，单独计数，不计入其他状态和综合指数。
targets-share-rule = 走过的路程＝（现值－起点）÷（目标－起点）
targets-open-map = 在地图上看（以此目标值分级）
targets-no-map = 只有全市数字，没有分县地图
targets-gap-total = { $focus }减{ $benchmark }
targets-stated-label = { $label }〔陈述〕
targets-left-out = 另有{ $count }项因缺数据无法判断，未列出。
targets-progress = { targets-letter }{ $status }（{ $count }）；{ $unjudged }
targets-row-label = 第{ $article }条 { $subject }（{ $deadline }）
targets-article-label = 第{ $article }条 { $title }
targets-no-ledger = { $region }没有登记政策目标，本页没有可以判断的内容。要对照政策，请管理员把条文、目标值和期限按 CONTRIBUTING.md 登记；不登记也可以看各县差距。
targets-columns =
    { $column ->
        [article] 条
        [subject] 目标
        [requirement] 要求
        [scope] 范围
        [deadline] 期限
        [department] 牵头部门
        [status] 状态
        [reached] 达到/应达
       *[map] 地图
    }
targets-about = （{ $low }–{ $high }）
targets-folded-columns-department = 牵头部门
targets-folded-columns-count = 项数
targets-folded-columns-articles = 条文
targets-folded-columns-lacking = 缺少的数字
targets-folded-columns-sources = 数字出处
targets-points = 分
targets-score = { $score } { targets-points }
targets-score-of = { $domain } { $score }{ targets-points }
targets-letter = 按原文字面
targets-by-letter = { targets-letter }{ $status }，{ small-too-few }
targets-in-year = { $year }年
targets-due =
    { $is_yearly ->
        [true] 每年，至{ $year }年
       *[false] { $year }年
    }
targets-required-by = { $requirement }（{ $due }）
targets-off-band =
    { $is_above ->
        [true] （偏高）
       *[false] （偏低）
    }
targets-not-listed = 另有{ $count }项因缺数据无法判断：缺什么、由谁提供（在“状态”中选“{ $status }”可逐项列出）
targets-count = { $count }项
targets-articles = 第{ $articles }条
targets-and-others = { $names }等{ $count }项
targets-stated-mark = { $status }（陈述）
targets-stated-status = { $status }（无数字，据{ $year }年陈述）
targets-quote = { $text }（{ $source }）
targets-statement = { $year }年：{ $text }。来源：{ $source }
targets-sign = { $sign }（{ $count }）
targets-reached =
    { $small ->
        [0] { $reached }/{ $areas }
       *[other] { $reached }/{ $areas }（{ $small }个{ small-few }）
    }
targets-sources-noted = { $sources }（{ common-note }：{ $notes }）
targets-index-lacking =
    { $small ->
        [0] 本年各县共{ $total }个指标值，缺{ $missing }个。
       *[other] 本年各县共{ $total }个指标值，缺{ $missing }个（其中{ $small }个因例数少于{ $fewest }而不计）。
    }
targets-index-method = 每项指标按达到目标值的比例计0至100分，域内等权平均，再按权重合成总分。权重（本系统设定，政策未规定）：{ $shares }。已知数据不到权重的{ $minimum }则不给分。{ $lacking }变动范围：任一领域不计或加倍时总分的最低与最高。瀑布图：各领域（悬停看各指标）在两组县平均总分之差中所占的分数；有县缺数据的指标不计入。
