# The words of a county's place in the country, and of the counties most like it.

county-context-places = 在省内、全国的位次
county-context-alike = 全国最相近的十个县（市、区）
county-context-county = 县（市、区）
county-context-distance = 差异度
county-context-weight = 权重
county-context-order = 次序
county-context-lowest = 同类县最低
county-context-highest = 同类县最高
county-context-census = 普查年份
county-context-reset = 恢复原权重
county-context-weight-hint = 0至100的数，0为不计入
county-context-method-title = 怎样算相近
county-context-method = 各项数值先按全国有数据的县级地区标准化（减去均值，除以标准差；常住人口和人口密度先取对数），再按权重求差的平方的加权平均并开方，得差异度；0为各项全同，越小越相近。取差异度最小的十个，不限省份。同类县均值是十县数值的简单平均，范围是其最低和最高值。
county-context-marks =
    { $comparison ->
        [better] 优
        [similar] 近
        [worse] 逊
       *[unjudged] —
    }
county-context-source = 资料来源：中国人口普查分县资料（2010、2020），leiii/census 转录，未核对原书；人口密度的面积量自底图。
county-context-compared =
    { $comparison ->
        [better] 优于同类县均值的{ $count }项
        [similar] 相近的{ $count }项
        [worse] 逊于的{ $count }项
       *[unjudged] 不评价{ $count }项
    }
county-context-orders =
    { $direction ->
        [higher] {""}
        [lower] 由低到高
       *[neutral] 由高到低
    }
county-context-comparability =
    { $comparability ->
        [full] 可比
        [zones_apart] 2020年开发区单列
        [approximate] 区划有变，近似
       *[none] 2010年与2020年不可比
    }
county-context-no-places = 位次只用于人口普查年份的普查指标；其他年份没有全国各县的数据
county-context-nothing = 演示数据和普查没有的县不与全国比较
county-context-not-ranked = 分子太少，不排位
county-context-nothing-alike = 该县普查数据不全，找不出相近的县
county-context-places-scope = { $year }年人口普查各县级地区，1为最好（标明次序的除外）；居民特征和人员按常住地统计
county-context-alike-scope = 按{ $census_year }年人口普查
county-context-compared-all = { $parts }（相差{ $share }以内为相近；描述性指标不评价）
county-context-percentile =
    { $direction ->
        [neutral] 高于{ $percentile }%的县级地区
       *[other] 优于{ $percentile }%的县级地区
    }
county-context-mark = { county-context-comparability }，两次普查之间不连线
county-context-columns-county = 本县
county-context-columns-province = { $province }位次
county-context-columns-country = 全国位次
county-context-columns-mean = 同类县均值
county-context-columns-range = 同类县范围
