# Words of the groups of counties: the dialog, the line above every page, what is wrong with those given or saved.

groups-open = 分组
groups-browser-title = 设定对比分组
groups-browser-hint = 把县（市、区）分成两组，第一组与第二组相比。设定后各页、图件、表格均按此分组，链接可以转发。
groups-browser-focus = 第一组（被衡量）
groups-browser-benchmark = 第二组（参照）
groups-browser-neither = 不参加
groups-browser-county = 县（市、区）
groups-browser-name = 名称
groups-browser-find = 按名称或代码查找
groups-browser-put = 列出的都归入：
groups-browser-counts = 第一组{ $first }个，第二组{ $second }个，不参加{ $rest }个
groups-browser-apply = 按此分组显示
groups-browser-restore = 恢复原有显示
groups-browser-ungroup = 不分组显示
groups-browser-save = 为全部用户保存
groups-browser-withdraw = 撤回
groups-browser-saving = 正在保存……
groups-browser-unsaved = 没有得到服务器的答复，不知是否已保存；请刷新后查看。
groups-browser-cancel = 取消
groups-browser-same = 两组不能同名。
groups-browser-bad-name = 名称须为1至10个汉字、字母或数字。
groups-browser-too-long = 所选过多，地址写不下；请尽量按整个地级市或省选。
groups-browser-empty = 每组至少选一个县（市、区）。
groups-browser-focus-name = 甲组
groups-browser-benchmark-name = 乙组
groups-declared = 本地区的分组由政策规定，不能另为全部用户保存；自定分组可用链接转发。
groups-never-saved = 还没有为全部用户保存的分组。
groups-given-none = 现不分组显示，仅对本链接有效。
groups-given-side = { $group }（{ $count }个）
groups-given =
    { $policy ->
        [true] 现按自定分组显示：{ $focus }与{ $benchmark }相比，仅对本链接有效；目标进度仍按政策规定的范围判定。
       *[false] 现按自定分组显示：{ $focus }与{ $benchmark }相比，仅对本链接有效。
    }
groups-set-aside = { $signed }为全部用户保存的分组未采用：{ $reason }。现按原有方式显示。
groups-saved-unfit = 为全部用户保存的分组未采用（{ $signed }）：{ $reason }。
groups-saved = 已为全部用户保存：{ $names }（{ $signed }）。
groups-saved-withdrawn = 现无为全部用户保存的分组：已撤回（{ $signed }）。
groups-saved-earlier =
    { $names ->
        [none] 撤回（{ $signed }）
       *[other] { $names }（{ $signed }）
    }
groups-saved-before = 此前：{ $entries }。
groups-names-between = 与
groups-signed = { $by }，{ $moment }
groups-stale =
    { $names ->
        [none] 没有保存：{ $by }已于{ $moment }撤回了分组。请刷新页面，看过后再定。
       *[other] 没有保存：{ $by }已于{ $moment }保存了“{ $names }”。请刷新页面，看过后再定。
    }
groups-faults =
    { $fault ->
        [not_two] 须给出两组，形如“{ groups-example }”
        [name] 组名“{ $found }”不能用，须为1至{ $longest }个汉字、字母或数字
        [same_name] 两组同名“{ $found }”
        [empty] “{ $found }”组没有县（市、区）
        [unknown_code] 代码“{ $found }”不是本地区的县（市、区）
        [in_both] 代码“{ $found }”同时列入两组
        [too_long] 文字过长
        [declared] 本地区的分组由政策规定，不能另行保存
       *[none_saved] 没有可以撤回的分组
    }
groups-example = 山区.440232.440281_城区.440203.440204
groups-fault = 分组（groups）未采用：{ $reason }。
groups-save-fault = 没有保存：{ $reason }。
groups-ignored = { $fault }现按原有方式显示。
