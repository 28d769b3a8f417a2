"""The words of the dialog that makes a picture."""

from layouts.sheet_sizes import LARGEST, SMALLEST, Format, Size

OPEN = "出图"
OPEN_HINT = "把眼前的地图或图表存成图片，供汇报、报告使用"
TITLE = "出图"
KIND = "画什么"
KINDS = {
    "overview": "总览",
    "map": "地图",
    "multiples": "多年小图",
    "domain": "同领域指标",
    "gap": "差距图",
    "ranking": "排名",
    "trend": "趋势",
    "heat": "目标热力图",
    "waterfall": "差距分解图",
    "spine": "县域对比图",
    "coverage": "覆盖地图",
}
SIZE = "尺寸"
OWN_SIZE = "own"
SIZES = {
    Size.SLIDE: "幻灯片 16:9（1920×1080）",
    Size.SLIDE_4K: "幻灯片 4K（3840×2160）",
    Size.A4_LANDSCAPE: "A4 横向",
    Size.A4_PORTRAIT: "A4 纵向",
    Size.A3_LANDSCAPE: "A3 横向",
    Size.A3_PORTRAIT: "A3 纵向",
    OWN_SIZE: "自定义（像素）",
}
WIDTH, HEIGHT = "宽（像素）", "高（像素）"
DPI = "分辨率（每英寸像素）"
COLOUR = "色彩"
COLOURS = {"0": "彩色", "1": "灰度"}
FORMAT = "格式"
FORMATS = {
    Format.PNG: "PNG",
    Format.SVG: "SVG",
    Format.PDF: "PDF",
}
MAKER = "制图单位"
MAKER_HINT = "如：发展和改革局；本机记住"
APPROVAL = "审图号"
APPROVAL_HINT = "由发布单位申请；没有就留空"
SAVE = "下载图片"
COPY = "复制图片链接"
PREVIEW = "预览"

TOO_LARGE = "这张图太大，画它用的内存或时间超过上限。请选小一些的尺寸或低一些的分辨率，或改用 SVG、PDF"
DIED = "画图时程序意外中止，请再试一次"


def place(ahead: int) -> str:
    """How many pictures are drawn before one that waits."""
    return f"前面还有 {ahead} 张" if ahead else "正在绘制"


def busy(ahead: int) -> str:
    """That no more pictures are taken on."""
    return f"正在画的图很多，前面还有 {ahead} 张，请稍等片刻再试一次"


# What the browser writes itself.
FOR_BROWSER = {
    "drawing": "正在绘制……",
    "queued": "{message}……",
    "failed": "这张图画不出来：{message}",
    "no_glyph": "有一个字没有字体能画，请检查制图单位和审图号，换一个写法。（{message}）",
    "unreachable": "连不上服务器，请稍后再试。",
    "own_size": f"宽、高各填 {SMALLEST} 至 {LARGEST} 之间的整数。",
    "pixels": "{width} × {height} 像素",
    "vector": "矢量图，放大不失真",
    "copy": COPY,
    "copied": "已复制",
}
