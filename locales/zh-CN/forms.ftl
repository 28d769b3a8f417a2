# The words of forms: templates, examples and exports that can be filled in and imported.

forms-sheet-filled = 填写
forms-sheet-notes = 说明
forms-sheet-lists = 选项
forms-name =
    { $layout ->
        [wide] { $region }-{ $form }（宽表）
        [list] { $region }-{ $form }（代码清单）
       *[long] { $region }-{ $form }
    }
forms-notes-title = { $form }-填写说明
forms-template = { $form }-模板
forms-example = { $form }-示例（虚构）
forms-schematic = 示意界线（按乡镇驻地生成，非法定边界）
forms-wide-heading = 指标（单位）
forms-not-listed = 不在列表中
forms-choose =
    { $is_strict ->
        [true] 请从下拉列表中选。
       *[false] 不在列表中。如确有此项，可以保留，导入时会再核对。
    }
forms-correct = 请改正
forms-rules =
    { $content ->
        [number] 这里只填数字。没有数据请留空。
        [year] 这里填四位数字的年份，例如 2016。
       *[degrees] 这里填十进制度数，例如 113.05。
    }
forms-prompt =
    { $is_required ->
        [true] { $meaning }。必填
       *[false] { $meaning }
    }
forms-explained-column = 列
forms-explained-required = 必填
forms-explained-meaning = 填什么
forms-explained-example = 例
forms-list-columns =
    { $column ->
        [area] 地区
        [township] 乡镇（街道）
        [code] 区划代码
        [level] 级别
        [indicator] 指标
        [wide_heading] 指标（单位）
        [unit] 单位
        [other_units] 也可用的单位
        [note] 说明
        [kind] 数据性质
        [meaning] 含义
        [type] 设施类型
        [capacity] 规模填什么
        [road_class] 道路等级
       *[approximate] 是否近似
    }
forms-levels =
    { $level ->
        [outside] 对照地区
        [city] 全市
        [county] 县级
       *[around] 周边范围
    }
forms-former = { $county }旧名，用到{ $year }年
forms-township-of = 乡镇级，{ $county }
forms-count = 统计数
forms-rate = 指标（已算好的比率）：{ $definition }
forms-example-note = 示例，导入前请删除
forms-example-warning = 本文件是示例，数字和名称全部虚构，只说明怎样填写，不要当作真实数据导入和发布。
forms-example-named = 示例{ $name }{ $number }（虚构）
forms-example-village = 示例村{ $number }（虚构）
forms-example-road = 示例道路{ $number }（虚构）
forms-example-code = 示例-{ $number }
