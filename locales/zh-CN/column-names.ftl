# A table that leaves the program for an office: headings, kinds, and how the two censuses compare.

column-names-headings =
    { $heading ->
        [area_code] 代码
        [area_name] 地区
        [year] 年份
        [value] 数值
        [unit] 单位
        [counted] 统计范围
        [events] 例数
        [interval_low] 95%区间下限
        [interval_high] 95%区间上限
        [small] 数量太少
        [kind] 性质
        [source] 来源
        [note] 备注
        [caveat] 使用须知
        [comparability] 两次普查可比
        [dataset] 数据集
       *[demonstration] 演示数据
    }
column-names-counted =
    { $counted ->
        [full] 全数
       *[sample] 约10%抽样
    }
column-names-comparability =
    { $comparability ->
        [full] 可比
        [zones_apart] 2020年开发区单列
        [approximate] 区划有变，近似
       *[none] 不可比
    }
column-names-marks = { $areas }：{ column-names-comparability }，两次普查对比须慎重。
