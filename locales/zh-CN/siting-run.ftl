# Messages of siting (选址): faults of a scenario or a search, why a search has no answer, how far it has come.

siting-run-scenario-gone = 这个方案已经被删除了。
siting-run-gone = 这次计算已经不在服务器上了，请重新计算。
siting-run-name-too-long = 方案名称最多 { $most } 个字。
siting-run-fault = 计算时出了错，没有结果。请换一种算法或候选地点再试。
siting-run-scenario-faults =
    { $fault ->
        [unreadable] 地址里的方案有一处读不懂（{ $found }）。请从“设施布局”重新开始，或向发来地址的人要完整的地址。
        [too_many] 一个方案最多 { $changes } 处调整，这里有 { $found } 处。请分成几个方案。
        [outside] 有一处位置（{ $found }）在本市范围以外。请在市界以内选点。
        [no_such_facility] 编号为 { $found } 的设施在所选年份没有开放，不能迁移或关闭。请换年份，或撤销这处调整。
        [twice] 编号为 { $found } 的设施在方案里出现了两次。一处设施只能迁移或关闭一次。
        [no_such_type] 没有“{ $found }”这类设施。请在上面选择设施类型。
        [no_such_dataset] 没有“{ $found }”这个数据集，可能已经改名。请在右上角选择数据集。
        [no_such_year] 这个数据集没有 { $found } 年的数据。请换年份。
       *[no_residents] { $found } 年没有居民点，也没有可以分摊到乡镇的人口数，算不出覆盖。请换年份，或到“数据”页导入。
    }
siting-run-plan-faults =
    { $fault ->
        [count] “新建几处”要填 1 到 { $sites } 的整数，现在是“{ $found }”。
        [objective] 没有“{ $found }”这种算法，请重新选择。
        [where] 没有“{ $found }”这个地区，请重新选择。
        [least] “至少几处”要填 0 到 { $sites } 的整数，现在是“{ $found }”。
        [candidates] 没有“{ $found }”这种候选地点，请重新选择。
        [capacity] 每处的规模要填数字，最多 100,000，现在是“{ $found }”。
        [budget] 总预算要填数字（万元），现在是“{ $found }”。
        [price] 填了总预算，就要填每处造价，或者填齐各县的造价；都用数字（万元）。
        [too_many_changes] 方案里已有 { $found } 处调整，加上要找的会超过 { $changes } 处。请少找几处，或先撤销一些。
       *[too_large] 居民点和候选地点太多（{ $found }），请把候选地点改为“乡镇驻地”，或者只在一个县里找。
    }
siting-run-waiting = 前面还有 { $ahead } 个计算在进行，请稍候。
siting-run-infeasible =
    { $reason ->
        [no_settlement] 没有任何有人口的居民点，无从选址。请在“数据”页导入居民点或人口。
        [no_candidate] 按现在的条件一个候选地点也没有。请放宽“建在哪里”，或换一种候选地点。
        [count_zero] “新建几处”是 0，没有什么可找。请填 1 以上。
        [too_few_candidates] 要找 { $count } 处，候选地点只有 { $candidates } 处。请减少处数，或放宽条件。
        [group_too_few] 要求{ $group }至少 { $at_least } 处，那里只有 { $candidates } 处候选地点。请减少。
        [group_minima_exceed_count] 至少要 { $at_least } 处，却一共只新建 { $count } 处，两个条件矛盾。
        [prices_missing] 有 { $missing } 处候选地点没有造价。填了总预算，就要填每处造价。
        [all_served] 全部居民已经在标准以内，不用再新建。可以改选“总路程最短”，或换一类设施。
       *[no_candidate_helps] 候选地点都帮不上：建在哪处都不会让更多居民进入标准。请换候选地点。
    }
siting-run-budget-too-small =
    { $affordable ->
        [none] 总预算 { $budget } 万元不够，按这些条件至少要 { $needed } 万元。请增加预算或减少处数。
       *[other] 总预算 { $budget } 万元不够，按这些条件至少要 { $needed } 万元。这笔钱最多够建 { $affordable } 处。请增加预算或减少处数。
    }
siting-run-progress =
    { $gap ->
        [none] 已用 { $seconds } 秒，还没有可用的方案
       *[other] 已用 { $seconds } 秒，目前的方案与最优的差距不超过 { $gap }
    }
siting-run-queue-full = 已有 { $waiting } 个选址计算在排队，不再接受新的。请过几分钟再试。
siting-run-own-queue-full = 同一账号（未登录时为同一网络地址）最多同时有 { $most } 个选址计算在排队或进行，现在已满；全部在排队的有 { $waiting } 个。请等其中一个算完，或停下一个，再算新的。
siting-run-proven = 找到 { $count } 处，用时 { $seconds } 秒，已证明没有更好的选法。
siting-run-stopped = 找到 { $count } 处，用时 { $seconds } 秒时停止：这是目前最好的，与最优的差距不超过 { $gap }。
