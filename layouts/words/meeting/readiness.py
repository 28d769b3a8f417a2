"""The words of the check before a meeting (会前自检): every line of the command ``check`` and of its page."""

from collections.abc import Sequence
from datetime import datetime

from datasets.city.city import SetAsideVersion
from datasets.readiness.machine import ClockReading, DiskSpace
from datasets.readiness.model import CheckLine, CheckState
from datasets.readiness.store_probe import StoreState
from layouts.words.common import day_text
from layouts.words.messages.publication import set_aside_text

TITLE, OPEN, OPEN_HINT = "会前自检", "会前自检", "开会前查一遍：字体、出图、数据、时钟、屏幕和浏览器"
PROGRAM, FONTS, DRAWING, STORE, DISK = "程序", "中文字体", "出图", "数据库", "磁盘"
CLOCK, OUTGOING, FILES = "服务器时钟", "外发请求", "程序文件"
STATES = {
    CheckState.OK: "通过",
    CheckState.CAUTION: "留意",
    CheckState.FAILED: "不行",
    CheckState.PENDING: "在查",
}
READY = "可以开会：各项都已通过。"
_MOST_LISTED = 3
_GIB = 1 << 30


def summary(lines: Sequence[CheckLine]) -> str:
    """The first line: that all is well, or what is in the way."""
    failed, caution, pending = (
        [line.subject for line in lines if line.state is state]
        for state in (CheckState.FAILED, CheckState.CAUTION, CheckState.PENDING)
    )
    if failed:
        return f"还不能开会：{'、'.join(failed)}不行。"
    if pending:
        return f"还在查：{'、'.join(pending)}。"
    return f"开会前先处理：{'、'.join(caution)}。" if caution else READY


def program_line(version: str, region: str, indicators: int) -> CheckLine:
    """What was loaded."""
    return CheckLine(PROGRAM, CheckState.OK, f"版本 {version}，{region}，{indicators} 项指标已载入。")


def program_fault(message: str) -> CheckLine:
    """Why nothing was loaded."""
    return CheckLine(PROGRAM, CheckState.FAILED, "没有载入。", "按下面的说明改正后重新启动。", message)


def broken_line(subject: str, error: BaseException) -> CheckLine:
    """A check that did not come to an end itself."""
    remedy = "重查一次；仍不行就把这一行和程序日志交给管理员。"
    return CheckLine(
        subject, CheckState.FAILED, f"这一项没有查成（{type(error).__name__}）。", remedy, str(error)[:300]
    )


def pending_line(subject: str) -> CheckLine:
    """A check that still runs."""
    return CheckLine(subject, CheckState.PENDING, "正在查……")


def fonts_line(family: str, lacking: Sequence[str], count: int) -> CheckLine:
    """Whether every name can be written on a picture."""
    if not lacking:
        return CheckLine(FONTS, CheckState.OK, f"图上用 {family}，{count} 个地名和指标名都写得出。")
    listed = "、".join(lacking[:_MOST_LISTED]) + ("等" if len(lacking) > _MOST_LISTED else "")
    remedy = "用 FONT_SANS 换一款字更全的中文字体，再重新启动。"
    return CheckLine(FONTS, CheckState.FAILED, f"{family} 缺字，写不出{listed}。", remedy)


def no_font_line(message: str) -> CheckLine:
    """That no Chinese font is there."""
    remedy = "安装 requirements.txt 中的 pylopdf-fonts-zh-cn，或用 FONT_SANS 指定中文字体文件。"
    return CheckLine(FONTS, CheckState.FAILED, "没有可用的中文字体，图上的字会成方框。", remedy, message)


def drawing_line(sizes: Sequence[tuple[int, int]], seconds: float) -> CheckLine:
    """That a map and a chart were drawn."""
    width, height = sizes[0]
    return CheckLine(DRAWING, CheckState.OK, f"地图和排名图各画出一张（{width}×{height} 像素，共 {seconds:.1f} 秒）。")


def empty_drawing_line() -> CheckLine:
    """That what was drawn is no picture."""
    return CheckLine(DRAWING, CheckState.FAILED, "画出的不是图片。", "重新安装 requirements.lock 中的 matplotlib。")


def busy_line(subject: str) -> CheckLine:
    """That pictures of others are drawn first."""
    return CheckLine(subject, CheckState.CAUTION, "正在画的图很多，没有轮到。", "过一分钟再查一次。")


