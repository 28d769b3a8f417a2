# The words beside figures that chance moves: count and interval; of few events also that they are not judged.

small-few = 数量太少
small-too-few = 数量太少，不足以判断
small-unjudged =
    { $known ->
        [false] 例数未知，不足以判断
       *[true] 数量太少，不足以判断
    }
small-rule = 少于{ $fewest }例的数值受偶然影响大：列出例数和95%区间，不排名、不判断，也不计入综合指数。
small-count =
    { $kind ->
        [events] { $count }例
       *[people] 分子只有{ $count }
    }
small-unknown-count = 例数未知
small-interval = { small-count }，95%区间 { $low } – { $high }
small-sampled = 抽样，95%区间 { $low } – { $high }
small-class = 数量太少（少于{ $fewest }）
small-group = { $group }{ $count }
small-sampled-groups =
    { $whole ->
        [true] 数出自抽样，95%区间：{ $intervals }。
       *[false] 数出自抽样，合并计算的95%区间：{ $intervals }。
    }
small-members = { $names }数量太少，只看合并计算
