# What is certain of a verdict on the 80% line although counties lack a value.

bounds-certainty =
    { $certainty ->
        [certain] 可以确定
        [almost_certain] 几乎确定
        [depends] 取决于缺数县
       *[cannot_tell] 无法判断
    }{ $assessment ->
        [reached] 达到
        [short] 未达
        [sensitive] 口径不一
       *[none] {""}
    }
bounds-line =
    { bounds-certainty }{ $assessment ->
        [reached] 80%线
        [short] 80%线
       *[other] {""}
    }
bounds-line-certain = { bounds-line }，无论{ $areas }是多少
bounds-line-side =
    { bounds-line }（{ $areas }{ $side }{ $assessment ->
        [none] 时达到
       *[other] 即是
    }）
bounds-verdict =
    { $assessment ->
        [reached] { $focus }都达到{ $benchmark }的80%
        [short] { $focus }都未达到{ $benchmark }的80%
       *[sensitive] { $focus }是否达到{ $benchmark }的80%都要看采用哪种“平均水平”
    }
bounds-sentence-certain = 可以确定：无论{ $areas }是多少，{ bounds-verdict }。
bounds-sentence-almost = 几乎确定：只要{ $areas }在{ $range }之间，{ bounds-verdict }{ $turn }。
bounds-sentence-depends = 取决于{ $areas }{ $turn }；可能的范围是{ $range }，两种结论都有可能。
bounds-sentence-unknown = 无法判断：缺{ $areas }，又没有足够的数据可以推知其范围{ $turn }。
bounds-plausible = 可能的范围：该地区其他年份和同年其余各县的最低值到最高值。只作比较，不是估计值。
bounds-range = { $low }至{ $high } { $unit }
bounds-mean = { $areas }的平均
bounds-turn-state = （{ $areas }达到与否决定结论）
bounds-turn = （{ $sides }）
bounds-turn-side =
    { $assessment ->
        [reached] { $areas }{ $side }时，{ $focus }达到
       *[short] { $areas }{ $side }时，{ $focus }未达到
    }
bounds-sides =
    { $side ->
        [at_least] 不低于 { $level }
        [below] 低于 { $level }
        [at_most] 不高于 { $level }
       *[above] 高于 { $level }
    }
