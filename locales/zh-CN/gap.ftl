# The words of the gap page.

gap-every-domain = 全部领域
gap-domain = 领域
gap-indicator = 指标
gap-year = 年份
gap-goal = 要达到
gap-overview = 各项指标的比值图
gap-needs = 各县需要补足的量
gap-reference = 与参照地区相比
gap-line = 80%线
gap-inverted = { $name }（逆向折算）
gap-open-map = 在地图上看
gap-direction-notes =
    { $direction ->
        [higher] 越高越好
        [lower] 越低越好·逆向折算
       *[neutral] 不评价
    }
gap-assessments =
    { $assessment ->
        [short] 未达
        [sensitive] 口径不一
        [reached] 达到
        [undefined] 无法比较
        [ungrouped] 未分组
        [too_few] 数量太少
        [missing] 缺数据
        [not_judged] 不评价
       *[no_data] 该年暂无
    }
gap-columns =
    { $column ->
        [name] 指标
        [verdict] 80%线
        [badge] 稳健性
        [direction] 方向
        [kind] 性质
        [source] 来源
       *[note] 备注
    }
gap-robust = 稳健
gap-sensitive = 口径敏感
gap-known-averages = 仅{ $count }种口径
gap-whole = 全地区
gap-whole-note = 本地区没有分组，以全地区与参照地区相比；各县（市、区）分别与全地区、参照地区相比，逆向指标按倒数折算。
gap-averages-note = { $meanings }。
gap-whole-overview-note = 水平为全地区数值；比值为全地区与参照地区之比，逆向指标按倒数折算。点击一行或一点可选定指标。
gap-overview-note = 水平为合并计算（各县分子之和 ÷ 分母之和）；三列比值为三种“平均水平”。点击一行或一点可选定指标。
gap-overview-title = { $year }年{ $focus }相当于{ $benchmark }的比例 · { $domain }
gap-left-out =
    { $counts ->
        [0] 另有{ $without }项指标在此数据集没有县级数据。
       *[other]
            { $without ->
                [0] { $counts }项总量指标没有分母，只反映规模，不作水平比较。
               *[other] { $counts }项总量指标没有分母，只反映规模，不作水平比较；另有{ $without }项指标在此数据集没有县级数据。
            }
    }
gap-indicator-title = { $indicator } · { $year }年
gap-facts =
    { $fact ->
        [definition] 定义
        [formula] 计算公式
        [direction] 方向
        [source] 权威来源
        [caveat] 使用须知
        [target] 政策目标
        [line] 80%线依据
        [kind] 数值性质
        [origin] 数值来源
       *[note] 备注
    }
gap-averaging-column = 口径
gap-ratio = 比值
gap-relative-to = 相当于{ $name }
gap-county-values = 各县数值、分子分母与来源
gap-county = 地区
gap-group = 分组
gap-value = 数值
gap-basis = 例数、区间
gap-state-level = { $share }的县
gap-lacking = 缺{ $areas }
gap-verdicts =
    { $assessment ->
        [ungrouped] { common-ungrouped }：{ common-ungrouped-text }。
        [undefined] 作除数的水平为0，比值没有意义，无法比较。
        [sensitive] 口径敏感：{ $focus }是否达到{ $benchmark }的80%，取决于采用哪种“平均水平”。
        [reached] { $badge }：已知口径下{ $focus }均达到{ $benchmark }的80%。
        [short] { $badge }：已知口径下{ $focus }均未达到{ $benchmark }的80%。
       *[no_data] { gap-no-figures }
    }
gap-whole-verdict =
    { $assessment ->
        [reached] { $focus }达到{ $benchmark }的80%。
       *[short] { $focus }未达到{ $benchmark }的80%。
    }
gap-verdict-lacking = 缺{ $areas }，无法比较。
gap-verdict-unknown = 缺{ $areas }：有成员暂无数据，不计算该组平均，也不下结论。
gap-verdict-bounds = 缺{ $areas }：有成员暂无数据，不计算该组平均。{ $bounds }
gap-verdict-descriptive =
    描述性指标，只描述情况，不评价高低{ $areas ->
        [none] {""}
       *[other] ；缺{ $areas }
    }：它反映需求或结构，没有越高越好或越低越好之分。
gap-verdict-few =
    { small-too-few }{ $counts ->
        [none] {""}
       *[other] ：{ $counts }
    }。{ small-rule }
gap-no-figures = 该年没有任何县的数据。
gap-hover = { $name }：{ $value }
gap-path-title = 比值走势与80%线
gap-crossing-few = 无法推算：有比值的年份不足两年
gap-crossing-not-rising = 无法推算：{ $first }–{ $last }年比值没有上升（年均 { $change } 个百分点）
gap-crossing-reached = { $last }年已在80%线上（{ $since }年起）
gap-crossing-slow =
    照此速度（年均 { $change } 个百分点）50年内到不了80%{ gap-crossing-deadline }
gap-crossing-expected = 约{ $year }年达到80%{ gap-crossing-deadline }（年均 { $change } 个百分点）
gap-crossing-deadline =
    { $late ->
        [true] ，晚于政策期末{ $deadline }年
        [false] ，不晚于政策期末{ $deadline }年
       *[unknown] {""}
    }
gap-crossing-assumption = 假设：比值沿首末两个有数据年份的连线继续变化。
gap-fall =
    { $direction ->
        [lower] 注意：{ $start }→{ $end }年按逆向指标折算的比值由 { $old } 升到 { $new }，但{ $benchmark }由 { $before } 升到 { $after }，水平变差；{ gap-fall-own }。
       *[other] 注意：{ $start }→{ $end }年比值由 { $old } 升到 { $new }，但{ $benchmark }由 { $before } 降到 { $after }，水平变差；{ gap-fall-own }。
    }
gap-fall-own =
    { $improved ->
        [true] { $focus }同期也有改善，上升只有一部分是真进步
       *[false] { $focus }同期没有改善，上升不是进步
    }
gap-year-lacking = { $year }年缺{ $areas }
gap-years-few = { $years }数量太少，不足以判断
gap-no-ratio = 没有可以比较的比值
gap-reference-area = 参照地区
gap-reference-title = { $region }与{ $reference }
gap-no-reference = 暂无{ $reference }数据
gap-no-reference-in = { $year }年暂无全市数据，也暂无{ $reference }数据
gap-reference-finding = { $year }年{ $compared }
gap-reference-levels = { $region } { $level }，{ $reference } { $beside }。
gap-reference-few = { gap-reference-levels }{ $region }{ $count }，{ $unjudged }。
gap-reference-compared =
    { gap-reference-levels }{ $compared }，{ $reached ->
        [true] 达到80%线
       *[false] 未达到80%线
    }。
gap-origin =
    { $name }：{ common-kinds }，{ $source }{ $note ->
        [none] {""}
       *[other] （{ common-note }：{ $note }）
    }
gap-inequality-title = 县际不平等测度
gap-inequality-note = 按全部县级地区的当年数值计算；有县暂无数据的年份不计算。点开名称看定义和公式。
gap-measure = 测度
gap-year-head-lacking = { $year }年（缺{ $areas }）
gap-year-head-few = { $year }年（数量太少，不足以判断）
gap-assumed = 假设
