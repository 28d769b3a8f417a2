# The words of a pack: names of documents and sheets, headings of columns, titles as templates, and file names.

document-outputs =
    { $format ->
        [pptx] PowerPoint 演示文稿
        [docx] Word 报告
        [pdf] PDF 文册
        [xlsx] Excel 数据表
       *[zip] 图片包
    }
document-sheets =
    { $id ->
        [values] 数值
        [counties] 县域位置
        [targets] 目标
        [counts] 计数
       *[scenarios] 选址方案
    }
document-traces = 句子与出处
document-about = 说明
document-contents = 目录
document-failed = 未能生成的图
document-sources = 来源
document-overview = 总体判断
document-targets = 政策目标
document-made-on = 制作日期
document-maker = 制图单位
document-dataset = 数据
document-values-title = 数据
document-means-title = 两组县均值
document-rank = 位次
document-gap-table-note = 水平和比值为首个已知口径（一般为县均值）；逆向指标（越低越好）的比值按倒数折算；“稳健性”看三种口径的结论是否一致。
document-whole-meaning = 本地区没有分组：水平为全地区数值，比值为全地区与参照地区之比
document-whole-gap-table-note = 本地区没有分组：水平为全地区数值，比值为全地区与参照地区之比；逆向指标（越低越好）的比值按倒数折算。
document-continued = （续）
document-picture-listing = 目录.txt
document-collecting = 正在整理数据
document-drawing = 正在绘制：{ $title }
document-writing = 正在写入{ $document }
document-dataset-line = 数据集：{ $dataset }（版本 { $version }）
document-failed-picture = 未能生成：{ $title }（{ $reason }）
document-figure-caption = 图{ $number }　{ $title }
document-table-caption = 表{ $number }　{ $title }
document-spine-title = { $county }在全市的位置，{ $year }年
document-heat-title = 各县目标状态：{ $domain }，截至{ $year }年
document-gap-table = { $gap_name }一览，{ $year }年
document-target-table = 目标完成情况，截至{ $year }年
document-county-table = { $county }主要指标，{ $year }年
document-county-targets = { $county }政策目标，截至{ $year }年
document-no-figures = { $indicator }：{ $year }年各县暂无数据，不作图。
document-target-columns-article = 条
document-target-columns-subject = 目标
document-target-columns-required = 目标值
document-target-columns-met-from = 允许范围自
document-target-columns-met-to = 至
document-target-columns-unit = 单位
document-target-columns-scope = 范围
document-target-columns-deadline = 期限
document-target-columns-department = 牵头部门
document-target-columns-year = 截至年份
document-target-columns-area = 地区
document-target-columns-value = 数值
document-target-columns-status = 状态
document-target-columns-share = 走过的路程
document-target-columns-reached = 达到数
document-target-columns-areas = 应达数
document-target-columns-unknown = 暂无数据数
document-target-columns-few = 数量太少数
document-target-columns-events = 例数
document-target-columns-low = 95%区间下限
document-target-columns-high = 95%区间上限
document-target-columns-letter = 按原文字面
document-target-columns-statement = 各方陈述
document-counted-verdicts = 80%线判断（指标数）
document-counted-statuses = 政策目标状态（目标数）
document-total = 合计
document-whole-target = 整体
document-trace-columns-section = 章节
document-trace-columns-sentence = 句子
document-trace-columns-number = 句中数字
document-trace-columns-value = 完整数值
document-trace-columns-origin = 出处（可点击）
document-columns =
    { $column ->
        [domain] 领域
        [indicator] 指标
        [area_code] 代码
        [area_name] 地区
        [year] 年份
        [value] 数值
        [unit] 单位
        [events] 例数
        [low] 95%区间下限
        [high] 95%区间上限
        [kind] 性质
        [source] 来源
        [note] 备注
        [rank] 位次
        [counted] 有数据的县数
        [city] 全市
        [verdict] 与全市相比
       *[caveat] 使用须知
    }
document-count-columns-what = 项目
document-count-columns-year = 年份
document-count-columns-category = 类别
document-count-columns-count = 数目
document-done = 有 { $count } 张图没有画成，文件里已注明：{ $failed }
document-gap-level =
    { $averaging ->
        [none] { $group }
       *[other] { $group }（{ $averaging }）
    }
document-gap-basis = { $group }{ $what }
document-gap-verdict = 80%线
document-gap-missing = 缺数据的成员
document-gap-excess = 逆向指标高于（负为低于）对照组的幅度
document-gap-points =
    { $as_whole ->
        [true] 距80%线（百分点）
       *[false] 距80%线（百分点，首个已知口径）
    }
document-gap-first-year = 对照年份
document-gap-change = 比值较对照年变化（百分点）
document-gap-direction = 方向
document-exhibit =
    { $part ->
        [gaps] { $indicator }：{ $focus }与{ $benchmark }，{ $year }年
        [rankings] { $indicator }：各县数值，{ $year }年
        [trends] { $indicator }：历年走势
       *[maps] { $indicator }，{ $year }年
    }
document-year = { $year }年
