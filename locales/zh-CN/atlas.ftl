# The words of the atlas page, and its sentences about the gap.

atlas-title = 服务地图
atlas-map-by-keys = 地图，方向键移到相邻地区，回车选中
atlas-dataset = 数据集
atlas-domain = 领域
atlas-indicator = 指标
atlas-level = 层级
atlas-method = 分级方法
atlas-classes = 级数
atlas-own-breaks = 断点，用逗号分开，如 2.5, 4
atlas-labels = 图上文字
atlas-compare = 对比
atlas-other-indicator = 右图指标
atlas-close-notice = 关闭提示
atlas-open-hint = 也可在地图上双击，或按回车键
atlas-close-hint = 也可按退格键
atlas-play = 播放
atlas-pause = 暂停
atlas-year = 年份
atlas-copy-link = 复制链接
atlas-copied = 已复制
atlas-explain = 指标说明
atlas-map-notes = 点击展开或收起使用须知、来源与备注全文
atlas-ranking = 排名
atlas-trend = 趋势
atlas-table = 表格
atlas-facilities = 设施
atlas-detail = 各地数值
atlas-controls = 选择指标和画法
atlas-zoom-in = 放大（+）
atlas-zoom-out = 缩小（−）
atlas-zoom-reset = 恢复全图（R）
atlas-zoom-hint = 按住 Ctrl 滚动可缩放
atlas-facility-search = 按名称、类型、乡镇查找
atlas-open-townships = 打开乡镇
atlas-close-townships = 返回全市
atlas-unselect = 取消选择
atlas-place = 地区
atlas-every-place = { $name }（全部）
atlas-select-hint = 点击地图、排名或表格中的地区可选中
atlas-definition = 定义
atlas-source = 权威来源
atlas-caveat = 使用须知
atlas-target = 政策目标
atlas-unit = 单位
atlas-direction = 方向
atlas-kinds-title = 数值性质
atlas-formula = 计算公式
atlas-readings-title = 三种“平均水平”
atlas-no-target = 本指标没有可用于县级地图的量化目标
atlas-dataset-about = 数据集说明
atlas-before = ；{ $year }年为 { $percent }
atlas-replaced-indicator = “{ $wanted }”在{ $dataset }中没有数据，已换为“{ $shown }”
atlas-replaced-level = “{ $indicator }”没有原来层级的数据，已换为{ $level }
atlas-replaced-year = “{ $indicator }”没有{ $wanted }年的数据，已换为{ $shown }年
atlas-unreadable-breaks = 断点“{ $text }”无法识别，暂按自然断点分级；请写1至6个数字，用逗号分开，如 2.5, 4
atlas-relative = { $focus }为{ $benchmark }的 { $percent }

atlas-labels-shown-values = 名称和数值
atlas-labels-shown-names = 名称
atlas-labels-shown-none = 无文字
atlas-compares-none = 单图
atlas-compares-years = 两个年份
atlas-compares-indicators = 两个指标
atlas-facility-tables-list = 名录
atlas-facility-tables-counts = 分地区
atlas-facility-columns-name = 名称
atlas-facility-columns-typeName = 类型
atlas-facility-columns-place = 乡镇
atlas-facility-columns-capacity = 规模
atlas-facility-columns-grade = 等级
atlas-facility-columns-opened = 启用
atlas-facility-columns-closed = 停用
atlas-facility-columns-source = 来源
atlas-columns-name = 地区
atlas-columns-county = 县（市、区）
atlas-columns-group = 分组
atlas-columns-value = 数值
atlas-columns-earlier = 前一年
atlas-columns-later = 后一年
atlas-columns-change = 变化
atlas-columns-rank = 位次
atlas-columns-basis = 例数、区间
atlas-columns-kind = 性质
atlas-columns-class = 分级
atlas-columns-source = 来源
atlas-columns-note = 备注
atlas-columns-code = 代码

# What stands on a map and beside it; the browser writes some of it alike.
atlas-subject = { $name }（{ $unit }）· { $when }　{ $where }
atlas-in-year = { $year }年
atlas-areas-of =
    { $level ->
        [county] { $name }各县
       *[township] { $name }各乡镇
    }
atlas-open-place =
    { $prefix ->
        [2] 打开所在省
        [4] 打开所在市
       *[none] 打开乡镇
    }
atlas-back =
    { $around ->
        [none] { atlas-close-townships }
       *[other] 返回{ $around }
    }
