# Help: what each page answers, the glossary, and the guides to print.

help-menu = 说明
help-menu-hint = 这一页回答什么，术语表和使用指南
help-page =
    { $page ->
        [overview] 总览回答：基本公共服务是否均衡，哪些目标已达到，哪里差得最多。
        [atlas] 服务地图回答：一项指标在各县、各乡镇是多少，谁高谁低，历年怎样变化。
        [targets] 目标进度回答：每一条政策目标进展到哪一步，还差多少，何时到期。
        [gap] 差距页回答：两组县相差多少，是否达到80%线，补齐要多少。
        [county] 县域档案回答：一个县各项服务处在什么水平，与相近的县相比如何。
        [coverage] 设施布局回答：多少居民住在设施的服务范围内，新增设施放在哪里最有用。
        [packs] 简报页用来生成汇报用的 PPT、Word、PDF 和数据表。
       *[data] 数据页用来导入、更正和发布本单位的数据，并查看每次改动。
    }
help-terms-link = 本页用到的词见术语表
help-guides =
    { $guide ->
        [leaders] 领导用指南（两页，可打印）
       *[planners] 规划人员用指南（两页，可打印）
    }
help-print = 按 Ctrl+P 打印
help-back = 返回
glossary-title = 术语表
glossary-about = 一个概念只用一个词，各页、简报和导出的文件里都这样用。
glossary-term = 用词
glossary-meaning = 意思
guide-title =
    { $guide ->
        [leaders] 领导用指南
       *[planners] 规划人员用指南
    }
guide-leaders-heads-what = 这个系统回答什么
guide-leaders-heads-look = 三分钟看全局
guide-leaders-heads-read = 读数字时注意
guide-leaders-heads-meet = 开会时
guide-leaders-texts-what =
    各县的基本公共服务差多少，哪些政策目标已达到，还差多少。
    数字来自公开统计和本单位导入的数据，每个数都写明来源、年份和数值性质。
    页面上有“演示”标记时，数字是虚构的，不能引用。
guide-leaders-texts-look =
    打开“总览”：先看结论，再看各领域有多少指标达到要求。
    打开“目标进度”：先看“到期未达”和“落后进度”的目标。
    打开差距页：看两组县相差多少，是否达到80%线。
    在“服务地图”上点一个县，右侧是它的数值、位次和历年变化。
    要找一个县、一项指标或一所设施，按 Ctrl+K 输入名称或拼音首字母。
guide-leaders-texts-read =
    “暂无数据”不等于没有达到；“数量太少”的数字会因偶然起伏，不宜排名。
    性质是“转引”“估计”的数字，引用前请核对出处。
    县均值、人口加权和合并计算的结论可能不同，页面上写明用的是哪一种。
    图下方写着来源和年份；两年的数字口径不同时，页面会提醒。
guide-leaders-texts-meet =
    按 F 进入演示：字放大，适合投影；按方向键换页，按 Esc 退出。
    按 S 把当前视图加入故事板，按讲述的顺序排好；故事板可以存成一个文件，不连网也能打开。
    “简报”页按选定的内容生成 PPT、Word 和 PDF，每张图都带结论和出处。
    会前打开“演示”菜单里的检查页，看一遍机器、屏幕和数据是否就绪。
guide-planners-heads-bring = 导入数据
guide-planners-heads-mend = 检查和更正
guide-planners-heads-study = 分析
guide-planners-heads-hand = 引用和导出
guide-planners-texts-bring =
    打开“数据”页，选“导入”。可以下载模板填写，也可以直接上传年鉴、报表的 Excel 或 CSV。
    第2步核对每一列用作什么；表里没写的单位、年份、来源可以统一指定。
    第3步是匹配报告：同一原因的问题归在一起，可以一次处理，如把“人口”全部按常住人口处理。
    存为草稿后只有本单位能看到；有“发布者”权限的同事核对变化后发布。
guide-planners-texts-mend =
    发布后发现有误，在“数据”页点“撤回这次发布”，立即恢复到前一版。
    只改个别数字，点“更正数字”，在表格里直接改并写明原因，不用另做文件。
    每次导入、发布、恢复都记在“操作记录”里，各版本都保留。
guide-planners-texts-study =
    “分组”可以改换相比较的两组县；链接会带上分组，发给别人看到的是同一结果。
    差距页列出补齐到80%线所需的数量；点一行看它的依据和历年变化。
    “设施布局”计算服务范围内的居民，并按人口找出新增设施最有用的位置。
    同一指标换年份、换平均方法比较，留意页面上的口径提示。
guide-planners-texts-hand =
    每一页都能下载表格（CSV、Excel）和图片，文件里写明来源。
    引用时写明指标名称、年份、来源和数值性质；演示数据不能引用。
    用 Ctrl+K 查指标、地区、目标、设施；不清楚的词见术语表。
    其他系统可以用接口取数，地址见“/api/v1/openapi.json”。
