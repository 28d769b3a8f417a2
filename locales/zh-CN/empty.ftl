# A page whose dataset has no data for it: what is missing, what there is, and what to do.

empty-import = 去导入
empty-held = { $names }等 { $count } 项
empty-dataset =
    { $lacking ->
        [counties] 数据集“{ $dataset }”没有任何县的指标数值，各页显示为暂无数据。
       *[map] 数据集“{ $dataset }”没有可以上图的指标，各页显示为暂无数据。
    }{ $held ->
        [nothing] 它没有统计数据。
       *[other] 它只有：{ $held }，还不够算出指标。
    }请导入各县的指标，或统计数连同常住人口；也可以换一个数据集。
