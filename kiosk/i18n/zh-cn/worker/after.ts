/* 简体中文: after work, and one's own data. */
import type { Purpose } from '@kuaizhao/db/domain/people/commands.ts';
import type { EveningStep } from '@kuaizhao/kiosk/session/evening/scenes.ts';

export const after = {
  evening: {
    title: '收工确认', hint: '点一个活，说一声', when: '{{when}}，{{place}}', agreed: '说好 {{pay}}', open: '维权 {{number}} 正在办',
    ask: { arrived: '您到岗了吗？', done: '活干完了吗？', paid: '工钱给够了吗？' } satisfies Record<EveningStep, string>,
    yes: { arrived: '到了', done: '干完了', paid: '给够了' } satisfies Record<EveningStep, string>,
    no: { arrived: '没去成', done: '没干完', paid: '没给够' } satisfies Record<EveningStep, string>,
    notYet: { arrived: '还没开工', done: '还在干', paid: '还没到日子' } satisfies Record<EveningStep, string>,
    none: '没有要确认的活',
  },
  notPaid: {
    title: '别着急，我们帮您要', hint: '点“登记”，机器打两张纸',
    number: '一张是维权窗口的号，叫到就办', copy: '一张写清谁欠、欠多少，您拿好', free: '不收钱。也可以打 12333、12345', agree: '登记，帮我要', calm: '工作人员会先给用工方打电话',
  },
  rights: { title: '登记好了', number: '维权窗口的号', dispute: '登记编号 {{number}}', answer: '{{day}} 前给您答复', listen: '请到大厅等，叫到就去维权窗口', printed: '请拿好两张纸', noWindow: '请拿着纸到人工窗口' },
  data: {
    title: '我的信息', hint: '都是您的，您说了算', see: '看看记了什么', phone: '改手机号', trades: '改工种', consents: '我同意的事', erase: '全部删掉',
    seeHint: '一条一条看', phoneHint: '换号、删号', tradesHint: '您会干的活', consentsHint: '随时收回', eraseHint: '删了就没有了',
  },
  copy: { title: '我们记了这些', hint: '看完请点“结束”', atWindow: '还有一些只能到窗口看', from: '{{day}}起', until: '到 {{day}}', receipt: '这次查看的回执号' },
  newPhone: { title: '新的手机号', hint: '按好点“下一步”', remove: '不留号码' },
  newTrades: { title: '您会干什么活？', hint: '点图片改，最多 6 样', save: '改好了' },
  consents: {
    title: '我同意的事', hint: '点一下同意，再点收回', on: '已同意', off: '没同意',
    purpose: { registration: '登记找活', phoneToEmployer: '把手机号给用工方看', district: '记下住在哪个区', sharing: '别的零工市场也能知道' } satisfies Record<Purpose, string>,
    what: { registration: '收回以后，不再给您叫号、找活', phoneToEmployer: '用工方能直接打给您', district: '帮您找近的活', sharing: '别处能看到您的工种、来过几天、干成几次；市里加密存您的姓名、证号、手机号来认出您。不同意也照样找活' } satisfies Record<Purpose, string>,
  },
  erase: {
    title: '要删掉您的信息吗？', goes: '删掉', goesWhat: '姓名、证件号、手机号、您说过的话', stays: '留下', staysWhat: '数字，比如“今天来了 100 人”，看不出是您', later: '以后', laterWhat: '再来找活，重新登记就行', next: '我要删掉',
    sureTitle: '真的删掉？', sureHint: '按住按钮，等它走满', hold: '按住 3 秒，删掉', sure: '删了就找不回来', keep: '不删，返回',
  },
} as const;
