# What is wrong with a file and what to do about it.

# What is wrong, by fault.
faults-problem =
    { $fault ->
        [empty_file] 文件是空的
        [unknown_type] 不认识这种文件
        [damaged] 文件已损坏或不完整
        [encrypted] 文件有密码
        [macros] 文件里有宏
        [external_links] 文件引用了外部内容
        [too_large] 文件太大
        [expands_too_much] 压缩包解开后太大
        [too_many_rows] 行数太多
        [too_many_columns] 列数太多
        [too_many_sheets] 工作表太多
        [too_many_vertices] 图形的顶点太多
        [cell_too_long] 单元格内容太长
        [too_much_memory] 读取这个文件要占用太多内存
        [too_slow] 读取这个文件花的时间太长
        [reader_ended] 读取这个文件时程序意外中止
        [unknown_encoding] 认不出文字编码
        [no_table] 没有找到表头和数据
        [no_features] 文件里没有图形
        [several_layers] 文件里有几个图层
        [wrong_geometry] 图形的类型不对
        [unknown_crs] 认不出坐标系
        [column_missing] 缺少必需的列
        [column_twice] 有几列用作同一内容
        [formula] 单元格是公式
        [not_a_number] 不是数字
        [not_finite] 不是有效的数值
        [not_a_year] 不是年份
        [year_is_a_date] 是日期，不是年份
        [area_unknown] 找不到这个地区
        [area_ambiguous] 有几个地区叫这个名字
        [area_foreign] 代码不属于本区域
        [area_disagrees] 代码和名称说的不是同一个地区
        [variable_unknown] 不认识这个指标
        [variable_fixed] 这一项由行政区划本身确定，不能导入
        [unit_unknown] 单位与指标不符
        [unit_suspicious] 数量级不对，像是单位写错了
        [share_of_one] 单位是 %，数字却在 0 和 1 之间，没有换算
        [kind_unknown] 不认识这种数值性质
        [source_missing] 没有写来源
        [out_of_range] 超出合理范围
        [duplicate] 与另一行重复，只导入一次
        [contradiction] 与另一行是同一地区、年份、指标，但内容不同，都不导入
        [total_differs] 合计与各项之和不符
        [jump] 与上年相差太大
        [derived_out_of_range] 由这些数字算出的指标超出合理范围
        [type_unknown] 不认识这种类型
        [name_missing] 没有写名称
        [point_missing] 没有位置
        [point_approximate] 没有坐标，放在乡镇驻地，标为近似位置
        [point_of_polygon] 图形是面，取其内部一点作为位置，已写入备注
        [point_swapped] 经度和纬度像是填反了
        [point_outside] 位置不在本区域内
        [datum_doubtful] 坐标类型可能选错了
        [datum_stated] 坐标类型由文件判断
        [datum_differs] 文件所示的坐标类型与选定的不同
        [hidden] 表里有隐藏的行或列，也在导入的范围内
        [hidden_sheet] 这张工作表在文件里是隐藏的
        [columns_left_out] 这些列没有用到
        [road_class_assumed] 不认识这种道路等级，按“其他道路”的车速计入路网
        [no_road] 没有道路等级的线，不是道路，不导入
        [road_absent] 在建、规划或已废弃的道路，不导入
        [closed_before_opened] 停用年份早于启用年份
        [geometry_invalid] 图形有错误
        [geometry_repaired] 图形有小错误，已自动修正
        [overlap] 与相邻图形重叠
        [gap] 图形之间有空隙
        [area_absent] 缺少这个地区的图形
        [wider_area] 这是县（市、区）或全市的界线，这里只导入乡镇（街道）的界线
       *[county_disagrees] 图形不在它所属的县里
    }
# The same where the file says nothing.
faults-unsaid =
    { $fault ->
        [not_a_year] 没有写年份
        [area_unknown] 没有写地区的名称或代码
        [variable_unknown] 没有写指标
        [type_unknown] 没有写类型
        [road_class_assumed] 没有写道路等级，按“其他道路”的车速计入路网
       *[other] { faults-problem }
    }
