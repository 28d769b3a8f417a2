# The words of siting (选址): the search for sites, changes by hand, results, saved scenarios.

siting-count = 新建几处
siting-objective = 怎样算好
siting-where = 建在哪里
siting-least = 其中{ $group }至少
siting-candidates = 候选地点
siting-capacity = 每处{ $noun }（{ $unit }）
siting-capacity-hint = 可不填
siting-budget = 总预算（万元）
siting-price = 每处造价（万元）
siting-money-hint = 可不填
siting-objectives =
    { $objective ->
        [cover] 覆盖最多居民
       *[median] 总路程最短
    }
siting-whole-city = 全市
siting-modes-add = 新建
siting-modes-move = 迁移
siting-modes-close = 关闭
siting-in-township = 乡镇（建在驻地）
siting-choose-township = 选择乡镇
siting-choose-facility = 选择设施
siting-applies-add = 在驻地新建
siting-applies-move = 把设施迁到驻地
siting-applies-close = 关闭设施
siting-no-changes = 还没有调整。在左边计算选址，或者手工新建、迁移、关闭设施，结果马上显示在这里。
siting-undo-all = 全部撤销
siting-to-data = 到“数据”页导入
siting-capacity-unknown = 规模未填
siting-change-kinds =
    { $kind ->
        [add] 新建
        [move] 迁移
       *[close] 关闭
    }
siting-outcome-title = 结果
siting-estimated = 估计
siting-paper-covered = 标准内的居民点
siting-paper-uncovered = 标准外的居民点
siting-paper-standing = 现有设施
siting-residents = 新增覆盖居民
siting-no-ratio = 无法比较
siting-site-columns-change = 变动
siting-site-columns-name = 名称
siting-site-columns-county = 县（市、区）
siting-site-columns-township = 乡镇
siting-outcome-columns-newly-covered = 新增覆盖居民（人）
siting-outcome-columns-newly-uncovered = 不再覆盖居民（人）
siting-outcome-columns-share-before = 标准内居民比例（%），之前
siting-outcome-columns-share-after = 标准内居民比例（%），之后
siting-outcome-columns-km-before = 平均距离（公里），之前
siting-outcome-columns-km-after = 平均距离（公里），之后
siting-no-targets = 政策台账里没有随{ $type }增减而变化的目标。
siting-none-changes = 没有目标的状态因此改变。
siting-estimate-note = 居民位置按乡镇驻地推算，或设施位置为近似，结果都是估计。
siting-target-note = 按当年的数字加上本方案增减的{ $things }计算，人口不变。
siting-size-note = 有的设施没有填规模，没有计入按规模计算的政策目标。
siting-ratio-note = 比值为{ $focus }与{ $benchmark }标准内居民比例之比，按居民合并计算。
siting-groups = 分组
siting-counties = 各县（市、区）
siting-elsewhere = 其他
siting-log-in = 登录后可以保存方案；不登录也可以把本页地址发给别人。
siting-not-allowed = 你的账号不能保存方案；可以把本页地址发给别人。
siting-compare-title = 方案比较
siting-scenario = 方案
siting-map = 位置
siting-name-needed = 请先给方案起个名称。
siting-nothing-to-save = 方案里还没有调整，没有可保存的内容。
siting-pack-heading = 选址方案
siting-sheet-columns-name = 方案
siting-sheet-columns-type = 设施
siting-sheet-columns-year = 年份
siting-sheet-columns-area = 地区
siting-sheet-columns-residents = 居民（人）
siting-sheet-columns-newly-covered = 新增覆盖（人）
siting-sheet-columns-newly-uncovered = 不再覆盖（人）
siting-sheet-columns-share-before = 标准内居民比例（%），之前
siting-sheet-columns-share-after = 标准内居民比例（%），之后
siting-sheet-columns-mean-before = 平均距离（公里），之前
siting-sheet-columns-mean-after = 平均距离（公里），之后
siting-sheet-columns-ratio-before = 南北之比，之前
siting-sheet-columns-ratio-after = 南北之比，之后
siting-sheet-columns-kind = 数值性质
siting-browser-failed = 服务器没有完成。请稍后再试。
siting-browser-starting = 正在准备计算……
siting-browser-sure-delete = 删除方案“{ $name }”？删除后不能恢复。
siting-browser-yes = 删除
siting-browser-no = 不删除
siting-browser-move-to = 已选{ $name }，请点新的位置。
siting-browser-click-facility = 这里没有设施，请点地图上的设施标志。
siting-browser-pick-township = 请先选择乡镇。
siting-browser-pick-facility = 请先选择设施。
siting-hints-add = 在地图上点一下，就在那里新建一处；再按“新建”或 Esc 结束。
siting-hints-move = 先点要迁移的设施，再点新的位置；再按“迁移”或 Esc 结束。
siting-hints-close = 点要关闭的设施；再按“关闭”或 Esc 结束。
siting-browser-hint = 选一种做法，再在地图上点。
siting-browser-plan-title = 找选址
siting-browser-prices = 各县造价不同（不填的按每处造价）
siting-browser-stop = 先看目前最好的
siting-browser-compute = 计算
siting-browser-plan-note = 现有设施和下面已做的调整都保留；找到的地点加进方案，可以再手工改。
siting-browser-hand-title = 手工调整
siting-browser-without-map = 不用地图，从列表里选
siting-browser-changes-title = 方案内容
siting-browser-undo = 撤销
siting-browser-targets-title = 政策目标
siting-browser-saved-title = 已存方案
siting-browser-compare = 比较所选
siting-browser-no-saved = 还没有已存的方案。
siting-browser-share-note = 不保存也可以：本页的地址就是这个方案。
siting-browser-pack = 放进简报
siting-browser-name = 方案名称
siting-browser-name-hint = 如：连州市补一处卫生院
siting-browser-save = 保存
siting-browser-pick = 选入比较
siting-browser-delete = 删除
siting-browser-back = 返回方案
siting-map-title = 选址方案“{ $name }”：{ $type }，{ $year }年
siting-counted = { $changes } 处调整
siting-legend-entry = { $label }（{ $count }）
siting-most-compared = 请勾选 2 至 4 个方案再比较。
siting-candidate-names =
    { $kind ->
        [seats] 乡镇驻地
        [uncovered] 标准外的居民点
       *[settlements] 所有居民点
    }
