# The words of what changed between two years: units, classes, reasons, findings.

change-uncompared = 不可比
change-uncompared-for = { change-uncompared }：{ $reason }
change-line-label = 80%线
change-same-year = 两边是同一年，没有变化可言
change-change = 变化
change-reason = 不可比的原因
change-choose-years = 没有选择对比的两个年份：请在服务地图的“对比”中选“两个年份”
change-browser-between = { $earlier }—{ $later }
change-browser-drawn = （图为{ $year }年）
change-browser-counted = 地区数：{ $earlier }年 | { $later }年
change-browser-from-to = { $earlier }年 { $before } → { $later }年 { $after }
change-browser-rank = 变化列第{ $rank }位，共{ $count }个

# Units and classes.
change-points =
    { $share ->
        [percent] 百分点
       *[per_mille] 千分点
    }
change-in-points = 个{ change-points }
change-plus = ＋
change-name =
    { $is_relative ->
        [true] 相对变化（{ $unit }）
       *[false] 变化（{ $unit }）
    }
change-subtitle =
    { $kind ->
        [states] { $indicator }　{ $earlier }—{ $later }年的变化
        [relative] { $indicator }　{ $earlier }—{ $later }年相对变化（%，以{ $earlier }年显示的数值为100）
       *[absolute] { $indicator }　{ $earlier }—{ $later }年变化（{ $unit }，按显示的数值相减）
    }
change-states =
    { $way ->
        [fallen] 由“是”变“否”
        [kept] 未变
       *[risen] 由“否”变“是”
    }
change-sides =
    { $side ->
        [higher_fallen] 变差
        [higher_risen] 改善
        [lower_fallen] 改善
        [lower_risen] 变差
        [neutral_fallen] 下降
        [neutral_risen] 上升
       *[kept] 持平
    }
change-colours =
    { $direction ->
        [neutral] 紫为上升，绿为下降，不评价
       *[other] 蓝为改善，橙为变差
    }
change-order =
    { $direction ->
        [neutral] 按两年间{ $change }排列，上升最多的在前
       *[other] 按两年间{ $change }排列，改善最多的在前
    }

# Why areas are not compared.
change-reasons =
    { $reason ->
        [earlier_missing] { $earlier }年暂无数据
        [later_missing] { $later }年暂无数据
        [both_missing] 两年都暂无数据
        [redrawn] 区划有变，前后不是同一地方
        [too_few] 数量太少
       *[from_zero] { $earlier }年为0，不能算百分比
    }
change-for-reason = { $areas }（{ $reason }）
change-left-out = { change-uncompared }：{ $told }

# Findings.
change-map-title = { $earlier }—{ $later }年{ $change }
change-nothing = { $earlier }年与{ $later }年没有可以比较的地区
change-all =
    { $count ->
        [1] 可比的{ $count }个地区{ $side }
       *[other] 可比的{ $count }个地区都{ $side }
    }
change-some = { $count }个{ $side }
change-of-all = 可比的{ $count }个地区中{ $sides }
change-most = { $areas }{ $side }最多（{ $change }）

# The gap.
change-no-shared-ratio = 两年没有同一口径的比值
change-untold = 不说差距的变化
change-gap-not-judged = 只描述情况，不评价差距
change-gap-unknown = 缺一年的差距
change-no-data-in = { $year }年没有可比的数据
change-lacking = { $year }年缺{ $areas }
change-incomparable = { $year }年无法比较
change-no-ratio = 比值没有意义
change-gaps-uncompared = 两年的差距不作比较
change-member-redrawn = 有成员区划有变，前后不是同一地方
change-gap-verdicts =
    { $verdict ->
        [same] 差距不变
        [caught_up] 由落后转为不落后
        [fell_behind] 由不落后转为落后
        [narrowed] 差距缩小
       *[widened] 差距扩大
    }
change-gap-title = { $focus }对{ $benchmark }：{ change-gap-verdicts }
change-gap-from-to =
    { $is_folded ->
        [true] 按逆向指标折算，{ $earlier }年 { $before } → { $later }年 { $after }（{ $averaging }）
       *[false] { $earlier }年 { $before } → { $later }年 { $after }（{ $averaging }）
    }
change-gap-detail =
    { $way ->
        [kept] { change-gap-from-to }
        [risen] { change-gap-from-to }，升{ $points }个百分点
       *[fallen] { change-gap-from-to }，降{ $points }个百分点
    }
