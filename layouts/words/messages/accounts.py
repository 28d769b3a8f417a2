"""Words of accounts: the login page, the corner of the bar, refusals."""

from datetime import datetime

LOG_IN = "登录"
LOG_OUT = "退出"
NAME = "账号"
PASSWORD = "密码"  # noqa: S105  (the word)
HEADING = "登录"
NO_ACCOUNT = "没有账号或忘记密码，请联系管理员索取一次性链接。"
ONLY_CHANGES = "浏览地图不需要登录；导入和发布数据需要账号。"
BACK = "返回浏览"

WRONG = "账号或密码不正确。"
NOT_LOGGED_IN = "请先登录。"
OUT_OF_DATE = "页面已过期，请重试。"
FOREIGN = "请求来自其他网站，已拒绝。"
TOO_LONG = "提交的内容过长。"
NEEDED = {
    "read": "当前账号没有浏览的权限。",
    "import": "当前账号没有导入、保存的权限，需要“编辑”或以上的账号。",
    "publish": "当前账号没有发布的权限，需要“发布者”或以上的账号。",
    "administer": "当前账号没有管理的权限，需要“管理员”账号。",
}


def wait_text(seconds: int) -> str:
    """After too many failed attempts."""
    wait = f"{seconds} 秒" if seconds < 60 else f"{-(-seconds // 60)} 分钟"
    return f"失败次数过多，请 {wait}后再试。"


# Why a password is not taken, and what to do.
_CHOOSE = "请换一个，例如连写四个互不相干的词。"
WEAK = {
    "length": f"密码须有 10 至 1000 个字符，{_CHOOSE}",
    "common": f"这个密码太常见，别人最先就会试到，{_CHOOSE}",
    "name": f"密码不能由账号、城市或本系统的名称拼成，{_CHOOSE}",
    "guessable": f"这个密码太容易猜到（重复、连号、日期或单个常用词），{_CHOOSE}",
}

# One-time links: set up the administrator, choose a password.
NEW_PASSWORD = "新密码"  # noqa: S105  (the words)
AGAIN = "再输一遍"
RULES = (
    "至少 10 个字符，越长越好，例如连写四个互不相干的词。不能用常见密码，不能由账号、城市或本系统的名称拼成，"
    "也不能是重复、连号、日期或单个常用词。"
)
DIFFERENT = "两次输入的密码不一样，请重新输入。"
SETUP = "设置管理员"
SETUP_INTRO = "本系统还没有管理员。管理员可以邀请同事、分配权限、导入和发布数据。此链接只能用一次。"
SETUP_BUTTON = "设置并登录"
NAME_HINT = "登录时用的名称，例如本人姓名，1 至 64 个字符。"
CHOOSE_PASSWORD = "设置密码"  # noqa: S105  (the words)
CHOOSE_INTRO = "请为下面的账号设置密码，设好后直接登录。此链接只能用一次。"
CHOOSE_BUTTON = "保存并登录"

BAD_NAME = "账号须有 1 至 64 个可显示的字符。"
NAME_TAKEN = "已有同名账号，请换一个名称。"

BAD_LINK = "链接无法打开"
TO_LOGIN = "去登录"
LINK_FAULTS = {
    "unknown": "链接不正确，或者后来又生成了新的链接，这一个已作废。",
    "used": "链接已经用过，不能再用。",
    "expired": "链接已过期。",
    "set_up": "管理员已经设置好，不需要这个链接了。",
}
NEW_SETUP_LINK = "还没有管理员时，在服务器上运行 python app.py setup 可以得到新的链接；已有管理员时请直接登录。"
NEW_PASSWORD_LINK = "请联系管理员，在“账号”页为您生成新的链接。"  # noqa: S105  (the words)


def setup_lines(address: str, hours: int) -> tuple[str, str]:
    """What the console says where there is no administrator: what the link is for, and the link."""
    return (
        f"还没有管理员账号。请在 {hours} 小时内用浏览器打开下面的一次性链接来设置；只浏览不需要账号。\n"
        f"No administrator yet. Open this one-time link within {hours} hours to set one up:",
        f"  {address}",
    )


