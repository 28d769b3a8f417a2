# Sentences of a pack; each number in them is quoted from a cell of the pack's data sheets.

pack-assessments = { $year }年，以{ $benchmark }的80%为线看{ $focus }：{ $count } 项指标中，{ $parts }。
pack-assessment = { gap-assessments } { $count } 项
pack-gap-none = { $year }年{ $indicator }：该年没有任何县的数据。
pack-gap =
    { $year }年{ $indicator }：{ $levels ->
        [none] {""}
       *[other] { $levels }；
    }{ $title }，{ $detail }{ $certain ->
        [none] {""}
       *[other] ；{ $certain }
    }。
pack-averaged = { $levels }（{ common-averaging-names }）
pack-change = { findings-ratio-change }，相差 { $points } 个百分点。
pack-change-none = { findings-ratio-change }。
pack-extremes-unknown = { $year }年{ $indicator }：各县暂无数据。
pack-extremes-small = { $year }年{ $indicator }：各县数量太少，不作比较{ pack-extremes-missing }。
pack-extremes =
    { $year }年{ $indicator }：{ $parts }{ $small ->
        [none] {""}
       *[other] ；{ $small }数量太少，不作比较
    }{ pack-extremes-missing }。
pack-extremes-missing =
    { $missing ->
        [none] {""}
       *[other] ；缺{ $missing }的数据
    }
pack-extremes-alike =
    { $rest ->
        [true] 其余各县均为 { $value } { $unit }
       *[false] 有数据的各县均为 { $value } { $unit }
    }
pack-extreme =
    { $end ->
        [highest] 最高的是{ $names }，{ $value } { $unit }
       *[lowest] 最低的是{ $names }，{ $value } { $unit }
    }
pack-states-alike = 有数据的各县均为“{ $state }”
pack-states = 为“{ $state }”的有{ $names }
pack-county-missing = { $indicator }：{ $year }年{ $county }暂无数据。
pack-county-state = { $indicator }：{ $year }年{ $county }为“{ $state }”。
pack-county-few = { $indicator }：{ $year }年{ $county } { $value }（{ $few }），不排名。
pack-county = { $indicator }：{ $year }年{ $county } { $parts }。
pack-target =
    第{ $article }条“{ $subject }”（{ $need }）：截至{ $year }年{ $firm ->
        [false] 按原文字面
       *[true] {""}
    }{ common-statuses }
pack-target-stated = { pack-target }，无数字，据陈述：{ $said }。
pack-target-bare = { pack-target }。
pack-target-state = { pack-target }，现为“{ $value }”。
pack-target-value =
    { pack-target }，现为 { $value } { $unit }{ $few ->
        [none] {""}
       *[other] （{ $few }）
    }。
pack-target-areas =
    { pack-target }，{ $areas } 个地区中 { $reached } 个达到{ $few ->
        [0] {""}
       *[other] ，{ $few } 个数量太少，不足以判断
    }{ $unknown ->
        [0] {""}
       *[other] ，{ $unknown } 个暂无数据
    }。
pack-statuses = 截至{ $year }年，{ $total } 项政策目标中：{ $parts }
pack-statuses-sentence = { pack-statuses }。
pack-statuses-part = { common-statuses } { $count } 项
pack-statuses-few = 另有 { $count } 项数量太少，不足以判断