# What to do.
faults-remedy =
    { $fault ->
        [empty_file] 请检查导出是否成功，再选一次文件
        [unknown_type] 请另存为下列类型之一再上传
        [damaged] 请重新导出或重新下载，确认能打开后再上传
        [encrypted] 请在原软件中取消密码后另存再上传
        [macros] 请另存为不带宏的 XLSX 再上传
        [external_links] 请断开外部链接、只保留数值后再上传
        [too_large] 请拆成几个文件分别上传
        [expands_too_much] 请检查压缩包的内容，或拆成几个文件
        [too_many_rows] 请拆成几个文件分别上传
        [too_many_columns] 请删去用不到的列，或拆成几个文件
        [too_many_sheets] 请只留下要导入的工作表，或拆成几个文件
        [too_many_vertices] 请在制图软件里简化图形后再导出
        [cell_too_long] 请缩短这个单元格的内容
        [too_much_memory] 请删去用不到的列和工作表，或拆成几个文件
        [too_slow] 请删去用不到的列和工作表、简化图形，或拆成几个文件
        [reader_ended] 文件可能已损坏或内容太多，请在原软件中打开、删去用不到的内容后另存再上传
        [unknown_encoding] 请用 UTF-8 编码另存，或选择正确的编码
        [no_table] 请检查工作表，或在“核对列”里指定表头所在行
        [no_features] 请检查导出的图层，Shapefile 要把各个文件一起打包
        [several_layers] 请每次只导出一个图层再上传
        [wrong_geometry] 请换成对应种类的图层
        [unknown_crs] 请换成下列坐标系之一再导出
        [column_missing] 请在“核对列”里指定哪一列是
        [column_twice] 请在“核对列”里只保留一列
        [formula] 请复制后“选择性粘贴为数值”再上传
        [not_a_number] 请填数字；没有数据就留空
        [not_finite] 请填有限的数字；没有数据就留空
        [not_a_year] 请填四位年份，如 2016
        [year_is_a_date] 请只填四位年份，如 2016，并把单元格格式改为“常规”
        [area_unknown] 请填本区域县（市、区）或乡镇（街道）的全称或代码
        [area_ambiguous] 请填代码，或在名称前加上所属的县（市、区）
        [area_foreign] 请删去外地的行；代码写错了的请改正
        [area_disagrees] 请核对后改正其中一个
        [variable_unknown] 请用系统里的指标名称或编号，或在“核对列”里指定
        [variable_fixed] 请删去这些行
        [unit_unknown] 请换成可用的单位并相应换算数值
        [unit_suspicious] 请核对单位；确认无误可以照常导入
        [share_of_one] 请核对；如果是小数形式的比率，请改成百分数再导入
        [kind_unknown] 请从可用的词里选一个，或留空
        [source_missing] 请填“来源”一列，或在“核对列”里统一指定来源
        [out_of_range] 请核对数值和单位
        [duplicate] 可以删去重复的行
        [contradiction] 请只保留正确的一行
        [total_differs] 请核对合计和各项；确认无误可以照常导入
        [jump] 请核对；属实可以照常导入
        [derived_out_of_range] 请核对分子和分母
        [type_unknown] 请改用可用的类型，或在“核对列”里统一指定设施类型
        [name_missing] 请填上名称
        [point_missing] 请填经度和纬度，或填所在的乡镇（街道）
        [point_approximate] 有坐标时请补上
        [point_of_polygon] 请在地图上核对
        [point_swapped] 请核对这两列
        [point_outside] 请核对经纬度和坐标类型
        [datum_doubtful] 请核对坐标是哪一种
        [datum_stated] 不对的话，请在“核对列”里改选
        [datum_differs] 请在“核对列”里核对坐标是哪一种
        [hidden] 请取消隐藏或筛选，核对后删去不要的行和列
        [hidden_sheet] 请核对是不是要导入这一张
        [columns_left_out] 要导入的话，请在“核对列”里指定用作什么
        [road_class_assumed] 请改用可用的等级
        [no_road] 是道路的，请填上道路等级
        [road_absent] 已经通车的，请改成它的道路等级
        [closed_before_opened] 请核对这两个年份
        [geometry_invalid] 请在制图软件里修正图形后再导出
        [geometry_repaired] 请在地图上核对
        [overlap] 请在制图软件里修正共同的边界
        [gap] 请在制图软件里修正共同的边界
        [area_absent] 请补上这个地区再导入
        [wider_area] 请换成乡镇（街道）界线的图层
       *[county_disagrees] 请核对代码和图形
    }
