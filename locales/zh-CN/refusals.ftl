# Messages for requests that cannot be answered.

refusals-bad-payload = 请求的内容不是本页面发出的样子。请刷新页面后重试。
refusals-status =
    { $status ->
        [400] 请求的内容读不懂。请核对后重试，或刷新页面。
        [401] 请先登录。
        [403] 没有这项权限。
        [404] 没有这个地址，或要找的内容已经不在。请从导航重新进入。
        [413] 发送的内容太长，没有接收。
        [414] 地址太长。
        [415] 请求的格式不对，应为 JSON（Content-Type: application/json）。
        [429] 请求太频繁，请稍后再试。
        [500] 服务器没有完成这个请求，原因已记入日志。请稍后再试；仍不行时联系管理员。
        [503] 服务暂时不可用，请稍后再试。
       *[other] 这个请求不能处理。请核对后重试。
    }
refusals-method-not-allowed = 这个地址不接受 { $found }，可用的是 { $allowed }。
refusals-unusable-value = “{ $what }”不能是“{ $found }”。请从页面上选择，或刷新页面后重试。