def store_line(found: StoreState, where: str) -> CheckLine:
    """A store that was written and read."""
    if found.is_current:
        return CheckLine(STORE, CheckState.OK, f"可读可写，表结构 {found.revision}（最新）。", where=where)
    text, remedy = f"表结构 {found.revision} 不是最新的。", "重新启动程序，它会升级表结构。"
    return CheckLine(STORE, CheckState.FAILED, text, remedy, where)


def store_fault(found: str, remedy: str, where: str) -> CheckLine:
    """A store that cannot be used."""
    return CheckLine(STORE, CheckState.FAILED, found, remedy, where)


def disk_line(space: DiskSpace, where: str) -> CheckLine:
    """How much is free."""
    free = f"剩余 {space.free / _GIB:,.1f} GB"
    if space.state is CheckState.OK:
        return CheckLine(DISK, space.state, f"{free}，够用（需 {space.needed / _GIB:.1f} GB）。", where=where)
    remedy = "删除旧的简报和备份，或换一块磁盘（设置 FOLDER）。"
    return CheckLine(DISK, space.state, f"{free}，不足 {space.needed / _GIB:.1f} GB。", remedy, where)


def clock_line(clock: ClockReading) -> CheckLine:
    """What time it is, and whether that can be."""
    now = _time_text(clock.now)
    if clock.newest and clock.is_behind:
        text = f"现在是 {now}，早于库中最近一次操作（{_time_text(clock.newest.astimezone(clock.now.tzinfo))}）。"
        return CheckLine(CLOCK, clock.state, text, "校准服务器时钟，再重新启动程序。")
    if clock.state is CheckState.OK:
        return CheckLine(CLOCK, clock.state, f"{now}，东八区，不早于库中的任何记录。")
    text = f"{now}，时区是 UTC{clock.hours:+g}，不是东八区；图和简报上的日期可能差一天。"
    return CheckLine(CLOCK, clock.state, text, "设置 TZ=Asia/Shanghai，再重新启动程序。")


def outgoing_line(foreign: Sequence[str], called: Sequence[str] | None, store_host: str) -> CheckLine:
    """Whether anything goes out: what pages may fetch, whom the program has called, and where its database is."""
    others = [host for host in called or () if not store_host]
    if foreign:
        text, remedy = "页面获准向别的主机取内容。", "恢复程序自带的内容安全策略。"
        return CheckLine(OUTGOING, CheckState.FAILED, text, remedy, "、".join(foreign))
    if others:
        text, remedy = f"程序连着 {len(others)} 台别的主机。", "查明是谁装的插件或代理；程序本身不连任何主机。"
        return CheckLine(OUTGOING, CheckState.FAILED, text, remedy, "、".join(others))
    seen = "此刻没有连出" if called is not None else "本系统看不到连接"
    text = f"没有：页面只许向本程序取内容，没有会连出的设置，{seen}。"
    if store_host:
        text = "页面只许向本程序取内容；程序只连自己的数据库所在的主机。"
    return CheckLine(OUTGOING, CheckState.OK, text, where=store_host)


def files_line(is_whole: bool) -> CheckLine:
    """Whether the program and its data are as they were loaded."""
    if is_whole:
        return CheckLine(FILES, CheckState.OK, "程序和随附数据的文件与启动时一致。")
    return CheckLine(FILES, CheckState.FAILED, "文件在启动后被改动过。", "恢复原来的文件，或重新启动程序。")


def dataset_subject(name: str) -> str:
    """What the line of a dataset is about."""
    return f"数据集“{name}”"


def shipped_line(name: str, figures: int, demonstration: bool) -> CheckLine:
    """A dataset that comes with the program."""
    kind = "演示数据，全部虚构" if demonstration else "随程序提供"
    return CheckLine(dataset_subject(name), CheckState.OK, f"{kind}，{figures:,} 个数值。")


def version_line(name: str, number: int, published: datetime | None, lost: int) -> CheckLine:
    """A published version of an office's own."""
    when = f"，{day_text(published.astimezone())}导入" if published else ""
    if lost:
        text, remedy = f"第{number}版{when}，缺 {lost:,} 行。", "从备份恢复数据库，或回到上一版。"
        return CheckLine(dataset_subject(name), CheckState.FAILED, text, remedy)
    return CheckLine(dataset_subject(name), CheckState.OK, f"第{number}版{when}，各批文件的行都在。")


