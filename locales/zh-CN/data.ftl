# The words of the page where figures are loaded (数据).

data-title = 数据
data-parts = 数据和导入
data-datasets = 数据集与版本
data-import = 导入
data-dataset-list = 数据集
data-browser-too-large = “{ $name }”有 { $size }，超过上限 { $limit }。请拆成几个文件。
data-browser-unreachable = 连不上服务器，请稍后再试；已上传的文件和草稿都还在。
data-browser-failed = 服务器没有完成这个操作（{ $status }）。请稍后再试。
data-browser-logged-out = 登录已过期，请重新登录；填写的内容保留在本页。
data-browser-uploading = 正在上传　{ $percent }%
data-browser-reading = 已上传，正在读取
data-browser-checking = 正在逐行检查……
data-browser-keeping = 正在保存草稿……
data-browser-publishing = 正在发布……
data-browser-loading = 正在读取……
data-browser-name-needed = 请填写新数据集的名称。
data-browser-working = 正在处理……
data-browser-sure-publish = 发布后所有人立即看到新数字。现在发布？
data-browser-sure-roll-back = 恢复后所有人看到的就是第 { $number } 版的数字，现在的版本保留在历史里。现在恢复？
data-browser-sure-withdraw = 撤下后所有人都看不到这个数据集，各版本都保留在历史里，可以再恢复。现在撤下？
data-browser-sure-discard = 丢弃后不能找回，需要重新导入。丢弃这份草稿？
data-browser-log-in = 去登录
data-browser-drawing = 正在画图……
data-browser-not-drawn = 这张地图没有画出来，请稍后再试。
data-browser-yes = 确定
data-browser-no = 取消
data-browser-faults-shown = 显示 { $shown } 条
data-kind =
    { $kind ->
        [observations] 统计数据
        [benchmark] 对照数据
        [facilities] 设施
        [settlements] 居民点与人口
        [townships] 乡镇界线
       *[roads] 道路
    }
data-kind-hint =
    { $kind ->
        [observations] 各县、各乡镇的指标或统计数；一行一个数，或一行一个地方、一列一个指标（年份）
        [benchmark] 外部对照地区（如珠三角）的同类数字
        [facilities] 学校、卫生院、文化站等的位置，可附床位、学位等规模
        [settlements] 村庄、社区的位置和人口，用来算服务覆盖
        [townships] 正式的乡镇界线；发布后替换示意界线
       *[roads] 道路中心线，可带等级
    }
data-kind-files =
    { $kind ->
        [observations] XLSX、XLS、ODS、CSV
        [benchmark] XLSX、XLS、ODS、CSV
        [facilities] XLSX、XLS、ODS、CSV、GeoJSON、GeoPackage、Shapefile（打包成 ZIP）、KML
        [settlements] XLSX、XLS、ODS、CSV、GeoJSON、GeoPackage、Shapefile（打包成 ZIP）、KML
        [townships] GeoJSON、GeoPackage、Shapefile（打包成 ZIP）、KML
       *[roads] GeoJSON、GeoPackage、Shapefile（打包成 ZIP）、KML
    }
data-actions =
    { $action ->
        [create_dataset] 新建数据集
        [import] 导入草稿
        [rebase] 草稿改到最新版本上
        [publish] 发布
        [roll_back] 恢复以前的版本
        [withdraw] 撤下
        [discard] 丢弃草稿
        [save_scenario] 保存选址方案
        [delete_scenario] 删除选址方案
       *[other] { $action }
    }
data-states =
    { $state ->
        [draft] 草稿
        [published] 已发布
        [earlier] 历史
       *[discarded] 已丢弃
    }
data-shipped = 随系统提供，只读
data-no-datasets = 这里还没有本单位自己的数据。可以先下载模板，用 Excel 填好，再到“导入”上传。
data-no-versions = 还没有版本。
data-unpublished = 未发布
data-new-import = 导入数据
data-trail = 操作记录
data-trail-none = 还没有操作。
data-version-columns-version = 版本
data-version-columns-state = 状态
data-version-columns-rows = 行数
data-version-columns-changes = 与上一版相比
data-version-columns-files = 文件
data-version-columns-import = 导入
data-version-columns-actions = 操作
data-trail-columns-time = 时间
data-trail-columns-who = 谁
data-trail-columns-done = 做了什么
data-trail-columns-details = 详情
data-see-changes = 查看变化
data-version-actions =
    { $action ->
        [publish] 发布
        [roll_back] 恢复此版本
        [withdraw] 撤下
        [discard] 丢弃草稿
       *[rebase] 改到最新版本上
    }
data-export = 导出
data-back-to-datasets = 返回数据集
data-log-in-first = 导入和发布需要登录。
data-log-in = 去登录
data-not-allowed-import = 您的账号只能查看，不能导入。请联系管理员。
data-not-allowed-publish = 发布、恢复需要“发布者”权限，请联系有权限的同事。
data-compared = 与已发布版本相比
data-compared-earlier = 与上一版相比
data-compared-first = 这是第一个版本，发布后就是全部内容
data-changes =
    { $change ->
        [added] 新增
        [changed] 改动
       *[removed] 删去
    }