# The page of accounts.
ACCOUNTS = "账号"
OWN = "本人的密码"
OLD_PASSWORD = "现在的密码"  # noqa: S105  (the words)
CHANGE_PASSWORD = "修改密码"  # noqa: S105  (the words)
WRONG_OLD = "现在的密码不正确。"
BACK_TO_MAP = "← 返回一张图"
ROLE, STATE, LAST_LOGIN, ACTIONS = "权限", "状态", "上次登录", "操作"
ROLES = {"viewer": "查看", "editor": "编辑", "publisher": "发布者", "administrator": "管理员"}
ROLES_HINT = (
    "查看：浏览。编辑：另可导入数据、保存方案。发布者：另可发布数据。管理员：另可管理账号。改变权限后，对方须重新登录。"
    "“重设密码”生成一次性链接，由本人设置新密码；在此之前原密码仍有效。"
)
STATES = {"ready": "可登录", "invited": "待设密码", "off": "已停用"}
SWITCHES = {"deactivate": "停用", "activate": "启用"}
INVITE = "邀请同事"
INVITE_AGAIN = "生成邀请链接"
NEW_LINK = "重设密码"
CHANGE_ROLE = "修改"
LINK = "一次性链接"
LINK_HINT = "请自行转给本人。链接只在这里显示一次，3 天内有效，只能用一次；重新生成后，先前的链接作废。"
COPY, COPIED = "复制", "已复制"
LAST_ADMINISTRATOR = "这是最后一位管理员，不能停用，也不能改为其他权限。请先另设一位管理员。"
NO_SUCH_ACCOUNT = "没有这个账号，请刷新页面。"
PASSWORD_CHANGED = "密码已修改。本账号在其他设备上的登录已全部结束。"  # noqa: S105  (the words)
NEVER = "从未"


def own_text(name: str, role: str) -> str:
    """Who is logged in."""
    return f"当前账号：{name}（{ROLES[role]}）。修改密码后，其他设备须重新登录。"


def link_heading(name: str) -> str:
    """Whose one-time link it is."""
    return f"{name}的一次性链接"


def last_login_text(at: datetime | None) -> str:
    """When an account was last used, in the time of the server's place."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}" if at else NEVER


def changed_text(name: str, action: str, role: str) -> str:
    """What was done to an account."""
    done = {
        "role": f"的权限已改为“{ROLES.get(role, '')}”",
        "deactivate": "已停用，登录已全部结束",
        "activate": "已启用",
    }
    return f"{name}{done[action]}。"


# The office.
OFFICE = "单位"
OFFICE_LATER = "单位信息（也可以以后再填）"
OFFICE_NAME = "单位名称"
OFFICE_HINT = "选填，例如清远市发展和改革局。显示在标题栏，也是图件和简报里“制图单位”的默认值。"
OFFICE_LOGO = "单位标志"
LOGO_HINT = "选填，PNG 图片，不超过 256 KB；显示在标题栏。"
REMOVE_LOGO = "去掉标志"
PUBLIC_URL = "访问地址"
URL_HINT = "选填，同事打开本系统用的地址，例如 https://atlas.example.cn；用于邀请链接和图件上的出处。"
URL_FIXED = "由服务器的环境变量 PUBLIC_URL 给定，以它为准，不能在这里修改。"
NO_LOGO = "没有单位标志。"
SAVE_OFFICE = "保存"
OFFICE_SAVED = "单位信息已保存。已打开的页面刷新后生效。"
OFFICE_FAULTS = {
    "name": "单位名称须不超过 60 个可显示的字符。",
    "public_url": "访问地址须形如 https://atlas.example.cn，不带路径。",
    "logo_kind": "单位标志须为 PNG 图片，这个文件读不出来。",
    "logo_size": "单位标志过大，须不超过 256 KB，边长不超过 4000 像素。",
}
