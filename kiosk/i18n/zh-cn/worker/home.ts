/* 简体中文: a worker's own page, the sentences that say what was done, and what is in the way. */
import type { ToldKind } from '@kuaizhao/kiosk/session/home/scenes.ts';

export const home = {
  home: {
    title: '我的页面', hint: '点一个',
    number: '我的号码', numberAhead: '{{number}}，前面 {{n}} 人', takeNumber: '取找活的号',
    called: '正在叫您', calledAt: '请到 {{table}}', jobs: '找活', jobsHint: '今天、明天招的活',
    calls: '叫我的活', callsHint: '叫了谁，为什么没叫我', offers: '别的市场有活给您', offersHint: '{{n}} 个，等您答复',
    wishes: '我的要求', wishesHint: '工钱、远近、几点收工', restate: '改改我的要求？', evening: '收工确认', eveningHint: '{{n}} 个活，等您说一声', eveningNone: '到岗、干完、给钱',
    windows: '办业务', windowsHint: '取号、看要等多久', booked: '预约', bookedHint: '已约 {{n}} 个', bookedNone: '约个时间，到了就办',
    data: '我的信息', dataHint: '看、改、删', crew: '一起干', crewHint: '几个人一组', crewOf: '一组：{{numbers}}', opinion: '提意见', opinionHint: '好不好，点一下', news: '政策和培训', newsHint: '明白纸、学手艺、长期活',
    merged: '您有 {{n}} 份登记已经合在一起。不对，请到窗口。',
  },
  more: '更多',
  myPage: '我的页面',
  wait: { range: '大约等 {{from}} 到 {{to}} 分钟', about: '大约等 {{from}} 分钟', head: '排第一的人已经等了 {{from}} 分钟', none: '现在不用等' },
  numberMore: { confirm: '有活要您确认：收工确认', called: '正在叫您，请到 {{table}}' },
  told: {
    next: {
      applied: '轮到就叫您，请看大屏、听叫号。', wishesSet: '以后按您的要求找活。排的位置不变。', callAccepted: '请现在就过去，说好工钱再走。', callRefused: '您的号没有变，接着等。',
      offerAccepted: '给您留着名额，请按时到。', offerDeclined: '您的号没有变，接着等。', eveningKept: '辛苦了，明天见。', phoneChanged: '有活就打这个号码。请拿好回执。', phoneRemoved: '以后请看大屏、听叫号。请拿好回执。',
      tradesChanged: '下次取号就按新的来。手里的号不变。', consentGiven: '随时可以收回。请拿好回执。', consentTaken: '以后不再这样用您的信息。请拿好回执。', trainingWished: '开班了通知您，也可以到培训窗口问。',
      opinionGiven: '没有记您的名字，工作人员会看。', crewFormed: '你们一起叫、一起去。', crewLeft: '从现在起，您自己排队。', booked: '到时间，放身份证取号就行。', bookingCancelled: '要来，可以当天取号。',
      waitsAgain: '请接着等，听叫号。', erased: '请记下回执号。',
    } satisfies Record<ToldKind, string>,
    title: {
      applied: '报上名了', wishesSet: '记好了', callAccepted: '好，去谈', callRefused: '知道了，不去', offerAccepted: '定下了', offerDeclined: '知道了，不去', eveningKept: '记好了', phoneChanged: '手机号改好了', phoneRemoved: '手机号删掉了',
      tradesChanged: '工种改好了', consentGiven: '同意记好了', consentTaken: '同意收回了', trainingWished: '想学，记好了', opinionGiven: '谢谢您', crewFormed: '一组成了', crewLeft: '已经退出', booked: '约好了', bookingCancelled: '取消了', waitsAgain: '又排上了', erased: '您的信息删掉了',
    } satisfies Record<ToldKind, string>,
    done: '好了',
  },
  shut: {
    closed: { title: '今天的叫号结束了', step: '请明天早上再来' },
    notNow: { title: '现在不放号', step: '请看大屏上的办理时间' },
    full: { title: '今天的号放完了', step: '请看大屏，工作人员会帮您想办法' },
    done: '知道了',
  },
  noCard: { door: '没带证，也能取号', doorHint: '不用名字，拿号等叫', title: '您会干什么活？', hint: '不记名字，点图片就给号' },
} as const;
