# The words of a county's profile.

county-title = 县域档案
county-county = 县（市、区）
county-year = 年份
county-print = 打印档案
county-key-figures = 关键指标与历年走势
county-targets = 政策目标（按状态）
county-spine = 在全市各县中的位置
county-townships = 乡镇情况
county-spine-hint = 越靠右越好（标⇄的指标越低越好，已反向；描述性指标靠右为数值高）；是非类和总量类指标不作比较
county-similar-hint = 与全市相差不超过5%为相近；任一方暂无数据或描述性指标不评价；少于10例的数值受偶然影响大：列出例数和95%区间，不排名、不判断，也不计入综合指数。
county-centre = 中线：全市合并值（暂无时为有数据各县的中位数）
county-whole = 最差至最好的县
county-middle = 中间一半的县
county-city-comparisons =
    { $comparison ->
        [better] 优于全市
        [similar] 与全市相近
        [worse] 不及全市
       *[unjudged] 不评价
    }
county-compared = 与全市相比
county-township = 乡镇
county-map-hint = 在地图上查看
county-no-key-figures = 本数据集没有关键指标
county-no-comparisons = 本年没有可以比较的指标
county-no-targets = 没有直接以本县为对象的目标
county-no-townships = 截至本年，本数据集没有乡镇数据
county-reversed = ⇄
county-reversed-hint = 越低越好，已反向
county-ignored = 网址中的 { $name }={ $found } 无法使用，已忽略；可用：{ $allowed }
county-targets-without-data = 没有该县数字，无法判断；点击逐项列出
county-caveats = 使用须知（{ $count }项指标）：抽样误差、口径和可比性，点击逐项查看
county-figures-without-data = 另有{ $count }项关键指标{ $year }年暂无数据：{ $names }
county-dated = { $year }年
county-rank =
    { $direction ->
        [neutral] 由高到低第{ $rank }位，共{ $counted }个
       *[other] 第{ $rank }位，共{ $counted }个
    }
county-city-level = 全市 { $value }
county-city-sum = 全市合计 { $value }
county-city-share = 全市 { $share } 的县为“是”
county-other-years =
    { $years ->
        [none] 各年均无数据
       *[other] 有数据的年份：{ $years }
    }
county-single-year = 只有{ $year }年的数据，不成走势
county-path = { $year }年 { $value }
county-group-mean = { $group }县均值
county-trend-key = { county-group-mean }（缺任何一县则断开）
county-mark-key-outside = { $reference }（超出各县范围的画作三角）
county-article = 第{ $article }条
county-source = { $kind }：{ $sources }
county-column = { $sources }（备注：{ $notes }）
county-sources =
    { $notes ->
        [none] 数值性质：{ $kinds }。来源：{ $sources }。位次在有数据的县中排列，1为最好。
       *[other] 数值性质：{ $kinds }。来源：{ $sources }。备注：{ $notes }。位次在有数据的县中排列，1为最好。
    }
county-spine-columns-county = 本县
county-spine-columns-city = 全市
county-spine-columns-unit = 单位
