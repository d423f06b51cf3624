/* 简体中文: what belongs to the machine itself: buttons of every screen, devices, idle warning, trouble with a card. */
export const kiosk = {
  do: {
    next: '下一步', back: '返回', end: '结束', erase: '删除', clear: '清空', reprint: '重新打印', goOn: '继续', morePages: '下一页', fewerPages: '上一页', page: '{{n}} / {{all}}',
    textSize: '字大一点', textSizeReset: '字变小', language: '语言', chosen: '已选',
  },
  set: { group: '显示和声音', text: '字大小', contrast: '反色', contrastName: '黑底白字，看得更清楚', reach: '放低', reachName: '按键都放到下半屏', listen: '再听一遍', listenName: '再听一遍这一页的话' },
  hotline: { label: '服务热线', hall: '本市场' },
  clock: { today: '今天', tomorrow: '明天', dayAfter: '后天', at: '{{day}} {{time}}', now: '现在' },
  paper: {
    printing: '正在打印，请稍等',
    printed: '请拿好小票',
    slipPrinted: '请拿好招工单',
    unsure: '小票出来了吗？请看一下出纸口',
    cameOut: '出来了',
    didNot: '没出来',
    elsewhere: '这台打印机坏了，请到旁边的机器取小票',
    noPaper: '没有打印出来，请记下号码 {{number}}',
    canReprint: '打印机好了，可以重新打印',
  },
  printer: {
    starting: '打印机正在准备', ready: '打印机好了', paperOut: '打印机没纸了', nearEnd: '打印纸快用完了', coverOpen: '打印机盖子没关好',
    cutterError: '打印机切刀卡住了', offline: '打印机停用', unreachable: '打印机连不上',
  },
  paperChange: { fill: '工作人员：放好新纸，纸头留在外面，再关盖', again: '工作人员：纸没放好，请开盖重新放', done: '纸换好了', doneStep: '工作人员请试打', try: '试打一张' },
  banner: {
    reader: '读卡器暂停使用', readerStep: '请到人工窗口登记',
    printerStep: '还可以取号，请记住屏幕上的号码',
  },
  idle: { title: '您还在吗？', body: '{{n}} 秒后自动结束，您的信息会清除', goOn: '继续办理' },
  noAgent: { title: '系统正在恢复', body: '现在连不上大厅的系统。', step: '请等一会儿，或者到人工窗口办理' },
  starting: { title: '正在启动', hint: '请稍等' },
  cardTrouble: {
    placeAgain: { title: '请重新放身份证', step: '放平、放稳，先别拿开' },
    unknownCard: { title: '这不是身份证', step: '请放居民身份证、居住证，或外国人永久居留证' },
    rejectedCard: { title: '这张证读不了', step: '请把证拿到人工窗口，工作人员帮您办' },
    unreadable: { title: '证件读不出来', step: '请再放一次；还不行，请到人工窗口' },
    numberWithheld: { title: '这张社保卡在这里读不出号码', step: '请放居民身份证；没带证，请到人工窗口' },
  },
  refused: { title: '这一步没办成', back: '返回修改', missing: '请填：{{term}}', wrong: '请改：{{term}}' },
  term: {
    trade: '工种', headcount: '人数', minimum: '最少人数', pay: '工钱', settlement: '什么时候给工钱', place: '地点', bay: '车位', plate: '车牌', startAt: '开工时间', leaveBy: '开车时间',
    hoursPerDay: '每天几小时', days: '干几天', meals: '管不管饭', transport: '接不接送', tools: '给不给工具', hazards: '有没有危险', protection: '防护用品',
    insurance: '保险', validUntil: '招到几点', mode: '招工方式', namedTicket: '点名的号', sealedQuotes: '密封报价',
  },
} as const;
