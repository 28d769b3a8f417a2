# What the lines on a map are.

ground-north = 北
ground-inset = 所在位置
ground-kilometres = { $km }公里
ground-lines =
    { $line ->
        [roads] 主要道路
       *[rivers] 主要河流
    }
ground-group-line = { $focus }与{ $benchmark }的分界
ground-border =
    { $is_long ->
        [true] 地区边界
       *[false] { $region }界
    }
ground-borders =
    { $inner ->
        [2] { $border }，细线为省界
        [4] { $border }，细线为市（州）界
       *[other] { $border }
    }
ground-county-border = 县界
