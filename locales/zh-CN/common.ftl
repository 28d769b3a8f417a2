# Words for the closed sets, and numbers as text.

common-domains =
    { $domain ->
        [education] 教育
        [health] 医疗卫生
        [culture] 文化
        [sports] 体育
        [transport] 交通
        [social_security] 社会保障
        [employment] 就业
        [housing] 住房
        [governance] 财力与治理
       *[context] 人口与经济
    }
common-kinds =
    { $kind ->
        [published] 公布
        [transcribed] 转录
        [secondary] 转引
        [computed] 计算
        [estimated] 估计
       *[demonstration] 演示
    }
common-kind-meanings-published = 统计公报等原始出处公布的数字
common-kind-meanings-transcribed = 从年鉴等出版物转录，未见原书核对
common-kind-meanings-secondary = 第三方引用的数字，未见原始出处
common-kind-meanings-computed = 由上述数字按公式算出
common-kind-meanings-estimated = 在假设下推估，不是统计数字
common-kind-meanings-demonstration = 虚构，仅供演示
common-methods =
    { $method ->
        [natural] 自然断点
        [quantiles] 分位数
        [equal] 等间距
        [target] 以目标值为界
       *[own] 自定断点
    }
common-directions =
    { $direction ->
        [higher] 越高越好
        [lower] 越低越好
       *[neutral] 不评价高低
    }
common-comparators =
    { $comparator ->
        [at_least] ≥
        [above] ＞
        [at_most] ≤
        [below] ＜
        [equal] ＝
        [about] 约
       *[yes] 达到
    }
common-statuses =
    { $status ->
        [reached] 已达到
        [on_track] 按进度
        [behind] 落后进度
        [missed] 到期未达
        [cannot_tell] 无法判断
        [too_few] 数量太少
        [no_data] 暂无数据
       *[not_due] 未到期
    }
common-averaging-names =
    { $averaging ->
        [simple] 县均值
        [weighted] 人口加权
       *[pooled] 合并计算
    }
common-averaging-meanings =
    { $averaging ->
        [simple] 各县数值的简单平均
        [weighted] 按各县常住人口加权的平均
       *[pooled] 各县分子之和 ÷ 分母之和
    }
common-averaging-meant = { common-averaging-names }＝{ common-averaging-meanings }
common-levels =
    { $level ->
        [city] 全市
        [county] 县级
       *[township] 乡镇级
    }
common-note = 备注
common-missing = 暂无数据
common-ungrouped = 未分组
common-ungrouped-text = 各县没有分成两组，不作组间比较
common-yes = 是
common-no = 否
common-schematic = 示意界线（非法定边界）
common-demo-ribbon = 演示数据 · 非真实统计
common-product = 均衡一张图
common-renewed = 数据或程序已更新。
common-reload = 刷新查看
common-all-values = 全部数值
common-band-better = 在目标范围内为好，暖色未达
common-map-counties = 县界：{ $source }
common-map-seats = 乡镇驻地：{ $source }
common-most-areas = { $names }等{ $count }个
common-most-notes = { $notes }等{ $count }条
common-sources =
    来源：{ $sources }（数值性质：{ $kinds ->
        [none] { common-missing }
       *[other] { $kinds }
    }）{ $notes ->
        [none] {""}
       *[other] 　{ common-note }：{ $notes }
    }
common-anchored = { common-directions }，暖色未达目标
common-legend-head =
    { $unit ->
        [none] 数值{ $better }
       *[other] { $unit }，{ $better }
    }
common-all-alike = 均为{ $value }
common-value-of-unit = { $value }（{ $unit }）
common-day = { $year }年{ $month }月{ $day }日
common-place-within = { $outer }{ $inner }
