# Names, definitions and formulas of the measures of inequality between counties (县际不平等测度).

inequality-measures =
    { $measure ->
        [absolute_difference] 绝对差
        [ratio] 比值
        [coefficient_of_variation] 变异系数
        [gini] 基尼系数
        [theil] 泰尔指数
        [theil_between] {"　"}组间部分
        [theil_within] {"　"}组内部分
       *[weighted_mean_absolute_deviation] 加权平均绝对离差
    }

inequality-meanings =
    { $measure ->
        [absolute_difference] { $focus }各县平均减{ $benchmark }各县平均，单位同指标。
        [ratio] { $focus }各县平均与{ $benchmark }各县平均之比；逆向指标（越低越好）按倒数折算，与本页其他比值一致。
        [coefficient_of_variation] 标准差与平均数之比，越大越不均衡；0为完全相等。
        [gini] 任意两县差距的平均数之半与平均数之比；0为相等，全在一县为(n−1)/n。
        [theil] 泰尔T指数，0为完全相等；等于组间与组内两部分之和。
        [theil_between] 泰尔指数中由两组之间的差距造成的部分。
        [theil_within] 泰尔指数中由组内各县差距造成的部分。
       *[weighted_mean_absolute_deviation] 各县与人口加权平均之差的绝对值，按常住人口加权平均，单位同指标。
    }

inequality-formulas =
    { $measure ->
        [absolute_difference] x̄({ $focus }) − x̄({ $benchmark })
        [ratio] x̄({ $focus }) ÷ x̄({ $benchmark })
        [coefficient_of_variation] √[Σ(xᵢ − x̄)² ÷ n] ÷ x̄
        [gini] ΣᵢΣⱼ|xᵢ − xⱼ| ÷ (2n²x̄)
        [theil] Σ (xᵢ/Σx) · ln(xᵢ/x̄)
        [theil_between] Σg s_g · ln[s_g ÷ (n_g/n)]，s_g为组占总量比重
        [theil_within] Σg s_g · T_g，T_g为组内泰尔指数
       *[weighted_mean_absolute_deviation] Σ pᵢ|xᵢ − x̄_p| ÷ Σ pᵢ，x̄_p为人口加权平均
    }

inequality-one-county = 只有一个县级地区，没有县际差异