atlas-source-line = 来源：{ $source }
atlas-source-of-kind = 来源：{ $source }（{ $kind }）
atlas-remark = 备注：{ $remark }
atlas-remarks-cut = { $remark }；等{ $count }条，逐条见“{ atlas-table }”
atlas-caveat-line = { atlas-caveat }：{ $caveat }
atlas-no-facilities = 本数据集没有设施点位。可切换到演示数据查看，或在“数据”页导入设施表。

# What the browser writes itself, year by year.
atlas-browser-rank = 第{ $rank }位，共{ $count }个
atlas-browser-no-rank = 不排名
atlas-browser-in-country = 省内第{ $place }/{ $province }位、全国第{ $rank }/{ $country }位，同类县均值 { $alike }
atlas-browser-ranking-ends = 共{ $count }个地区，这里只画排在前、后各{ $ends }位的和选中的地区；全部见“{ atlas-table }”
atlas-browser-also-here = 此处还有{ $count }个
atlas-browser-trend-groups = 地区太多，这里只画各组平均和选中的地区
atlas-browser-single-year = 只有{ $year }年的数据，不成趋势
atlas-browser-left-out = { $count }个地区的文字放不下，放大后显示
atlas-browser-name-in = { $name }（{ $place }）

# What the browser writes on facility points, over any map.
atlas-points-none-chosen = 不显示
atlas-points-chosen = { $count }类
atlas-points-clear = 全部清除
atlas-points-unreachable = 设施点位未能读取，请稍后重试。
atlas-points-reading = 正在读取设施点位……
atlas-points-legend = 设施 · { $year }年
atlas-points-hollow = 空心：位置近似
atlas-points-cluster = { $count }个设施
atlas-points-cluster-hint = 点击放大
atlas-points-type-count = { $name }　{ $count }个
atlas-points-and-more = ……
atlas-points-opened = { $year }年启用
atlas-points-opened-unknown = 启用年份不详
atlas-points-closed = { $year }年停用
atlas-points-approximate = 位置近似（乡镇驻地）
atlas-points-outside = 不在本市范围内
atlas-points-source = 来源：{ $source }
atlas-points-list-count = { $year }年在用 { $open }个
atlas-points-list-closed = 另有 { $closed }个当年未启用或已停用
atlas-points-list-found = 找到 { $found }个
atlas-points-every-type = 未选类型，列出全部
atlas-points-area = 地区
atlas-points-total = 合计
atlas-points-name-of-type = { $name }（{ $type }）

# Notices.
atlas-lost-facilities =
    { $more ->
        [0] { $dataset }没有{ $types }的设施点位，地图上不再显示
       *[other] { $dataset }没有{ $types }等的设施点位，地图上不再显示
    }
atlas-ignored = 网址中的 { $part }={ $found } 无法使用，已忽略；{ $allowed }
atlas-nothing-allowed = 本数据集没有可选的内容
atlas-allowed =
    { $is_cut ->
        [true] 可用：{ $allowed } 等{ $count }项
       *[false] 可用：{ $allowed }
    }
atlas-target-line = { $requirement }（{ $year }年，“{ $clause }”）

# The gap of one year.
atlas-gap-heading =
    { $is_grouped ->
        [true] { $focus }与{ $benchmark }的差距
       *[false] { $benchmark }的水平
    }
atlas-with-averaging = { $text }（{ $averaging }）
atlas-side =
    { $held ->
        [true] { $averaging }达到
       *[false] { $averaging }未达
    }
atlas-split = 口径不同结论不同：{ $sides }
atlas-below = 距80%线差 { $points } 个百分点
atlas-above =
    { $is_by_all ->
        [true] 三种口径均达到80%线
       *[false] 达到80%线
    }
atlas-lacking = 缺{ $areas }
atlas-no-mean = 有成员暂无数据，不计算该组平均，也不下结论
atlas-descriptive = 描述性指标
atlas-not-judged = 只描述情况，不评价高低
atlas-incomparable = 无法比较
atlas-no-ratio = { $group }水平为0，比值没有意义
atlas-equality-line = 80%线 { $value }
atlas-beside =
    { $side ->
        [level] { $focus }与{ $benchmark }持平
        [above] { $focus }高于{ $benchmark }
       *[below] { $focus }低于{ $benchmark }
    }
atlas-relative-folded =
    { $excess ->
        [none] { atlas-beside }，按逆向指标折算为{ $benchmark }水平的 { $percent }
       *[other] { atlas-beside } { $excess }，按逆向指标折算为{ $benchmark }水平的 { $percent }
    }
