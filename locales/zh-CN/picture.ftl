# The words on a picture of a map.

picture-watermark = 演示数据 · 非真实统计
picture-north = 北
picture-facilities = 设施（当年在用）
picture-hollow = 空心：位置近似（乡镇驻地）
picture-by-order = 分级（各图断点见图题）
picture-states = 是否达到
picture-indicator = { $indicator }（{ $unit }）
picture-named-years = { $name }，{ $years }
picture-many = { $count }项指标，{ $years }
picture-with = {" 与 "}
picture-and = 与
picture-span = { $first }—{ $last }年
picture-legend =
    { $head ->
        [none] { $name }
       *[other] { $name }：{ $head }
    }
picture-families =
    { $count ->
        [1] { $legend }；数值{ $betters }
       *[other] { $legend }；色块自左：{ $betters }
    }
picture-domain-title = { $place }　{ $domain }各项指标，{ $year }年
picture-breaks =
    { $breaks ->
        [none] 各地相同
       *[other] 断点 { $breaks }
    }
picture-class =
    { $end ->
        [lowest] 第{ $number }级（数值最低）
        [highest] 第{ $number }级（数值最高）
       *[none] 第{ $number }级
    }
picture-group = { $group }：{ $counties }
picture-definitions = 定义：{ $definitions }
picture-caveats = 说明：{ $caveats }
picture-made-on = 制图日期：{ $day }
picture-made-by = 制图单位：{ $maker }
picture-approval = 审图号：{ $number }
picture-page = 页面：{ $link }
picture-count = { $areas }个
picture-kilometres = { $length } 公里
