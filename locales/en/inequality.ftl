# Names, definitions and formulas of the measures of inequality between counties.

inequality-measures =
    { $measure ->
        [absolute_difference] Absolute difference
        [ratio] Ratio
        [coefficient_of_variation] Coefficient of variation
        [gini] Gini coefficient
        [theil] Theil index
        [theil_between] {"　"}between groups
        [theil_within] {"　"}within groups
       *[weighted_mean_absolute_deviation] Weighted mean absolute deviation
    }

inequality-meanings =
    { $measure ->
        [absolute_difference] The mean of { $focus } counties minus the mean of { $benchmark } counties, in the unit of the indicator.
        [ratio] The mean of { $focus } counties divided by the mean of { $benchmark } counties; where lower is better the ratio is inverted, as everywhere on this page.
        [coefficient_of_variation] The standard deviation divided by the mean: the larger, the less equal; 0 is complete equality.
        [gini] Half the mean difference between any two counties, divided by the mean; 0 is equality, (n−1)/n is all in one county.
        [theil] Theil’s T: 0 is complete equality; the sum of its parts between and within groups.
        [theil_between] The part of the Theil index that comes from the difference between the two groups.
        [theil_within] The part of the Theil index that comes from differences between counties of the same group.
       *[weighted_mean_absolute_deviation] The absolute difference of each county from the population-weighted mean, averaged by residents, in the unit of the indicator.
    }

inequality-formulas =
    { $measure ->
        [absolute_difference] x̄({ $focus }) − x̄({ $benchmark })
        [ratio] x̄({ $focus }) ÷ x̄({ $benchmark })
        [coefficient_of_variation] √[Σ(xᵢ − x̄)² ÷ n] ÷ x̄
        [gini] ΣᵢΣⱼ|xᵢ − xⱼ| ÷ (2n²x̄)
        [theil] Σ (xᵢ/Σx) · ln(xᵢ/x̄)
        [theil_between] Σg s_g · ln[s_g ÷ (n_g/n)], s_g the group’s share of the total
        [theil_within] Σg s_g · T_g, T_g the Theil index within the group
       *[weighted_mean_absolute_deviation] Σ pᵢ|xᵢ − x̄_p| ÷ Σ pᵢ, x̄_p the population-weighted mean
    }

inequality-one-county = There is one county only, so no inequality between counties