def set_aside_line(version: SetAsideVersion) -> CheckLine:
    """A published version that cannot be shown."""
    remedy = "到“数据”页核对这一版，改正后重新发布。"
    return CheckLine(dataset_subject(version.name), CheckState.FAILED, set_aside_text(version), remedy)


def _time_text(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M}"


HEADINGS = ("项目", "结果", "情况和办法")
SERVER, READER = "服务器", "本机（放映用的电脑）"
AGAIN, PRINT, BACK, TRIAL = "再查一次", "打印", "返回总览", "试画的地图"
CHECKING = "正在检查……一直停在这里，说明浏览器太旧或关闭了脚本：请换用 2024 年以后的 Chrome、Edge 或 Firefox。"

# What the page writes itself, of the reader's side.
FOR_BROWSER = {
    "states": STATES,
    "ready": READY,
    "failed": "还不能开会：{subjects}不行。",
    "caution": "开会前先处理：{subjects}。",
    "pending": "还在查：{subjects}。",
    "unreachable": "服务器没有回应。",
    "unreachable_remedy": "检查网线和网址，再查一次。",
    "server": "服务器",
    "broken": "这一项没有查成（{error}）。",
    "broken_remedy": "换一个浏览器再查一次。",
    "screen": "屏幕",
    "screen_ok": "{width}×{height} 像素，缩放 {scale}%，窗口 {inner}。",
    "screen_small": "窗口 {inner}，小于 1024×768，画面会缩得太小。",
    "screen_small_remedy": "把窗口放到最大，或把屏幕分辨率调到 1024×768 以上。",
    "zoom": "页面缩放",
    "zoom_ok": "100%。",
    "zoom_off": "{zoom}%。",
    "zoom_remedy": "按 Ctrl+0 恢复 100%。",
    "colour": "颜色",
    "colour_ok": "{depth} 位。",
    "colour_few": "{depth} 位，相邻的等级会看不出差别。",
    "colour_remedy": "在显示设置中改为 32 位真彩色。",
    "browser": "浏览器",
    "browser_ok": "{name}，功能齐全。",
    "browser_old": "{name}，缺少 {lacking}。",
    "browser_remedy": "换用 2024 年以后的 Chrome、Edge 或 Firefox。",
    "full": "全屏",
    "full_ok": "可以全屏。",
    "full_http": "可以全屏；本网址不是 HTTPS，全屏时按 Esc 由浏览器处理，会直接结束放映。",
    "full_no": "浏览器不许全屏。",
    "full_remedy": "放映前按 F11，或在浏览器设置中允许全屏。",
    "awake": "熄屏",
    "awake_ok": "放映时浏览器会让屏幕常亮。",
    "awake_no": "本网址不是 HTTPS，浏览器不能让屏幕常亮；放映前请在电源设置中把“关闭显示器”设为“从不”。",
    "storage": "本机存储",
    "storage_ok": "可用，故事板存得住。",
    "storage_no": "不可用，故事板关掉页面就没有了。",
    "storage_remedy": "退出无痕窗口，或允许本网站存储数据；也可以把故事板存为文件。",
    "fonts": "屏幕字体",
    "fonts_ok": "汉字显示正常。",
    "fonts_no": "汉字显示成方框。",
    "fonts_remedy": "给本机安装中文字体，如思源黑体、微软雅黑。",
    "clock": "本机时钟",
    "clock_ok": "与服务器相差 {seconds} 秒。",
    "clock_off": "与服务器相差 {minutes} 分钟。",
    "clock_remedy": "校准本机或服务器的时钟。",
    "map": "画地图",
    "map_ok": "{seconds} 秒画完。",
    "map_slow": "{seconds} 秒才画完，换画面时要等。",
    "map_slow_remedy": "关掉别的程序和网页，或换一台电脑；会前先把要放的画面各打开一遍。",
    "map_no": "{seconds} 秒内没有画出来。",
    "map_no_remedy": "刷新后再查一次；仍不行就换一个浏览器。",
    "fetched": "页面取用",
    "fetched_ok": "打开地图取了 {count} 个文件，都来自本程序。",
    "fetched_foreign": "有 {count} 个文件来自别处：{hosts}。",
    "fetched_remedy": "停用浏览器的扩展程序，再查一次。",
    "policy_no": "网页没有带上内容安全策略。",
    "policy_remedy": "请管理员检查代理服务器，不要删改网页的头部。",
}