glossary-terms-equalisation = 均衡
glossary-terms-indicator = 指标
glossary-terms-domain = 领域
glossary-terms-county = 县（市、区）
glossary-terms-township = 乡镇
glossary-terms-regions = 北部、南部各县
glossary-terms-groups = 分组
glossary-terms-line = 80%线
glossary-terms-gap = 差距
glossary-terms-mean = 县均值
glossary-terms-weighted = 人口加权
glossary-terms-pooled = 合并计算
glossary-terms-residents = 常住人口
glossary-terms-registered = 户籍人口
glossary-terms-target = 政策目标
glossary-terms-reached = 已达到
glossary-terms-on-schedule = 按进度
glossary-terms-behind = 落后进度
glossary-terms-missed = 到期未达
glossary-terms-undecided = 无法判断
glossary-terms-few = 数量太少
glossary-terms-missing = 暂无数据
glossary-terms-not-due = 未到期
glossary-terms-coverage = 覆盖
glossary-terms-facility = 设施
glossary-terms-siting = 选址
glossary-terms-scenario = 方案
glossary-terms-pack = 汇报材料
glossary-terms-storyboard = 故事板
glossary-terms-snapshot = 离线快照
glossary-terms-yearbook = 年鉴
glossary-terms-dataset = 数据集
glossary-terms-draft = 草稿
glossary-terms-publish = 发布
glossary-terms-import = 导入
glossary-terms-demonstration = 演示数据
glossary-terms-kind = 数值性质：公布、转录、转引、计算、估计、演示
glossary-meanings-equalisation = 各地居民享有的基本公共服务水平相近，与住在哪里无关
glossary-meanings-indicator = 衡量的内容，有单位，并分越高越好或越低越好
glossary-meanings-domain = 指标所属的方面，如教育、卫生
glossary-meanings-county = 县、县级市或市辖区
glossary-meanings-township = 乡、镇或街道
glossary-meanings-regions = 政策比较的两组县
glossary-meanings-groups = 相比较的两组县，用第二组的水平衡量第一组
glossary-meanings-line = 作为标准的一组水平的80%
glossary-meanings-gap = 第一组比第二组低多少
glossary-meanings-mean = 每个县同等计算的平均
glossary-meanings-weighted = 每个县按常住人口计算的平均
glossary-meanings-pooled = 把各县当成一个县：分子之和除以分母之和
glossary-meanings-residents = 实际住在当地的人
glossary-meanings-registered = 户口登记在当地的人
glossary-meanings-target = 政策规定、有完成期限的数字
glossary-meanings-reached = 按期达到，或现在已经达到
glossary-meanings-on-schedule = 还没到期，走完的路程不少于时间过去的比例
glossary-meanings-behind = 还没到期，走完的路程少于时间过去的比例
glossary-meanings-missed = 到期而没有达到
glossary-meanings-undecided = 现有数字不足以判断
glossary-meanings-few = 事件太少，数字会因偶然大幅起伏
glossary-meanings-missing = 没有这个数字，不等于没有达到
glossary-meanings-not-due = 还没有可以评判的年份
glossary-meanings-coverage = 一类设施服务范围内的居民
glossary-meanings-facility = 某地的学校、医院、图书馆等
glossary-meanings-siting = 新增设施放在哪里最有用
glossary-meanings-scenario = 试着新增、迁移或撤并的设施
glossary-meanings-pack = 一次汇报所用的文件
glossary-meanings-storyboard = 按讲述顺序排好的视图
glossary-meanings-snapshot = 存成一个文件、不连网也能打开的故事板
glossary-meanings-yearbook = 多数数字的印刷出处
glossary-meanings-dataset = 同一名称下的数字、设施和地点
glossary-meanings-draft = 只有本单位能看到的版本
glossary-meanings-publish = 让一个版本成为所有人看到的内容
glossary-meanings-import = 把文件读成草稿
glossary-meanings-demonstration = 虚构的数字，只用来说明系统的功能
glossary-meanings-kind = 数字的来历

# The tour of a first visit.

tour-title = 初次使用
tour-count = 第 { $at } 步，共 { $all } 步
tour-steps-1 = 先看“总览”：结论在最上面，点任何一项可以看它的依据。
tour-steps-2 = 在“服务地图”选指标和年份，点一个县看它的数值和位次；用方向键也可以换县。
tour-steps-3 = 找不到时按 Ctrl+K，输入县名、指标或设施的名称、拼音首字母或英文。
tour-steps-4 = 要用本单位的数字，打开“数据”。每页的“说明”讲这一页回答什么，用词见术语表。
tour-next = 下一步
tour-end = 知道了，不再显示
tour-again = 再看一遍初次使用的介绍
