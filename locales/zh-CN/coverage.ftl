# The words of the coverage page (设施布局).

coverage-title = 设施布局
coverage-type = 设施类型
coverage-year = 年份
coverage-modes-coverage = 覆盖情况
coverage-modes-siting = 选址
coverage-open-map = 在地图上看
coverage-open-map-hint = 在服务地图上看各县、各乡镇的标准内居民比例
coverage-covered = 标准内的居民点
coverage-uncovered = 标准外的居民点
coverage-size = 圆的大小表示人口
coverage-approximate = 空心为近似位置
coverage-share = 标准内居民比例
coverage-city = 全市
coverage-measures =
    { $measure ->
        [share_within] 标准内居民
        [mean_distance] 平均路程
        [p90_distance] 九成居民的路程
        [facilities_per_10000] 每万人设施
        [capacity_per_10000] 每万人{ $capacity }
        [accessibility] 每万人可及{ $capacity }
       *[townships_without] 没有的乡镇
    }
coverage-measure = 指标
coverage-unit = 单位
coverage-share-title = 各县标准内居民比例
coverage-worst-orders-residents = 人口最多
coverage-worst-orders-distance = 离得最远
coverage-outside = 标准外居民（人）
coverage-longitude = 经度
coverage-latitude = 纬度
coverage-method-title = 口径与来源
coverage-standard = 标准
coverage-distance = 距离
coverage-residents = 居民
coverage-facilities = 设施
coverage-capacity-standard = 规模
coverage-due = 应设
coverage-estimated-residents = 居民位置为估计
coverage-demonstration = 演示
coverage-unreachable = 不可达
coverage-verdicts =
    { $assessment ->
        [short] 未达80%
        [sensitive] 口径不一
        [reached] 达到80%
        [undefined] 无法比较
        [ungrouped] 未分组
        [too_few] 数量太少
        [missing] 缺数据
        [not_judged] 不评价
       *[no_data] 暂无数据
    }
coverage-map-heading = { $type } · { $year }年 · { $within }以内
coverage-faults =
    { $fault ->
        [counties_without_residents] { $names }这一年没有人口数，不画居民点，所在组不下结论。
        [outside] { $count }所设施不在本市范围内，没有算入：{ $names }。请核对坐标。
        [duplicate] { $count }所设施重复列出，只算一次：{ $names }。
        [closed_before_opened] { $count }所设施停用早于启用，没有算入：{ $names }。请核对年份。
        [settlements_outside] { $count }个居民点不在本市范围内，没有算入。
        [capacity_unknown] { $count }所设施规模不明，所在地区没有规模和可及性数字：{ $names }。
        [unreachable] { $count }处居民点沿导入的道路到不了任何一所（道路不连通），按标准外计：{ $names }。
        [settlements_off_network] { $count }处居民点离道路太远，按直线距离估算：{ $names }。
       *[facilities_off_network] { $count }所设施离道路太远，按直线距离估算：{ $names }。
    }
coverage-no-residents-do = 这个数据集没有常住人口，也没有居民点。在“数据 → 导入”里导入其中一种。
coverage-no-facilities = 这个数据集没有设施点
coverage-template = 下载设施表模板
coverage-see-demo = 先看演示数据
coverage-import-facilities = 导入设施
coverage-import-settlements = 导入居民点
coverage-none-open = { $year }年没有开放的{ $type }
coverage-no-residents = { $year }年没有人口数，算不出覆盖情况
coverage-share-note = 黑线为组内全部居民的比例（合并计算），红虚线为{ $benchmark }该比例的80%。
coverage-worst-columns-place = 居民点
coverage-worst-columns-county = 县（市、区）
coverage-worst-columns-people = 人口
coverage-worst-columns-distance = 最近距离
coverage-worst-none = 所有居民点都在标准以内。
coverage-browser-failed = 服务器没有完成这次计算。请稍后再试。
coverage-browser-worst-hint = 点击一行，在地图上指出。
coverage-bases =
    { $basis ->
        [policy] 政策文件
        [national] 国家标准
       *[default] 本系统默认值
    }
coverage-estimated = 估计
coverage-picture-title = { $region }{ $type }覆盖情况（{ $year }年，{ $within }以内）
coverage-type-without-points = { $name }（无）
coverage-line = 80%线 { $value }
coverage-people = { $count }人
coverage-within = 服务范围（{ $within }以内）
coverage-facilities-of-type = { $type }（{ $count }所）
coverage-km = { $km }公里
coverage-folded = 折算 { $percent }
coverage-people-outside = 标准外 { $people }
coverage-lacking = 缺{ $counties }，不下结论
coverage-residents-here =
    { $is_estimated ->
        [true] 居民 { $count }人（估计）
       *[false] 居民 { $count }人
    }
coverage-nearest =
    { $is_covered ->
        [true] 最近：{ $facility }　{ $way }　标准内
       *[false] 最近：{ $facility }　{ $way }　标准外
    }
coverage-share-in = { $area }标准内居民比例
coverage-capacity = { $noun } { $value }{ $unit }

# The method.
coverage-straight-line = 直线距离×{ $detour }（没有导入道路）
coverage-by-road = 道路距离：沿导入道路的最短路径
coverage-standard-fact =
    { $basis ->
        [none] { $within }以内。{ $source }
       *[other] { $within }以内。{ $basis }：{ $source }
    }
coverage-capacity-fact =
    { $now ->
        [none] 每{ $unit }{ $noun }服务不超过{ $standard }人，有设施规模不明，无法比较。
       *[other] 每{ $unit }{ $noun }服务不超过{ $standard }人，现为{ $now }人。
    }
coverage-due-rule = 周围{ $within }内满{ $least }人、又在标准外的居民点
coverage-due-unknown = { $rule }：没有居民点人口，无法判断；请导入居民点与人口。
coverage-due-nowhere = { $rule }：没有。
coverage-due-places = { $rule }：{ $count }处（{ $places }）。按居民点人口计，不分是否户籍。
coverage-and-others = { $names }等
coverage-residents-fact = { $sources }，{ $places }处，共{ $people }
coverage-estimated-fact = 【估计】{ $fact }
coverage-facilities-fact =
    { $approximate ->
        [0] { $year }年开放{ $count }所。{ $sources }
       *[other] { $year }年开放{ $count }所，其中{ $approximate }所为近似位置。{ $sources }
    }
coverage-not-drawn = 图上未画{ $count }个较小的居民点，数字都已算入。

# Why there is nothing to show.
coverage-no-facilities-do-table = 要看谁在标准以内、新设施建在哪里，需要一份设施表，每所一行：类型、名称、经度、纬度（没有经纬度的填所在乡镇）。
coverage-no-facilities-do-more = 另可填规模、等级、启用和停用年份、来源。有居民点人口和道路的，一并导入更准；没有的按乡镇驻地和直线距离估计。
coverage-no-facilities-do-import = 在“数据 → 导入”里选“设施”上传，发布后这里就能看到覆盖情况。
coverage-none-of-type = { $dataset }里没有{ $type }
coverage-types-held = 有的类型：{ $types }。
coverage-first-opened = 最早{ $year }年启用
coverage-last-closed = 最晚{ $year }年停用
coverage-held =
    { $when ->
        [none] 数据集里有{ $count }所。
       *[other] 数据集里有{ $count }所，{ $when }。
    }
coverage-years-with-residents = 有人口数的年份：{ $years }。
coverage-opened = { $year }年启用
coverage-closed = { $year }年停用