# What stands before what is allowed.
faults-allowed =
    { $fault ->
        [unknown_type] 可用类型
        [damaged] 应有
        [too_large] 上限
        [expands_too_much] 上限
        [too_many_rows] 上限
        [too_many_columns] 上限
        [too_many_sheets] 上限
        [too_many_vertices] 上限
        [cell_too_long] 字数上限
        [too_much_memory] 上限
        [too_slow] 上限
        [unknown_encoding] 可用编码
        [no_features] 应有
        [wrong_geometry] 需要
        [unknown_crs] 可用坐标系
        [column_missing] 缺少
        [area_unknown] 是不是
        [area_ambiguous] 可能是
        [area_foreign] 本区域的代码开头是
        [area_disagrees] 对应
        [variable_unknown] 是不是
        [unit_unknown] 可用单位
        [unit_suspicious] 可能是
        [share_of_one] 也许应为
        [kind_unknown] 可用
        [out_of_range] 范围
        [duplicate] 相同的单元格
        [contradiction] 另一行
        [total_differs] 各项之和
        [jump] 上年
        [derived_out_of_range] 范围
        [type_unknown] 可用类型
        [point_approximate] 放在
        [point_swapped] 对调后
        [point_outside] 范围
        [datum_doubtful] 更像是
        [datum_stated] 坐标类型
        [datum_differs] 文件所示
        [road_class_assumed] 可用等级
        [closed_before_opened] 启用
        [geometry_repaired] 修正
        [overlap] 相邻
        [county_disagrees] 应属
       *[other] 允许
    }
faults-shape =
    { $shape ->
        [GeometryCollection] 混合图形
        [MultiPoint] 多个点
        [MultiLineString] 线
        [MultiPolygon] 面
        [LineString] 线
        [LinearRing] 线
        [Polygon] 面
       *[Point] 点
    }
faults-file-type =
    { $type ->
        [binary] 二进制内容
        [NUL] 二进制内容
        [html] 网页（HTML）
        [xlsb] XLSB（Excel 二进制工作簿）
        [doc] Word 文档
        [docx] Word 文档
        [odt] 文字文档（ODT）
        [ppt] 幻灯片
        [pptx] 幻灯片
        [odp] 幻灯片（ODP）
        [shapefile] Shapefile（ZIP）
        [geojson] GeoJSON
        [gpkg] GeoPackage
        [gzip] GZIP 压缩包
       *[other] { $name }
    }
# How a fault is told.
faults-at = { $place }：{ $text }
faults-advice =
    { $allowed ->
        [nothing] { faults-remedy }。
       *[other] { faults-remedy }。{ faults-allowed }：{ $allowed }
    }
faults-hint =
    { $allowed ->
        [nothing] { faults-remedy }。
       *[other] { faults-remedy }。{ faults-allowed }：{ $allowed }。
    }
faults-found = { faults-problem }：“{ $found }”。{ $advice }
faults-unfound = { $problem }。{ $advice }
faults-quoted = “{ $text }”
faults-row = 第 { $row } 行
faults-column = { $column } 列
faults-headed-column = { $column } 列（{ $heading }）
faults-places = 共 { $places } 处
faults-seconds = { $seconds } 秒
faults-archive =
    { $kind ->
        [zip] 压缩包（里面是 { $inside }）
       *[other] { $name }（里面是 { $inside }）
    }

# What the command line says.
faults-dry-run = 只做检查，没有保存任何内容。
faults-not-clean = 有错误的行，没有导入。请改正后再导入，或加上 --good-only 只导入无误的行。
faults-more = ……另有 { $count } 处，未逐条列出
faults-no-such-type = --type：不认识这种设施类型：“{ $text }”。可用：{ $allowed }。
faults-draft-kept = 已存为草稿：数据集 { $dataset } 第 { $number } 版。发布：python app.py publish { $dataset } { $number }
faults-published = 已发布：数据集 { $dataset } 第 { $number } 版。
faults-withdrawn = 已撤下：数据集 { $dataset } 不再显示，各版本都保留。重新发布：python app.py rollback { $dataset } 版本号
faults-summary = { $file }（{ data-kind }）：读到 { $rows } 行，可导入 { $good } 行
faults-rows = 第 { $rows } 行
faults-columns = { $columns } 列
faults-more-columns = { $names } 等 { $count } 列
faults-no-byte-order = UTF-16（没有字节顺序标记）
