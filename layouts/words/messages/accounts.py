"""Words of accounts: the login page, the corner of the bar, refusals."""

LOG_IN = "登录"
LOG_OUT = "退出"
NAME = "账号"
PASSWORD = "密码"  # noqa: S105  (the word)
HEADING = "登录"
NO_ACCOUNT = "没有账号或忘记密码，请联系管理员。"
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
