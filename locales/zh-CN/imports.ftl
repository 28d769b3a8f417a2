# The words of the steps of an import: choosing a file, saying what its columns hold, reading the match report.

imports-datums-wgs84 = WGS84、CGCS2000、GPS
imports-datums-gcj02 = GCJ-02（高德、腾讯）
imports-datums-bd09 = BD-09（百度）
imports-datums-unknown = 不清楚，由系统比对
imports-severities-error = 错误
imports-severities-warning = 提醒
imports-severity =
    { $severity ->
        [error] { imports-severities-error }
       *[warning] { imports-severities-warning }
    }
imports-datum-name =
    { $datum ->
        [wgs84] { imports-datums-wgs84 }
        [gcj02] { imports-datums-gcj02 }
        [bd09] { imports-datums-bd09 }
        [unknown] { imports-datums-unknown }
       *[other] { $datum }
    }
imports-roles =
    { $role ->
        [ignored] 不用
        [area_code] 地区代码
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
       *[other] { $role }
    }
imports-matched-code = 按代码
imports-matched-name = 按名称
imports-matched-alias = 按别名、旧名
imports-matched-seat = 按驻地（近似）
imports-matched-none = 没有匹配上
imports-otherwise-point = 按坐标
imports-otherwise-duplicate = 重复的行
imports-otherwise-road-absent = 在建、规划或已废弃的道路
imports-otherwise-no-road = 不是道路的线
imports-ignored-blank = 空单元格或缺数记号
imports-ignored-total = 合计行的数字（只用来核对）
imports-ignored-note = 说明、注释行
imports-ignored-heading = 重复的表头行
imports-ignored-column = 没有用到的列里的单元格
imports-assumed-unit = 没有写单位，按指标的单位
imports-assumed-kind = 没有写数值性质，按统一指定
imports-assumed-source = 没有写来源，按统一指定
imports-steps-file = 选择文件
imports-steps-columns = 核对列
imports-steps-report = 匹配报告
imports-steps-draft = 草稿
imports-steps-publish = 发布
imports-pick-kind = 导入哪一种数据
imports-target = 导入到哪个数据集
imports-new-dataset = 新建数据集……
imports-new-name = 新数据集的名称
imports-new-name-hint = 如：本市统计年鉴
imports-base = 没有的数字从哪里取
imports-bases-public = 取自公开数据
imports-bases-none = 不取，显示为暂无数据
imports-bases-demo = 取自演示数据（虚构）
imports-templates =
    { $template ->
        [long] 下载模板
        [wide] 下载宽表模板（一列一个指标）
        [map] 下载模板（GeoPackage）
       *[list] 下载代码清单
    }
imports-example = 下载填好的示例
imports-drop = 选择文件
imports-drop-or = 或把文件拖到这里
imports-template-advice = 没有现成的表格？下载模板，里面有填写说明和下拉选项；用模板填的表格会自动识别。
imports-sheet = 工作表
imports-kind = 数据种类
imports-preview = 表格的前几行，每一列用作什么
imports-preview-hint = 系统已按表头猜好，请核对；猜错的在该列上方改。灰色的列不导入。
imports-row = 行
imports-used-as = 用作
imports-of-variable = 指标
imports-of-year = 年份
imports-of-unit = 单位
imports-of-area = 地区：{ $area }
imports-header-rows = 表头所在行
imports-first-row = 数据从第几行
imports-last-row = 到第几行
imports-header-rows-hint = 多行表头用逗号分开，如 2,3
imports-defaults = 表里没有写的，统一指定
imports-one-variable = 指标
imports-one-year = 年份
imports-one-unit = 单位
imports-one-source = 来源
imports-one-kind = 数值性质
imports-one-type = 设施类型
imports-source-hint = 如：统计年鉴2021，表3-2
imports-not-set = 不指定
imports-datum = 坐标是哪一种
imports-note = 本次导入的说明
imports-note-hint = 如：补2015—2020年床位
imports-remember = 记住这种表格，下次自动套用；名称
imports-remember-hint = 如：年鉴卫生表
imports-counts = 统计数（用来计算指标）
imports-indicators = 指标（直接是结果）
imports-check = 检查匹配
imports-other-file = 换文件
imports-read = 读到
imports-good = 可以导入
imports-with-errors = 错误
imports-with-warnings = 提醒
imports-title-matched = 地区怎样匹配上的
imports-title-ignored = 已跳过
imports-title-assumed = 表里没写的
imports-faults = 问题清单
imports-faults-none = 没有发现问题。
imports-all-codes = 全部问题
imports-report-xlsx = 下载报告（Excel）
imports-report-csv = 下载报告（CSV）
imports-fault-columns-severity = 程度
imports-fault-columns-place = 位置
imports-fault-columns-problem = 问题
imports-fault-columns-found = 表里写的
imports-fault-columns-remedy = 怎样改
imports-how = 怎样导入
imports-good-only-no = 全部修正后再导入
imports-good-only-yes = 只导入无误的行
imports-good-only-no-hint = 在 Excel 里改好，回到第 1 步重新上传
imports-good-only-yes-hint = 有错误的行不导入，操作记录里会写明
imports-merge = 补充更新
imports-replace = 整体替换
imports-merge-hint = 同一地区、年份、指标（或同一编号）的用新的，其余保留
imports-replace-hint = 这一种数据只留本次导入的，其余不再保留
imports-keep = 存为草稿
imports-keep-hint = 草稿只有登录后能看到，发布前不影响任何页面。
imports-nothing-good = 没有一行可以导入。请按问题清单修改文件，或返回上一步核对列。
imports-fix-first = 还有错误的行。请在 Excel 里改好后重新上传，或选择“只导入无误的行”。
imports-back-to-columns = 返回核对列
imports-upload-corrected = 重新上传改好的文件
imports-readers-busy = 服务器正在读取其他文件，前面还有 { $ahead } 个，请稍等片刻再试一次
imports-size-limit = 文件最大 { $size }
imports-nothing-read = 没有读到数据。请返回上一步核对表头和数据的行号。
imports-all-good = 读到 { $rows } 条，全部可以导入。
imports-some-good = 读到 { $rows } 条，{ $good } 条可以导入，{ $bad } 条不能导入。
imports-fault-option = { faults-problem }（{ $count }）
imports-errors-warnings = 错误、提醒
imports-causes = 问题归类
imports-causes-counted = { $count } 类，{ $mended } 类可以在这里统一处理
imports-cause-count = { $count } 处
imports-cause-words-quoted = “{ $found }”
imports-cause-words-choose = 请选择……
imports-cause-words-another = 其他……
imports-cause-words-fill = 全部填上
imports-cause-words-take-back = 撤销
imports-mend = 全部按{ $meant }处理
imports-mend-swap = 经度和纬度两列对调
imports-mend-share = 全部按小数比率换算成百分数
imports-reading = “{ $found }”全部按{ $meant }处理
imports-reading-unsaid = 没有写{ imports-roles }的全部按“{ $meant }”处理
imports-causes-certain = 有 { $count } 处写法含有完整的名称，全部按名称处理
