# Words of accounts: the login page, the corner of the bar, refusals.

accounts-log-in = 登录
accounts-log-out = 退出
accounts-name = 账号
accounts-password = 密码
accounts-heading = 登录
accounts-no-account = 没有账号或忘记密码，请联系管理员索取一次性链接。
accounts-forms = 模板和示例不用登录就能下载：
accounts-only-changes = 浏览地图不需要登录；导入和发布数据需要账号。
accounts-back = 返回浏览
accounts-wrong = 账号或密码不正确。
accounts-not-logged-in = 请先登录。
accounts-out-of-date = 页面已过期，请重试。
accounts-foreign = 请求来自其他网站，已拒绝。
accounts-too-long = 提交的内容过长。
accounts-needed =
    { $key ->
        [read] 当前账号没有浏览的权限。
        [import] 当前账号没有导入、保存的权限，需要“编辑”或以上的账号。
        [publish] 当前账号没有发布的权限，需要“发布者”或以上的账号。
       *[administer] 当前账号没有管理的权限，需要“管理员”账号。
    }
accounts-wait =
    { $minutes ->
        [0] 失败次数过多，请 { $seconds } 秒后再试。
       *[other] 失败次数过多，请 { $minutes } 分钟后再试。
    }
accounts-weak =
    { $key ->
        [length] 密码须有 10 至 1000 个字符，请换一个，例如连写四个互不相干的词。
        [common] 这个密码太常见，别人最先就会试到，请换一个，例如连写四个互不相干的词。
        [name] 密码不能由账号、城市或本系统的名称拼成，请换一个，例如连写四个互不相干的词。
       *[guessable] 这个密码太容易猜到（重复、连号、日期或单个常用词），请换一个，例如连写四个互不相干的词。
    }
accounts-new-password = 新密码
accounts-again = 再输一遍
accounts-rules = 至少 10 个字符，越长越好，例如连写四个互不相干的词。不能用常见密码，不能由账号、城市或本系统的名称拼成，也不能是重复、连号、日期或单个常用词。
accounts-different = 两次输入的密码不一样，请重新输入。
accounts-setup = 设置管理员
accounts-setup-intro = 本系统还没有管理员。管理员可以邀请同事、分配权限、导入和发布数据。此链接只能用一次。
accounts-setup-button = 设置并登录
accounts-name-hint = 登录时用的名称，例如本人姓名，1 至 64 个字符。
accounts-choose-password = 设置密码
accounts-choose-intro = 请为下面的账号设置密码，设好后直接登录。此链接只能用一次。
accounts-choose-button = 保存并登录
accounts-bad-name = 账号须有 1 至 64 个可显示的字符。
accounts-name-taken = 已有同名账号，请换一个名称。
accounts-bad-link = 链接无法打开
accounts-to-login = 去登录
accounts-link-faults =
    { $fault ->
        [unknown] 链接不正确，或者后来又生成了新的链接，这一个已作废。
        [used] 链接已经用过，不能再用。
        [expired] 链接已过期。
       *[set_up] 管理员已经设置好，不需要这个链接了。
    }
accounts-new-setup-link = 还没有管理员时，在服务器上运行 python app.py setup 可以得到新的链接；已有管理员时请直接登录。
accounts-new-password-link = 请联系管理员，在“账号”页为您生成新的链接。
accounts-setup-lines =
    还没有管理员账号。请在 { $hours } 小时内用浏览器打开下面的一次性链接来设置；只浏览不需要账号。
    No administrator yet. Open this one-time link within { $hours } hours to set one up:
accounts-accounts = 账号
accounts-own = 本人的密码
accounts-old-password = 现在的密码
accounts-change-password = 修改密码
accounts-wrong-old = 现在的密码不正确。
accounts-back-to-map = ← 返回一张图
accounts-role = 权限
accounts-state = 状态
accounts-last-login = 上次登录
accounts-actions = 操作
accounts-roles =
    { $role ->
        [viewer] 查看
        [editor] 编辑
        [publisher] 发布者
       *[administrator] 管理员
    }
accounts-roles-hint = 查看：浏览。编辑：另可导入数据、保存方案。发布者：另可发布数据。管理员：另可管理账号。改变权限后，对方须重新登录。“重设密码”生成一次性链接，由本人设置新密码；在此之前原密码仍有效。
accounts-states =
    { $state ->
        [ready] 可登录
        [invited] 待设密码
       *[off] 已停用
    }
accounts-switches =
    { $switch ->
        [deactivate] 停用
       *[activate] 启用
    }
accounts-invite = 邀请同事
accounts-invite-again = 生成邀请链接
accounts-new-link = 重设密码
accounts-change-role = 修改
accounts-link = 一次性链接
accounts-link-hint = 请自行转给本人。链接只在这里显示一次，3 天内有效，只能用一次；重新生成后，先前的链接作废。
accounts-copy = 复制
accounts-copied = 已复制
accounts-last-administrator = 这是最后一位管理员，不能停用，也不能改为其他权限。请先另设一位管理员。
accounts-no-such-account = 没有这个账号，请刷新页面。
accounts-password-changed = 密码已修改。本账号在其他设备上的登录已全部结束。
accounts-never = 从未
accounts-logged-in = 当前账号：{ $name }（{ accounts-roles }）。修改密码后，其他设备须重新登录。
accounts-link-heading = { $name }的一次性链接
accounts-changed =
    { $action ->
        [role] { $name }的权限已改为“{ accounts-roles }”。
        [deactivate] { $name }已停用，登录已全部结束。
       *[activate] { $name }已启用。
    }
accounts-office = 单位
accounts-office-later = 单位信息（也可以以后再填）
accounts-office-name = 单位名称
accounts-office-hint = 选填，例如清远市发展和改革局。显示在标题栏，也是图件和简报里“制图单位”的默认值。
accounts-office-logo = 单位标志
accounts-logo-hint = 选填，PNG 图片，不超过 256 KB；显示在标题栏。
accounts-remove-logo = 去掉标志
accounts-public-url = 访问地址
accounts-url-hint = 选填，同事打开本系统用的地址，例如 https://atlas.example.cn；用于邀请链接和图件上的出处。
accounts-url-fixed = 由服务器的环境变量 PUBLIC_URL 给定，以它为准，不能在这里修改。
accounts-no-logo = 没有单位标志。
accounts-save-office = 保存
accounts-office-saved = 单位信息已保存。已打开的页面刷新后生效。
accounts-office-faults =
    { $fault ->
        [name] 单位名称须不超过 60 个可显示的字符。
        [public_url] 访问地址须形如 https://atlas.example.cn，不带路径。
        [logo_kind] 单位标志须为 PNG 图片，这个文件读不出来。
       *[logo_size] 单位标志过大，须不超过 256 KB，边长不超过 4000 像素。
    }
