/* What the city's desk says of halls in trouble, in Chinese: what is wrong, and what to do about it in a sentence. */
export const cityTroubles = {
  'cityDesk.page.troubles': '市场状况', 'troubles.hint': '看过 {{n}} 个市场，这里只列有问题的。', 'troubles.none': '所有市场都正常', 'troubles.hall': '市场', 'troubles.what': '什么问题', 'troubles.todo': '怎么办', 'troubles.seen': '最近一次有消息', 'troubles.never': '还没有来过消息', 'troubles.since': '{{time}} 起', 'troubles.last': '最近一次 {{time}}', 'troubles.why': '{{why}}：{{n}} 条',
  'trouble.copy': '有另一台机器也说自己是这家市场，已经挡住 {{n}} 次', 'trouble.copyTodo': '马上打电话问现场：是不是换了机器或者装回了备份。是，请管平台的人给一个恢复码（npm run city -- restore-code）；不是，查那台机器是哪里来的。',
  'trouble.gap': '有 {{n}} 条记录再也补不上', 'trouble.gapUnknown': '有记录再也补不上，还没数清几条', 'trouble.gapTodo': '平台从太旧的备份恢复过，市场也不再留着那些记录。这段时间的数以市场自己的台账为准，请记下来备查。',
  'trouble.waiting': '有 {{n}} 条记录平台还不能记进去，先放在一边', 'trouble.waitingTodo': '别的记录照常。市场程序比平台新的，升级平台就会补进去；别的原因请管平台的人看 npm run city -- quarantine。',
  'trouble.behind': '还有 {{n}} 条记录没传上来，最新的一条是 {{minutes}} 分钟前的', 'trouble.behindAll': '有 {{n}} 条记录，一条也没传上来', 'trouble.behindTodo': '先看市场的网络；网通了会自己补传，市场照常办事。网是通的还不动，打电话请现场看市场电脑开着没有。',
  'trouble.restored': '换过机器，或者数据恢复过', 'trouble.restoredTodo': '打电话问一声是不是他们自己做的，请现场把今天的号和用工确认对一遍。平台自己恢复过的，各家都会这样，不用管。',
  'trouble.auditOther': '审计记录前后对不上：第 {{n}} 条不是原来那条', 'trouble.auditOtherTodo': '可能有人改了市场电脑里的审计记录。先请现场别动那台电脑，管平台的人用 npm run city -- audit-heads 导出签名，到现场核对；查清以后用 npm run city -- audit-settle 了结。',
  'trouble.auditBack': '审计记录比以前少了 {{n}} 条', 'trouble.auditBackTodo': '可能有人删了审计记录，也可能直接拷回了旧数据。先打电话问现场；不是他们装回的备份，就别动那台电脑，按“对不上”的办法核对。查清以后用 npm run city -- audit-settle 了结。',
  'trouble.auditKey': '审计记录换了签名钥匙', 'trouble.auditKeyTodo': '打电话问现场：是不是换了电脑、没有用备份恢复？是，用 npm run city -- audit-settle 认下新钥匙；不是，查是谁动了那台电脑。',
  'trouble.clockFast': '电脑时间快了 {{n}} 分钟', 'trouble.clockSlow': '电脑时间慢了 {{n}} 分钟', 'trouble.clockTodo': '请现场打开电脑的自动对时。记录照收，只是号上和大屏上的时间不对。',
  'reason.unknownTable': '没见过的一类记录', 'reason.notJson': '读不出来', 'reason.notAFact': '写法不对', 'reason.wrongKind': '类别不对', 'reason.notApplied': '和前面的记录对不上', 'reason.behind': '在等同一件事前面的记录', 'reason.newerVersion': '市场程序比平台新',
  'cityDesk.cut': '文件里只有前 {{n}} 行，后面还有：请缩小范围再导出', 'cityDesk.savedRows': '已导出 {{n}} 行',
} as const;
