"""Messages for requests that cannot be answered."""

from collections.abc import Sequence

BAD_PAYLOAD = "请求的内容不是本页面发出的样子。请刷新页面后重试。"
_SENTENCES = {
    400: "请求的内容读不懂。请核对后重试，或刷新页面。",
    401: "请先登录。",
    403: "没有这项权限。",
    404: "没有这个地址，或要找的内容已经不在。请从导航重新进入。",
    413: "发送的内容太长，没有接收。",
    414: "地址太长。",
    415: "请求的格式不对，应为 JSON（Content-Type: application/json）。",
    429: "请求太频繁，请稍后再试。",
    503: "服务暂时不可用，请稍后再试。",
}
_OTHERWISE = "这个请求不能处理。请核对后重试。"
_OURS = "服务器没有完成这个请求，原因已记入日志。请稍后再试；仍不行时联系管理员。"
_LONGEST = 60


def sentence(status: int) -> str:
    """Why a request is refused, by the status of the answer."""
    return _SENTENCES.get(status, _OTHERWISE if status < 500 else _OURS)


def method_not_allowed(found: str, allowed: Sequence[str]) -> str:
    """A method that an address does not take."""
    return f"这个地址不接受 {found}，可用的是 {'、'.join(allowed)}。"


def unusable_value(what: str, found: str) -> str:
    """A value that cannot be used."""
    short = found if len(found) <= _LONGEST else f"{found[:_LONGEST]}…"
    return f"“{what}”不能是“{short}”。请从页面上选择，或刷新页面后重试。"
