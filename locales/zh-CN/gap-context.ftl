# The words of the gap page's cards that look beyond the city: the reference area in all indicators, counties alike.

gap-context-reached = ✓ 达到
gap-context-short = ✗ 未达到
gap-context-references-note = 这里比的是人口普查反映的受教育、居住等结果，和按居住地统计的服务从业人员，不是按机构统计的服务供给；逐项列出，不合成总分。比值变化含两地各自的变化。描述性指标不列。
gap-context-no-references = 本数据集没有可与参照地区比较的普查指标
gap-context-clause = 第{ $article }条：“{ $clause }”。原文未规定基本公共服务水平的计算办法，上表不等于该目标的考核结果。
gap-context-alike-title = 各县与全国最相近的十个县 · { $indicator } · { $year }年
gap-context-verdicts =
    { $comparison ->
        [better] 优于
        [similar] 相近
        [worse] 逊于
       *[unjudged] 不评价
    }
gap-context-no-alike = 与同类县的比较只用于人口普查年份的普查指标；所选指标或年份没有全国各县的数据。
gap-context-alike-note = 同类县按人口规模、密度、城镇化、年龄、受教育程度和少数民族比重在全国选取，名单和算法见县域档案；相差5%以内为相近。位次1为最好，描述性指标由高到低。
gap-context-references-title = { $region }与{ $reference }：普查各项指标的比值
gap-context-indicator = 指标
gap-context-level = { $year }年{ $name }
gap-context-ratio = { $year }年比值
gap-context-change = 比值变化（百分点）
gap-context-line = { $year }年80%线
gap-context-summary-year = { $year }年，{ $city }在可评判的{ $judged }项普查指标中有{ $reached }项达到{ $reference }的80%，{ $short }项未达到。
gap-context-summary = { $year }年，{ $city }在可评判的{ $judged }项普查指标中有{ $reached }项达到{ $reference }的80%，{ $short }项未达到；{ $first }年为{ $first_judged }项中{ $first_reached }项达到；{ $first }年至{ $year }年比值上升{ $rose }项、下降{ $fell }项。
gap-context-group-mean = { $group }各县均值
gap-context-alike-unjudged = 描述性指标，只列数值，不评价高低。
gap-context-alike-part = { gap-context-verdicts }{ $count }个
gap-context-alike-summary = { $count }个县（市、区）与各自同类县的均值相比：{ $parts }。
gap-context-alike-columns-area = 地区
gap-context-alike-columns-group = 分组
gap-context-alike-columns-value = 数值
gap-context-alike-columns-mean = 同类县均值
gap-context-alike-columns-range = 同类县范围
gap-context-alike-columns-province = 省内位次
gap-context-alike-columns-country = 全国位次
gap-context-alike-columns-compared = 与同类县均值比
