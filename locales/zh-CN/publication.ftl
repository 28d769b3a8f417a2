# Versions that cannot be published or shown, and the smoke test before a publication.

publication-document = 页面框架
publication-machine-access = 数据接口
publication-another = 另一次发布正在试做页面
publication-failure =
    { $failure ->
        [out_of_reach] 数据库没有给出它的数据行
        [unreadable] 它的数据行读不懂
        [not_made] 它的数据行组不成数据集
        [not_served] 有页面做不出来
       *[unproven] 服务器暂时没有余力试做全部页面
    }
publication-advice =
    { $failure ->
        [out_of_reach] 这一版的数据不一定有错，请过几分钟再发布
        [unproven] 这一版的数据不一定有错，请过几分钟再发布
       *[other] 请核对这一版的数据后重新导入
    }
publication-quoted = “{ $place }”
publication-finding = “{ $place }”：{ $text }
publication-most-findings = { $findings }等 { $count } 处
publication-unservable = 不能发布：{ publication-failure }（{ $findings }）。已发布的数据照常显示，这一版原样保留。{ publication-advice }；仍不行时把这段话交给维护人员。
publication-places =
    { $places ->
        [nowhere] {""}
       *[other] （{ $places }）
    }
publication-instead =
    { $shown ->
        [none] 暂不显示这个数据集
       *[other] 现显示第 { $shown } 版
    }
publication-set-aside = 数据集“{ $name }”第 { $number } 版已发布，但不能显示：{ publication-failure }{ publication-places }。{ publication-instead }。
publication-undivided = { $region }不设区县，各页只有全市一个数字；公开来源没有镇（街道）的数字。
