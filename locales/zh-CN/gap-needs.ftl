# What it takes to reach the 80% line or a policy target.

gap-needs-goals =
    { $goal ->
        [line] 80%线
       *[target] 政策目标
    }
gap-needs-title =
    { $goal ->
        [line] { $focus }达到80%线需要多少
       *[target] { $focus }达到政策目标需要多少
    }
gap-needs-line = { $name }合并水平 { $level } { $unit } { $sign } 80% ＝ { $wanted } { $unit }。
gap-needs-target =
    { $each ->
        [true] 政策目标：{ $target }；每县各自达到。
       *[false] 政策目标：{ $target }；按合并水平达到。
    }
gap-needs-now = { $focus }现为 { $level }（合并计算）
gap-needs-beyond =
    { $each ->
        [true] { gap-needs-now }；{ gap-needs-above }，其余各县已达到。
       *[false] { gap-needs-now }；{ gap-needs-above }。
    }
gap-needs-above = { $beyond }已高于允许范围，增加不能使其达到
gap-needs-none =
    { gap-needs-now }，{ $each ->
        [true] 各县均
       *[false] {""}
    }已达到，无需{ gap-needs-verb }{ $surplus ->
        [true] （缺口为负，即有余）
       *[false] {""}
    }。
gap-needs-wanted =
    { gap-needs-now }；共需{ gap-needs-verb } { $amount } { $unit }（{ $numerator }），{ $each ->
        [true] 各县达到后，
       *[false] {""}
    }{ $focus }合并水平为 { $after }{ $beyond ->
        [none] {""}
       *[other] ；{ gap-needs-above }
    }。
gap-needs-verb =
    { $rises ->
        [true] 增加
       *[false] 减少
    }
gap-needs-level = 现水平（{ $unit }）
gap-needs-contribution = 对缺口的贡献（{ $unit }）
gap-needs-addition = 需{ gap-needs-verb }（{ $unit }）
gap-needs-after = 之后（{ $unit }）
gap-needs-remark = 说明
gap-needs-note-highest = 已达上限 { $highest } { $unit }，不能再增加
gap-needs-note-beyond = 已高于允许范围，增加不能使其达到
gap-needs-note-reached = 已达到
gap-needs-note-surplus = 超过所需水平，抵减缺口
gap-needs-total = 合计缺口
gap-needs-assumption =
    { $each ->
        [true] 假设：每县各自补到目标，互不抵补；分母不变；取整数单位。
       *[false] 假设：先补最落后的县，补到同一水平为止；另一组保持不变；分母不变；取整数单位。
    }
gap-needs-lower = 本指标越低越好，这里只算分子要减少多少；增加分母也能达到。
gap-needs-states =
    { $count ->
        [0] { $unknown ->
                [none] { $focus }各县均已达到。
               *[other] { $unknown }暂无数据。
            }
       *[other]
            { $unknown ->
                [none] { $focus }尚未达到的县：{ $areas }（每县1个，共需{ $count }个）。
               *[other] { $focus }尚未达到的县：{ $areas }。{ $unknown }暂无数据。
            }
    }
gap-needs-nothing =
    { $reason ->
        [undivided] 本指标没有分母，不能推算需要增加多少。
        [no_data] 该年没有任何县的数据，不能推算。
        [descriptive] 描述性指标，不评价高低，也不推算需要增加多少。
        [too_few] 数量太少，不足以判断，也不推算需要增减多少。
       *[undefined] 该年缺分子或分母，或作除数的水平为0，不能推算。
    }
gap-needs-lacking = 缺{ $areas }，不能推算。
