# The words of the dialog that makes a picture.

export-open = 出图
export-open-hint = 把眼前的地图或图表存成图片，供汇报、报告使用
export-title = 出图
export-kind = 画什么
export-kinds-overview = 总览
export-kinds-map = 地图
export-kinds-multiples = 多年小图
export-kinds-domain = 同领域指标
export-kinds-gap = 差距图
export-kinds-ranking = 排名
export-kinds-trend = 趋势
export-kinds-heat = 目标热力图
export-kinds-waterfall = 差距分解图
export-kinds-spine = 县域对比图
export-kinds-coverage = 覆盖地图
export-size = 尺寸
export-sizes-slide = 幻灯片 16:9（1920×1080）
export-sizes-slide-4k = 幻灯片 4K（3840×2160）
export-sizes-a4-landscape = A4 横向
export-sizes-a4-portrait = A4 纵向
export-sizes-a3-landscape = A3 横向
export-sizes-a3-portrait = A3 纵向
export-sizes-own = 自定义（像素）
export-width = 宽（像素）
export-height = 高（像素）
export-dpi = 分辨率（每英寸像素）
export-colour = 色彩
export-colours-0 = 彩色
export-colours-1 = 灰度
export-format = 格式
export-maker = 制图单位
export-maker-hint = 如：发展和改革局；本机记住
export-approval = 审图号
export-approval-hint = 由发布单位申请；没有就留空
export-save = 下载图片
export-copy = 复制图片链接
export-preview = 预览
export-too-large = 这张图太大，画它用的内存或时间超过上限。请选小一些的尺寸或低一些的分辨率，或改用 SVG、PDF
export-died = 画图时程序意外中止，请再试一次
export-place =
    { $ahead ->
        [0] 正在绘制
       *[other] 前面还有 { $ahead } 张
    }
export-busy = 正在画的图很多，前面还有 { $ahead } 张，请稍等片刻再试一次
export-browser-drawing = 正在绘制……
export-browser-queued = { $message }……
export-browser-failed = 这张图画不出来：{ $message }
export-browser-no-glyph = 有一个字没有字体能画，请检查制图单位和审图号，换一个写法。（{ $message }）
export-browser-unreachable = 连不上服务器，请稍后再试。
export-browser-own-size = 宽、高各填 400 至 12000 之间的整数。
export-browser-pixels = { $width } × { $height } 像素
export-browser-vector = 矢量图，放大不失真
export-browser-copy = 复制图片链接
export-browser-copied = 已复制
