# The words of how far the townships of one county lie apart.

spread-townships = 各乡镇
spread-township-mean = 乡镇均值
spread-heading = { $county }各乡镇之间
spread-nothing = 没有一个乡镇有可以比较的数据
spread-one-value = 只有一个乡镇有数据，不作比较
spread-ends = { $count }个乡镇：{ $high }最高，{ $low }最低
spread-same = { $count }个乡镇数值相同
spread-none-short =
    { $side ->
        [above] { $count }个乡镇都不高于{ $whose }水平（{ $value }）
       *[below] { $count }个乡镇都不低于{ $whose }水平（{ $value }）
    }
spread-short =
    { $side ->
        [above] { $count }个乡镇中{ $short }个高于{ $whose }水平（{ $value }）：{ $areas }
       *[below] { $count }个乡镇中{ $short }个低于{ $whose }水平（{ $value }）：{ $areas }
    }
spread-points = { $points }个百分点
spread-apart =
    { $times ->
        [none] 最高 { $highest } { $high }，最低 { $lowest } { $low }，相差 { $difference }；{ spread-township-mean } { $mean }
       *[other] 最高 { $highest } { $high }，最低 { $lowest } { $low }，相差 { $difference }、{ $times }倍；{ spread-township-mean } { $mean }
    }
spread-states = { $count }个乡镇中{ $held }个为“是”
spread-states-not = 为“否”的：{ $areas }
spread-lacking =
    { $why ->
        [missing] { $areas }暂无数据
       *[small] { $areas }数量太少，不计
    }
spread-uncompared = 乡镇之间的差距不作比较
spread-others-known = 两年有数据的乡镇不同
spread-from-to = 最高与最低相差：{ $earlier }年 { $before } → { $later }年 { $after }
spread-change =
    { $way ->
        [same] 乡镇之间的差距不变
        [narrowed] 乡镇之间的差距缩小
       *[widened] 乡镇之间的差距扩大
    }