siting-won = 新进入标准
siting-lost = 不再在标准内
siting-legend =
    { $mark ->
        [new] 新建或迁入的设施
        [closed] 关闭的设施
        [won] { siting-won }的居民点
        [lost] { siting-lost }的居民点
        [reach] 新建或迁入设施的标准范围
       *[ways] 迁移
    }
siting-kinds =
    { $kind ->
        [demonstration] 演示（虚构）
        [estimated] 估计
       *[computed] 计算
    }
siting-area-columns-area = 地区
siting-area-columns-covered = 新增覆盖（人）
siting-area-columns-share = 标准内居民比例
siting-area-columns-distance = 平均距离（公里）
siting-compare-rows-what = 设施和年份
siting-compare-rows-changes = 新建 / 迁移 / 关闭
siting-compare-rows-covered = 新增覆盖居民（人）
siting-compare-rows-uncovered = 不再覆盖居民（人）
siting-compare-rows-city = 全市标准内居民比例
siting-compare-rows-focus = { $focus }标准内居民比例
siting-compare-rows-benchmark = { $benchmark }标准内居民比例
siting-compare-rows-ratio = { $focus } ÷ { $benchmark }
siting-compare-rows-line = 80%线
siting-compare-rows-mean = 全市平均距离（公里）
siting-compare-rows-targets = 状态改变的目标
siting-compare-rows-kind = 数值性质
siting-saved = 已保存方案“{ $name }”。
siting-deleted = 已删除方案“{ $name }”。
siting-new-name = { $type }（新{ $number }）
siting-marked = { $text }（{ siting-estimated }）
siting-nobody-within = { $group }没有居民在标准以内
siting-persons = { $count } 人
siting-incomparable = { $focus }与{ $benchmark }无法比较：{ $benchmark }没有居民在标准以内。
siting-ratio = { $focus }达到{ $benchmark }水平的 { $shares }；{ $lines }。
siting-line =
    { $is_reached ->
        [true] 达到80%线
       *[false] 未达80%线
    }
siting-more = { $what }再增加 { $count } { $unit }
siting-saved-line = { $type } · { $year }年 · { $made }

# The outcome.
siting-capacity-of = { $value } { $unit }
siting-subject = { siting-outcome-title }：{ $type }{ $within }以内，{ $year }年
siting-none-stands = { $year }年没有开放的{ $type }，下面的结果从第一处算起。
siting-covered-note =
    { $is_estimated ->
        [true] { siting-estimated }；现在{ $within }内有{ $type }
       *[false] 现在{ $within }内有{ $type }
    }
siting-share-moved =
    { $way ->
        [kept] 全市标准内居民比例仍为 { $after }
        [risen] 全市标准内居民比例由 { $before } 升到 { $after }
       *[fallen] 全市标准内居民比例由 { $before } 降到 { $after }
    }
siting-came-in = 新覆盖 { $people }
siting-fell-out = 不再覆盖 { $people }
siting-uncovered = 不再覆盖 { $people }。
siting-target-name = 第{ $article }条“{ $subject }”{ $requirement }（{ $year }年）
siting-target-of = { $area }{ $target }
siting-target-change = { $target }：{ $values }，{ $statuses }
siting-missed =
    { $more ->
        [none] 离达到最近的是{ $target }：现为 { $value }，还差 { $lacking } { $unit }。
       *[other] 离达到最近的是{ $target }：现为 { $value }，还差 { $lacking } { $unit }，{ $more }就达到。
    }

# In documents.
siting-document-covered = 方案“{ $name }”（{ $type }，{ $year }年）：新增覆盖居民 { $people }（{ $standard }内有{ $type }算覆盖）。
siting-document-says = 方案“{ $name }”（{ $type }，{ $year }年）：{ $sentence }
siting-document-change = { $kind } { $name }（{ $place }）
siting-about = { $type }，{ $year }年，{ $dataset }