data-change-columns-change = 变化
data-change-columns-subject = 指标或对象
data-change-columns-area = 地区
data-change-columns-year = 年份
data-change-columns-before = 原来
data-change-columns-after = 改为
data-changes-title = 变化清单
data-changes-none = { data-unchanged }。
data-changes-csv = 下载全部变化（CSV）
data-changes-xlsx = 下载全部变化（Excel）
data-map-title = 地图对比
data-map-subject = 看什么
data-map-year = 年份
data-map-none = 这次改动不影响地图：没有哪个县的指标因此变化。
data-map-draft = 草稿
data-map-published = 现已发布
data-map-before = 上一版
data-map-after = 本版
data-stale = 保存草稿以后，已发布的版本变了（又发布了新的，或已撤下）。请先“改到最新版本上”，核对变化后再发布。
data-later = 以后再说
data-publish-note = 发布后所有人立即看到新数字；任何时候都可以恢复到以前的版本。
data-done-hint = 所有页面已换成新数字。
data-see-map = 在地图上查看
data-next-import = 继续导入
data-upload-gone = 这次上传已经不在服务器上（上传后超过保留时间，或已清理）。请重新上传。
data-unreadable = 读不懂
data-no-version = 没有这个版本，可能已被丢弃。
data-no-file = 没有收到文件。请选择一个文件再上传。
data-bad-order = 填写的内容读不懂，请刷新页面后重试。
data-not-a-draft = 这个版本的状态已经变了（可能有人已发布、恢复或丢弃），请刷新页面。
data-refused = 这个文件不能导入：
data-too-many-rows = 行数超过 Excel 一张工作表的上限，请改用 CSV 导出。
data-draft-is-hidden = 草稿只有登录后、有导入权限的账号能看到。
data-no-such-file = 没有这种文件。
data-dataset-exists = 这个数据集刚被别人建立，请返回第 1 步重新选择。
data-changes-sheet = 变化清单
data-report-sheet = 问题清单
data-nothing-to-compare = 所选指标和年份没有可比的县级数字。
data-number-of = 第 { $number } 版
data-rows = 另有 { $left_out } 行未导入
data-unchanged = 内容没有变化
data-listed = 这里列出前 { $shown } 条，共 { $all } 条；下载可看全部。
data-listed-all = 共 { $all } 条
data-map-sides = 左：{ $left }　右：{ $right }
data-draft-title = { $dataset }　第 { $number } 版（{ data-states }）
data-published = “{ $dataset }”第 { $number } 版已发布。{ data-done-hint }
data-rolled-back = “{ $dataset }”已恢复为第 { $number } 版的内容。{ data-done-hint }
data-withdrawn = “{ $dataset }”已撤下，所有页面不再显示它；各版本都保留。
data-discarded = 草稿第 { $number } 版已丢弃。
data-trail-previous = 之前为第 { $number } 版
data-trail-rebased =
    { $onto ->
        [none] 原草稿为第 { $number } 版，改到没有已发布版本的现状
       *[other] 原草稿为第 { $number } 版，改到第 { $onto } 版之上
    }
data-file-kept = { data-kind } { $rows } 行
data-file-left-out = 另有 { $rows } 行未导入（{ imports-good-only-yes }）
data-file-digest = 文件校验值 { $digest }
data-file-detail = { $file }（{ $details }）
data-field =
    { $field ->
        [ignored] 不用
        [area_code] 所属地区
        [area_name] 地区名称
        [parent] 上级地区
        [year] 年份
        [variable] 指标名称
        [value] 数值
        [unit] 单位
        [kind] 数值性质
        [source] 来源
        [note] 备注
        [code] 编号
        [name] 名称
        [type] 类型
        [longitude] 经度
        [latitude] 纬度
        [coordinates] 经纬度
        [capacity] 规模
        [grade] 等级
        [opened] 启用年份
        [closed] 停用年份
        [population] 人口
        [place] 所在乡镇或村
        [road_class] 道路等级
        [state] 建设状态
        [approximate] 是否近似位置
        [geometry] 图形
       *[other] { $field }
    }
data-change-of = { $name }：{ data-field }
data-states-coloured =
    { $side ->
        [after] { $title }（绿色：新增或改动，灰色：两边相同）
       *[before] { $title }（红色：改动或删去，灰色：两边相同）
    }
data-yes-no =
    { $value ->
        [true] 是
       *[false] 否
    }
data-begin-title = 三种开始的办法
data-begin =
    { $way ->
        [template] 用模板填
        [table] 用手头的表
       *[demonstration] 先看演示
    }
data-begin-about =
    { $way ->
        [template] 下载模板，用 Excel 填好后导入；模板里有填写说明和下拉选项，下载不用登录。
        [table] 年鉴、报表或业务系统导出的 Excel、CSV 可直接上传，系统按表头认出各列，逐行检查后再导入。
       *[demonstration] 演示数据是虚构的，各个页面都能用它看一遍；不影响本单位的数据。
    }
data-more-templates = 其他数据的模板
data-see-demonstration = 打开演示数据
data-templates-title = 模板和示例
data-templates-about = 模板和填好的示例不用登录就能下载。
data-last-publication = 现在所有人看到的是第 { $number } 版，由{ $who }于 { $at } 发布。
data-undo =
    { $previous ->
        [none] 撤回这次发布
       *[other] 撤回这次发布，恢复第 { $previous } 版
    }
data-correct = 更正数字
data-correct-title = 更正数字：{ $dataset }
data-correct-about = 点“数值”一列直接改，改好后写明原因。与导入一样检查，存为草稿，发布后才生效。
data-correct-reason = 更正原因
data-correct-reason-hint = 如：与年鉴核对，第 3 位数字录错
data-correct-keep = 检查并存为草稿
data-correct-note = 更正：{ $reason }
data-correct-gone = 这些数字已经不在现在发布的版本里，请刷新页面后再改。
data-correct-words-none = 还没有改任何数字。
data-correct-words-reason-needed = 请写明更正的原因。
data-correct-words-counted = 已改 { $count } 个数
data-figure-columns-area = 地区
data-figure-columns-year = 年份
data-figure-columns-value = 数值
data-figure-columns-unit = 单位
data-figure-columns-kind = 数值性质
data-figure-columns-source = 来源
data-figure-columns-note = 备注
