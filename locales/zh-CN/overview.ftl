# The words of the first page.

overview-title = 总览
overview-year = 年份
overview-method = 怎么算的
overview-domains-title = 分领域
overview-widest = 差距最大
overview-closed = 缩小最多
overview-certain = 缺县也能断定的
overview-targets = 政策目标
overview-reach = 够不着的人
overview-publication = 数据更新
overview-nothing-wide = 可评判的指标中，没有低于对方水平的。
overview-nothing-closed = 没有一项差距缩小。
overview-no-earlier = 没有更早的可比年份，还看不出变化。
overview-no-ledger = 本地没有登记政策目标。
overview-no-reach = 还不能回答：需要设施位置和居民点，由各主管部门和民政部门提供。
overview-see-demonstration = 看演示
overview-demonstration = 随程序提供的演示数据，全部虚构，不能用于判断。
overview-shipped = 随程序提供的公开数据，本单位尚未发布过自己的版本。
overview-domain = 领域
overview-indicators = 各项指标
overview-outcomes =
    { $outcome ->
        [on_time] 按期达到
        [late] 逾期达到
        [reached] 达到时间不明
        [missed] 到期未达
        [under_way] 未到期
       *[cannot_tell] 无法判断
    }
overview-columns =
    { $column ->
        [card] 栏目
        [subject] 内容
        [text] 结论
        [ratio] 比例或比值
        [further] 变化和说明
       *[page] 依据的页面
    }
overview-all-indicators = 全部指标
overview-all-targets = 全部目标
overview-heading = { $region }基本公共服务均等化 · { $year }年
overview-published = 第{ $number }版，{ $day }导入：新增 { $added } 行、修改 { $changed } 行、删除 { $removed } 行。
overview-unknown-publication = 第{ $number }版；改动记录暂时读不到。
overview-sign = { $indicator }：{ $verdict }
overview-sources-note = { $sources }（列出的各项差距）
overview-sign-meanings-reached = 达到
overview-sign-meanings-sensitive = 因口径而异
overview-sign-meanings-short = 未达到
overview-sign-meanings-none = 不能评判

# What the page says.
overview-method-text = 每项指标：{ $focus }的水平÷{ $benchmark }的水平（越低越好的取倒数），与{ $line }比较。合并计算、人口加权、县均值三种口径都达到才算“达到”，结论不一的算“因口径而异”。缺县、数量太少、不评判高低的指标不计入。
overview-of-ratio = { $text }（{ $ratio }）
overview-none-judged = { $focus }与{ $benchmark }还没有可评判的指标
overview-all-hold = { $count } 项指标，{ $focus }都达到{ $benchmark }的{ $line }
overview-some-hold = { $count } 项指标，{ $focus }有 { $reached } 项达到{ $benchmark }的{ $line }
overview-moved =
    { $way ->
        [up] { $earlier }年 { $then } 项 → { $later }年 { $now } 项，多了 { $count } 项
        [down] { $earlier }年 { $then } 项 → { $later }年 { $now } 项，少了 { $count } 项
       *[same] { $earlier }年 { $then } 项 → { $later }年 { $now } 项，没有增减
    }
overview-of-both = 两年都可评判的 { $count } 项中，{ $moved }
overview-needs =
    { $areas ->
        [none] 需要各县的指标数值，或统计数连同常住人口，由统计部门和各主管部门提供。
       *[other] 缺{ $areas }的数字，由统计部门和各主管部门提供。
    }
overview-of-domain =
    { $judged ->
        [0] 没有可评判的指标
       *[other] 可评判 { $judged } 项，达到 { $reached } 项
    }
overview-plus = ＋{ $count }
overview-same = 不变
overview-since =
    { $year ->
        [none] 变化
       *[other] 比{ $year }年
    }
overview-in-year = { $year }年
overview-from-to = { $earlier }年 { $ratio } → { $later }年
overview-map-pair =
    { $earlier ->
        [none] { $name }：{ $later }年的地图
       *[other] { $name }：{ $earlier }年与{ $later }年的地图
    }
overview-unjudged-for =
    { $reason ->
        [missing] 缺县 { $count } 项
        [too_few] 数量太少 { $count } 项
        [undefined] 比值没有意义 { $count } 项
       *[ungrouped] 未分组 { $count } 项
    }
overview-unjudged = 另有不能评判的：{ $reasons }。
overview-counted = { $what } { $count } 项
overview-targets-by = 截至{ $year }年，{ $count } 项目标：{ $outcomes }。
overview-owing =
    { $is_late ->
        [true] 未按期达到最多的牵头部门：{ $departments }。
       *[false] 缺数字最多的牵头部门：{ $departments }。
    }
overview-people-share = { $people }（{ $share }）
overview-beyond = { $distance }以外
overview-change-since = { $since }：{ $change }
overview-sheet-subtitle =
    { $before ->
        [none] { $year }年，没有更早的可比年份
       *[other] { $year }年，与{ $before }年比较
    }
overview-maps-note =
    { $earlier ->
        [none] 小地图为{ $later }年，颜色与“服务地图”相同。
       *[other] 小地图左为{ $earlier }年、右为{ $later }年，颜色与“服务地图”相同。
    }
