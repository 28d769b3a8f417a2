# The words on charts for paper.

chart-ranking = 排名
chart-trend = 走势
chart-waterfall = 缺口构成
chart-heat = 各县目标状态
chart-spine = 县域位置
chart-states = 历年状态
chart-states-key = ● 是　○ 否　空白：暂无数据
chart-status-signs =
    { $status ->
        [reached] 达
        [on_track] 进
        [behind] 缓
        [missed] 逾
        [cannot_tell] ？
        [too_few] 少
        [no_data] 缺
       *[not_due] 待
    }
chart-no-targets = 没有符合条件的目标
chart-county-row = 各县
chart-whole-row = 全地区
chart-year-without-data = 该年没有任何县的数据，不下结论
chart-subject = 目标
chart-orders =
    { $direction ->
        [higher] 由高到低排列，越高越好
        [lower] 由低到高排列，越低越好
       *[neutral] 由高到低排列，不评价高低
    }
chart-heat-title = { $place }　政策目标完成状态，截至{ $year }年
chart-spine-title = { $county }　在全市各县中的位置，{ $year }年
chart-redrawn-groups = 两次普查之间有成员区划有变，前后不是同一地方，不与变动以前比较。
chart-redrawn = 线断开处：两次普查之间区划有变，前后不是同一地方
chart-unit = 单位：{ $unit }
chart-headline = { $title }：{ $detail }。
chart-single-year = 只有{ $year }年的数据，不成趋势
chart-without-values = { $names }：{ common-missing }
chart-group-mean = { $group }县均值（缺任何一县则断开）
chart-continued = { $domain }（续）
chart-whole-gap = 这是{ $region }整体的比较，{ $division }各县为深色点
chart-whole-classes = 按{ $region }所有县分级
chart-share-of-counties = { $share }的县
chart-line-of-states = 80%线 { $share }的县
chart-order-of-small = 数量太少，不排名：按地图次序列出
chart-order-of-states = 是非类指标，不排名
chart-small-last = 数量太少的{ $count }个不排名，列在后面
chart-ranking-title =
    { $is_ranked ->
        [true] { $what }排名
       *[false] { $what }各地数值
    }
chart-trend-title = { $place }　{ $indicator }，{ $span }走势
chart-states-title = { $place }　{ $indicator }，{ $span }历年状态
chart-heat-subtitle =
    { $filters ->
        [none] { $count }项目标
       *[other] { $count }项目标　筛选：{ $filters }
    }
chart-not-compared = ；有成员区划有变，不与{ $year }年相比
chart-full-stop = { $text }。
