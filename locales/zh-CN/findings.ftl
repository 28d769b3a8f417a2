# The sentence that a chart or a map is headed by, and what the chart shows.

findings-noun =
    { $level ->
        [township] 乡镇
       *[county] 县
    }
findings-areas = { $count }个{ findings-noun }
findings-place = { $around }{ $name }
findings-some = { $name }等{ findings-areas }
findings-some-more = { $name }等{ $count }个
findings-some-items =
    { $names }{ $more ->
        [true] 等{ $count }项
       *[false] {""}
    }
findings-years = { $first }—{ $last }年
findings-no-data = 该年没有任何{ findings-noun }的数据
findings-unjudged = （另{ $count }项不评价）

# What is not told of
findings-rest-missing = 其余{ findings-areas }缺
findings-missing = { $areas }缺
findings-small = { $areas }数量太少，不比较
findings-redrawn = { $areas }区划有变，不比较
findings-estimated = 含估计值
findings-remarks = （{ $remarks }）

# Values of a year
findings-among =
    { $partial ->
        [true] { findings-areas }中
       *[false] {""}
    }
findings-highest =
    { $high }{ $highs ->
        [1] {""}
       *[other] 并列
    }最高
findings-lowest =
    { $low }{ $lows ->
        [1] {""}
       *[other] 并列
    }最低
findings-ends =
    { $kind ->
        [apart] { findings-among }{ findings-highest }，比最低的{ $low }高 { $apart }{ $remarks }
        [apart_lowest_first] { findings-among }{ findings-lowest }，{ findings-highest }，相差 { $apart }{ $remarks }
        [near] { findings-among }{ findings-highest }，{ findings-lowest }，相差不到 5%{ $remarks }
        [near_lowest_first] { findings-among }{ findings-lowest }，{ findings-highest }，相差不到 5%{ $remarks }
        [times] { findings-among }{ findings-highest }，是最低的{ $low }的 { $apart } 倍{ $remarks }
       *[times_lowest_first] { findings-among }{ findings-lowest }，最高的{ $high }是其 { $apart } 倍{ $remarks }
    }
findings-points = { $points } 个百分点
findings-all-small = 各{ findings-noun }数量太少，不作比较
findings-all-alike = { findings-areas }都是 { $value }{ $remarks }
findings-only-known = 只有{ $name }有数据：{ $value }{ $remarks }
findings-only = { $name } { $value }{ $remarks }
findings-span =
    { findings-among }{ $low } { $bottom } { $lows ->
        [1] {""}
       *[other] 并列
    }最低，{ $high } { $top } { $highs ->
        [1] {""}
       *[other] 并列
    }最高{ $remarks }
findings-span-of-groups = { $group }；{ findings-span }
findings-group-whole =
    { $side ->
        [highest] { $group }{ findings-areas }都高于{ $other }
       *[lowest] { $group }{ findings-areas }都低于{ $other }
    }
findings-group-end =
    { $side ->
        [highest] 最高的{ findings-areas }都在{ $group }
       *[lowest] 最低的{ findings-areas }都在{ $group }
    }

# Years
findings-gap-change = { findings-ratio-change }，{ findings-gap-course }
findings-ratio-change =
    { findings-years }{ $focus }{ $way ->
        [same]
            { $direction ->
                [lower] 按逆向指标折算仍为{ $benchmark }的 { $after }
               *[other] 仍为{ $benchmark }的 { $after }
            }
       *[other]
            { $direction ->
                [lower] 按逆向指标折算为{ $benchmark }水平的比例由 { $before } { findings-gap-way }到 { $after }
               *[other] 为{ $benchmark }的比例由 { $before } { findings-gap-way }到 { $after }
            }
    }{ $averaging ->
        [none] {""}
       *[other] （{ common-averaging-names }）
    }
findings-gap-way =
    { $way ->
        [up] 升
       *[down] 降
    }
findings-gap-course =
    { $course ->
        [narrowed] 差距缩小
        [widened] 差距扩大
        [unchanged] 差距没有变化
        [closed] 由落后转为不落后
        [opened] 由不落后转为落后
       *[ahead] 两年都不落后
    }
