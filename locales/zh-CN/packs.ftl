# The words of the page that makes packs.

packs-title = 简报
packs-preset = 做哪一种
packs-indicators = 放哪些指标
packs-search = 按名称查找
packs-every = 全选
packs-none = 全不选
packs-years = 年份
packs-counties = 县（市、区）
packs-department = 牵头部门
packs-scenarios = 选址方案（可不选）
packs-pack-title = 标题
packs-maker = 制图单位
packs-maker-hint = 如：发展和改革局；本机记住
packs-outputs = 要哪些文件
packs-template = 单位自己的模板（可不选）
packs-template-hint = 选择 PPTX 或 DOCX 文件，或拖到这里
packs-template-none = 不用模板时按本系统的样式
packs-template-remove = 移除模板
packs-start = 开始生成
packs-jobs = 我的简报
packs-jobs-none = 还没有。选好左边各项，点“开始生成”；生成时可以离开本页。
packs-jobs-note = 文件保留一天，到时自动删除；请及时下载。本列表只在这台电脑的这个浏览器里可见。
packs-cancel = 取消
packs-again = 重新生成
packs-states =
    { $state ->
        [queued] 排队中
        [running] 正在生成
        [done] 已完成
        [failed] 没有做成
        [cancelled] 已取消
       *[interrupted] 已中断
    }
packs-interrupted = 生成时服务器停止了。选择都还在，可以重新生成。
packs-faults =
    { $fault ->
        [too_long] 超过 30 分钟没有做完，已停止。请少选些指标或年份。
        [no_file] 生成程序没有留下文件。
        [killed] 生成过程被系统终止，多半是内存不足。选择都还在，可以重新生成；仍不成功，请少选些指标或年份。
       *[silent] 生成程序意外停止，没有说明原因。选择都还在，可以重新生成；仍不成功，请联系管理员。
    }
packs-pick-indicator = 请至少勾选一项指标。
packs-pick-year = 请至少勾选一个年份。
packs-pick-county = 请至少勾选一个县（市、区）。
packs-pick-output = 请至少勾选一种文件。
packs-no-department = 这个数据集里没有任何部门目标的数据，不能做部门专报。
packs-template-too-large = “{ $name }”超过 { $megabytes } MB，不能用作模板。
packs-template-unreadable = “{ $name }”不是能打开的 PPTX 或 DOCX 文件，不能用作模板；老格式 PPT、DOC 请先另存为新格式。
packs-estimate = 约 { $pictures } 张图，每张图占一页。
packs-too-many = 这样选约有 { $pictures } 张图，一次最多 { $most } 张；请少选些指标或年份。
packs-scenario = { $name }（{ $type }，{ $year }年）
packs-too-many-scenarios = 一份简报最多放 { $most } 个选址方案，请少选些。
packs-template-taken = { $kind } 模板：{ $name }
packs-queue-full = 已有 { $waiting } 份简报在排队，不再接受新的。请过几分钟再试。
packs-share-full = 同一账号（未登录时为同一网络地址）最多同时有 { $own } 份简报在排队或生成，现在已满；全部在排队的有 { $waiting } 份。请等其中一份做完，或取消一份，再生成新的。
packs-begun = { $clock } 提交
packs-kept-until = 保留到 { $clock }
packs-browser-picked = 已选 { $picked } 项，共 { $all } 项
packs-browser-nothing = 没有名称含“{ $text }”的指标
packs-browser-empty = 这个数据集没有可放进简报的指标
packs-too-large-importers = “{ $name }”超过 { $megabytes } MB，不能用作模板。
packs-too-large-readers = “{ $name }”超过 { $megabytes } MB；更大的模板，请用“编辑”或以上的账号登录后使用。
packs-no-data = 所选指标没有{ $years }年的数据，请换年份或指标。
packs-not-possible = 这样选不能生成：{ $faults }
packs-ahead =
    { $jobs ->
        [0] 马上开始。
       *[other] 前面还有 { $jobs } 份。
    }
packs-job-years = { $years }年
packs-job-indicators = { $indicators } 项指标
packs-preparing = 正在准备数据
