# The tables that leave a page as files.

tables-menu = 下载表格
tables-menu-hint = 把本页的表格存成 CSV 或 Excel 文件，数值不舍入
tables-csv = 下载 CSV
tables-xlsx = 下载 XLSX
tables-names =
    { $table ->
        [overview] 总览要点
        [values] 各地数值
        [changes] 两年变化
        [facilities] 设施名录
        [targets] 目标清单
        [statuses] 各地状态
        [progress] 各地进度
        [index] 综合指数
        [gaps] 各指标差距
        [readings] 三种口径
        [counties] 各县数值
        [needs] 所需增减
        [inequality] 不平等测度
        [references] 与参照地区比较
        [benchmarks] 各县与同类县
        [standings] 县域指标
        [places] 省内、全国位次
        [alike] 同类县
        [duties] 政策目标
        [townships] 乡镇情况
        [measures] 服务指标
        [coverage] 各县覆盖
        [uncovered] 标准外居民点
        [sites] 选址方案
       *[siting] 选址结果
    }
tables-headings =
    { $heading ->
        [area] 地区
        [code] 代码
        [county] 县（市、区）
        [group] 分组
        [year] 年份
        [indicator] 指标
        [domain] 领域
        [value] 数值
        [unit] 单位
        [rank] 位次
        [counted] 参与排位的县数
        [basis] 例数、区间
        [class] 分级
        [kind] 性质
        [source] 来源
        [note] 备注
        [caveat] 使用须知
       *[dataset] 数据集
    }
tables-longitude = 经度
tables-latitude = 纬度
tables-approximate = 位置
tables-approximate-place = 近似（乡镇驻地）
tables-kilometres = { $name }（公里）
tables-of-year = { $name }（{ $unit }），{ $year }年
tables-of = { $name }：{ $what }
tables-kinds = 数值性质
tables-sources = 来源
tables-definition = 定义
tables-made-on = 导出日期
tables-dataset-note = { $name }（版本 { $version }）：{ $description }
tables-demonstration = { $name }（{ common-demo-ribbon }）