findings-no-comparison = 没有两年可以相比
findings-none-comparable = { findings-years }没有一个{ findings-noun }前后可比{ $remarks }
findings-way =
    { $way ->
        [higher] 上升
        [lower] 下降
       *[same] 持平
    }
findings-all-moved =
    { findings-years }{ findings-areas }{ $count ->
        [1] {""}
       *[other] 都
    }{ findings-way }{ $remarks }
findings-moved = { findings-years }{ findings-areas }中{ $parts }{ $remarks }
findings-moved-part =
    { $number }个{ findings-way }{ $names ->
        [none] {""}
       *[other] （{ $names }）
    }

# States
findings-state-all = { findings-areas }都为“{ $state }”{ $remarks }
findings-state-some =
    { findings-areas }中{ $number }个为“{ $state }”{ $names ->
        [none] {""}
       *[other] ：{ $names }
    }{ $remarks }
findings-state-since = { $start }；最近新增：{ $names }（{ $year }年）

# The gap page
findings-overview-unjudged = { $count }项指标都不能判断{ $focus }是否达到{ $benchmark }的80%
findings-overview =
    以{ $benchmark }的80%为线，{ $focus }{ $judged }项指标中{ $parts }{ $left ->
        [0] {""}
       *[other] （另{ $left }项不作判断）
    }
findings-overview-part = { $count }项{ gap-assessments }
findings-needs-none =
    { $rises ->
        [true] { $focus }已达到，无需增加
       *[false] { $focus }已达到，无需减少
    }
findings-needs =
    { $rises ->
        [true] { $focus }共需增加 { $amount } { $unit }（{ $numerator }）
       *[false] { $focus }共需减少 { $amount } { $unit }（{ $numerator }）
    }{ $largest ->
        [none] {""}
       *[other] ，{ $largest }缺口最大
    }

# Policy targets
findings-index-method = 怎样计算、权重与缺失
findings-heat-subject = 各项目标在各县的状态，截至{ $year }年（{ $count }项）；格中的字见上方各状态，空白为该地没有此项目标
findings-departments-subject = 各牵头部门的目标按状态，截至{ $year }年（单位：项）
findings-timeline-subject = 各期限的目标按状态，截至{ $year }年（单位：项）
findings-index-subject = 各县各领域得分与总分，{ $year }年（单位：分，满分100）；右图为两组县平均总分之差的构成
findings-missed-most =
    到期未达最多的是{ $names }（{ $total ->
        [none] 各{ $missed }项
       *[other] { $missed }项，共{ $total }项
    }）
findings-missed-none =
    没有一项到期未达{ $unjudged ->
        [0] {""}
       *[other] （另有{ $unjudged }项不能判断）
    }
findings-due-none = 截至{ $year }年没有到期的目标
findings-due =
    截至{ $year }年到期的{ $total }项中，{ $missed }项未达到{ $unjudged ->
        [0] {""}
       *[other] ，{ $unjudged }项不能判断
    }
findings-index-without =
    { $without ->
        [none] {""}
       *[other] （{ $without }数据不足，不计总分）
    }
findings-index-none = 各县数据都不足，不计总分
findings-index-alike = { $count }个县总分都是 { $points } 分{ findings-index-without }
findings-index = 总分{ $high }最高（{ $top } 分），{ $low }最低（{ $bottom } 分）{ findings-index-without }
findings-index-near = { $focus }与{ $benchmark }平均总分相差不到 0.1 分
findings-index-gap =
    { $way ->
        [lower] { $focus }平均总分比{ $benchmark }低 { $points } 分，{ common-domains }（{ $part }）影响最大
       *[higher] { $focus }平均总分比{ $benchmark }高 { $points } 分，{ common-domains }（{ $part }）影响最大
    }

# A county
findings-positions-subject = { $county }{ county-spine }，{ $year }年（各行按其指标的单位）
findings-key-figures-subject = { $county }{ county-key-figures }，{ $year }年（单位见各项）
findings-places-subject = { $county }{ county-context-places }，{ $year }年人口普查（单位见各项）
findings-alike-subject = { county-context-alike }，{ $scope }；差异度越小越相近
findings-standing-unjudged = { $count }项可比指标都不能与全市比较
findings-standing-only =
    { $count ->
        [1] { $count }项指标{ findings-standing-verdict }
       *[other] { $count }项指标都{ findings-standing-verdict }
    }
