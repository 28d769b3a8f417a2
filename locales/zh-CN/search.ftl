# The words of the search over everything that has a name (搜索).

search-open = 搜索
search-open-hint = 搜索指标、地区、目标、页面和设施（Ctrl+K）
search-failed = 搜索暂时不能使用，请稍后再试。
search-kinds-indicator = 指标
search-kinds-area = 地区
search-kinds-domain = 领域
search-kinds-type = 设施类型
search-kinds-facility = 设施
search-kinds-target = 目标
search-kinds-page = 页面
search-browser-title = 搜索
search-browser-hint = 名称、拼音或首字母，可加地区和年份：连南 床位 2016
search-browser-keys = ↑ ↓ 选择　Enter 打开　Esc 关闭
search-browser-recent = 最近打开
search-browser-results = 搜索结果
search-browser-year = { $year }年
search-browser-counted = 找到{ $count }项
search-browser-nearest = 没有找到“{ $found }”，以下按最接近的“{ $used }”列出。
search-browser-apart = 没有同时符合各个词的内容，以下各符合其中一部分。
search-browser-partly = 没有找到“{ $found }”，以下只按其余的词列出。
search-browser-nothing = 没有找到“{ $found }”，也没有相近的名称。以下是各个页面。
search-other-words =
    { $path ->
        [overview] overview home 首页
        [atlas] map atlas 地图
        [targets] targets progress 目标
        [gap] gap 差距
        [county] county profile 档案
        [coverage] service coverage facilities siting 设施 选址 覆盖
        [packs] briefing pack report 汇报 材料
       *[data] data import upload 导入 上传 模板
    }
