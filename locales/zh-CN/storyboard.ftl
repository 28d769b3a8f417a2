# The words of storyboards (故事板): menu, panel, what is wrong with one, and its documents.

storyboard-menu = 演示
storyboard-menu-hint = 会议演示：放映当前画面（按键 F），或收集页面按顺序放映
storyboard-title = 故事板
storyboard-add = 加入故事板
storyboard-open = 打开故事板
storyboard-outputs-pdf = 打印用PDF（每页一幅）
storyboard-outputs-pptx = PowerPoint
storyboard-outputs-docx = Word
storyboard-browser-title = 故事板
storyboard-browser-close = 关闭
storyboard-browser-untitled = 故事板{ $number }
storyboard-browser-copy-title = { $title }（副本）
storyboard-browser-choose = 选择故事板
storyboard-browser-in-browser = 本浏览器
storyboard-browser-in-account = 账户
storyboard-browser-count = { $title } · { $count }页
storyboard-browser-name = 故事板名称
storyboard-browser-new = 新建
storyboard-browser-duplicate = 复制一份
storyboard-browser-delete = 删除
storyboard-browser-add = 加入故事板
storyboard-browser-add-here = 加入当前页
storyboard-browser-not-a-view = 当前页没有可放映的内容
storyboard-browser-page = { $page }
storyboard-browser-page-year = { $page }，{ $year }年
storyboard-browser-added = 已加入“{ $title }”，第{ $number }页。
storyboard-browser-write-note = 写备注
storyboard-browser-full = 一个故事板最多{ $most }页；请另建一个，或移除几页。
storyboard-browser-slide-title = 第{ $number }页标题
storyboard-browser-note = 第{ $number }页备注
storyboard-browser-note-hint = 备注：讲什么、注意什么
storyboard-browser-up = 上移
storyboard-browser-down = 下移
storyboard-browser-remove = 移除
storyboard-browser-open-page = 打开
storyboard-browser-use-nearest = 改用最接近的页面
storyboard-browser-removed = 已移除“{ $title }”。
storyboard-browser-deleted = 已删除“{ $title }”。
storyboard-browser-undo = 撤销
storyboard-browser-empty = 还没有页面。打开任意一页，按 S 键或点“加入当前页”。
storyboard-browser-present = 放映
storyboard-browser-copy-link = 复制链接
storyboard-browser-link-copied = 链接已复制，内含全部{ $count }页。
storyboard-browser-link-too-long = 内容太多，链接有{ $length }个字符（上限{ $most }），容易被截断。请改用“存为文件”，或分成几个故事板。
storyboard-browser-save-file = 存为文件
storyboard-browser-open-file = 打开文件
storyboard-browser-file-name = { $title }.故事板.json
storyboard-browser-to-account = 存入账户
storyboard-browser-documents = 成册
storyboard-browser-making = 已开始制作，完成后在“简报”页下载。
storyboard-browser-see-making = 查看进度
storyboard-browser-hint = Alt+↑、Alt+↓ 调整顺序
storyboard-browser-opened-link = 已打开链接中的“{ $title }”，共{ $count }页，存于本浏览器。
storyboard-browser-opened-file = 已打开文件中的“{ $title }”，共{ $count }页，存于本浏览器。
storyboard-browser-newer = 内容由较新版本的程序制作，只取出本程序能识别的{ $count }页。
storyboard-browser-cut = 内容不完整，后半部分缺失，已取出完整的{ $count }页。
storyboard-browser-broken = 有{ $broken }页无法识别，未取出。
storyboard-browser-broken-marks = 有{ $lost }处手工标注无法识别，未取出。
storyboard-browser-beyond = 最多放{ $most }页，其余{ $beyond }页未取出。
storyboard-browser-nothing = 这不是故事板，或内容残缺，没有可以取出的页面。
storyboard-browser-no-inflate = 本浏览器版本过旧，打不开压缩的链接；请对方改发文件。
storyboard-browser-no-room = 浏览器的存储已满，改动没有存下；请用“存为文件”保存。
storyboard-browser-not-saved = 没有存入账户：{ $reason }
storyboard-browser-unreachable = 服务器没有回应。
storyboard-browser-changed = “{ $title }”已在别处改过（另一窗口或另一人）。您的改动还在这里，没有覆盖对方的。
storyboard-browser-keep-copy = 我的另存一份
storyboard-browser-take-theirs = 改用对方的
storyboard-browser-try-again = 重试
storyboard-parts =
    { $part ->
        [dataset] 数据集
        [indicator] 指标
        [other_indicator] 右图指标
        [year] 年份
        [other_year] 对比年份
        [county] 县（市、区）
        [type] 设施类型
        [target] 政策目标
        [within] 下钻的地区
        [selected] 选中的地区
        [facilities] 设施点
        [marks] 手工标注
        [groups] 自定分组
       *[other] { $part }
    }
storyboard-no-page = 程序中已没有这一页。
storyboard-not-logged-in = 请先登录，再存入账户。
storyboard-unusable = 内容不合规定，没有采用。
storyboard-too-many = 账户中最多存{ $most }个故事板，请先删除几个。
storyboard-nothing-to-make = 故事板里还没有页面。
storyboard-no-job = 制作没有完成，请重试。
storyboard-changed-slide = 原页面有变：{ $remarks }以下为最接近的页面。
storyboard-mixed-warning = 含演示数据 · 非真实统计
storyboard-subtitle = { $region } · 故事板，共{ $count }页
storyboard-gone =
    { $nearest ->
        [none] { storyboard-parts }“{ $found }”已不可用。
       *[other] { storyboard-parts }“{ $found }”已不可用，最接近的是“{ $nearest }”。
    }