findings-standing-verdict = { county-city-comparisons }
findings-standing = { $count }项指标中{ $parts }
findings-standing-part = { $count }项{ findings-standing-verdict }
findings-standing-end =
    { $end ->
        [first] 居首位的有{ findings-some-items }
       *[last] 居末位的有{ findings-some-items }
    }
findings-course =
    { $course ->
        [better] 改善
        [worse] 变差
       *[same] 持平
    }
findings-courses-only =
    与{ findings-since }相比，{ $count ->
        [1] { $count }项关键指标{ findings-course }
       *[other] { $count }项关键指标都{ findings-course }
    }{ findings-courses-rest }
findings-courses = 与{ findings-since }相比，{ $count }项关键指标中{ $parts }{ findings-courses-rest }
findings-courses-part = { $count }项{ findings-course }
findings-courses-rest =
    { $rest ->
        [none] {""}
       *[other] （另{ $rest }）
    }
findings-since =
    { $year ->
        [several] 各自最早的年份
       *[other] { $year }年
    }
findings-courses-unjudged = { $count }项有数据的关键指标都不能判断好转与否（{ $rest }）
findings-courses-left =
    { $reason ->
        [unjudged] { $count }项升降不评价好坏
        [unclear] { $count }项差别在偶然波动之内
       *[alone] { $count }项没有可比的以前年份
    }
findings-change-unclear = 与{ $year }年的差别在偶然波动之内
findings-change-none = 与{ $year }年持平
findings-change-state = { $year }年为“{ $before }”{ findings-change-judged }
findings-change =
    { $way ->
        [higher] 比{ $year }年高{ $difference }{ findings-change-judged }
       *[lower] 比{ $year }年低{ $difference }{ findings-change-judged }
    }
findings-change-points = { $difference }个百分点
findings-change-judged =
    { $course ->
        [better] ，改善
        [worse] ，变差
       *[other] {""}
    }
findings-places-none = { $count }项指标都不评价
findings-places-only = { $name }优于全国{ $share }的县级地区{ $rest }
findings-places =
    { $ahead ->
        [0] { $count }项指标中没有一项优于全国半数以上县级地区{ $rest }；{ $ends }
       *[other] { $count }项指标中{ $ahead }项优于全国半数以上县级地区{ $rest }；{ $ends }
    }
findings-places-ends = 最靠前的是{ $top }，最靠后的是{ $bottom }
findings-places-alike = { findings-some-items }（优于{ $share }）
findings-alike = 全国与{ $county }最相近的是{ $names }（差异度 { $distance }）

# Facilities
findings-shares-subject = { $type }各县标准内居民比例，{ $year }年（%）
findings-measures-subject = 全市、{ $first }和{ $second }的{ $type }，{ $year }年（单位见各行）
findings-worst-subject =
    标准外的居民点，{ $year }年{ $places ->
        [0] {""}
       *[other] ：{ $number }个，{ $people }
    }
findings-reach-all = 全市居民都在{ $type }{ $within }以内{ findings-reach-estimated }
findings-reach = 全市{ $share }的居民在{ $type }{ $within }以内；以外的最多在{ $names }（{ findings-reach-most }）{ findings-reach-estimated }
findings-reach-most =
    { $count ->
        [1] { $most }
       *[other] 各{ $most }
    }{ $of ->
        [none] {""}
       *[other] ，占{ $of }
    }
findings-reach-estimated =
    { $estimated ->
        [true] （居民位置为估计）
       *[false] {""}
    }
findings-distances =
    全市九成居民到最近的{ $type }不超过 { $distance } { $unit }{ $names ->
        [none] {""}
       *[other] ，最远的{ $names }为 { $most } { $unit }
    }
findings-worst-none = 所有居民点都在标准以内
findings-worst =
    { $order ->
        [distance] 离得最远的是{ findings-worst-place }
       *[residents] 人口最多的是{ findings-worst-place }
    }
findings-worst-place =
    { $count ->
        [1] { $name }（{ $county }，{ $value }）
       *[other] { $name }（{ $county }）等{ $count }个（各{ $value }）
    }
