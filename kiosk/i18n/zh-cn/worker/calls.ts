/* 简体中文: where somebody is called, and why not, each in one line that can be spoken. */
import type { NotCalled } from '@kuaizhao/db/domain/hiring/asked.ts';
import type { RefuseReason } from '@kuaizhao/db/domain/talks/commands.ts';

export const calls = {
  calls: {
    title: '叫我的活', none: '还没有叫到您', noneStep: '轮到就叫您，请看大屏、听叫号', now: '正在叫您', talking: '正在谈', go: '请到 {{table}}', whyTitle: '这些活为什么没叫我', offer: '{{hall}} 有活给您',
    state: { called: '正在叫', talking: '正在谈', hired: '定下了', refused: '没谈成', noAgreement: '没谈成', missed: '没来', lapsed: '过时了', jobGone: '活没有了', ended: '结束了' },
  },
  call: { title: '正在叫您', step: '{{trade}}，单号 {{number}}', yes: '我去', no: '不去', going: '您说过去了，请快到桌边', until: '请在 {{time}} 前答复', noTitle: '为什么不去？', noHint: '点一个，您的号不变' },
  reason: { payTooLow: '工钱低', tooFar: '太远', hoursWrong: '时间不合适', workTooHard: '太累', notThisEmployer: '不想跟这家', alreadyFound: '已经有活了', skillMissing: '不会干', other: '别的原因' } satisfies Record<RefuseReason, string>,
  offer: { title: '别的市场有活', at: '{{hall}}', km: '离这里 {{km}} 公里', yes: '我去', no: '不去', until: '请在 {{time}} 前答复', over: '这个推荐过时了', confirmed: '给您留着，{{time}} 前到' },
  notCalled: {
    title: '为什么没叫我',
    noNumber: '您今天还没有取号。', notWaiting: '您的号现在不在等，请先取号。', stopped: '您现在暂停派活，请到窗口问一下。', tooYoung: '法律规定，不满 18 周岁不能干。', hiredForIt: '这个活您已经定下了。', hiredThen: '那个时间您定了别的活。',
    parted: '这个活今天谈过，没谈成。', crewNotWhole: '你们一组的人没到齐。', crewMemberCannot: '你们一组里有人不能干。', crewTooLarge: '名额不够你们一组。', drawToCome: '这个活抽签，还没有抽。', notInDraw: '抽签的名单里没有您。', notYourTurn: '还没轮到您，先来的先叫。',
    certificateMissing: '要有证，请拿证到窗口登记。', certificateEnds: '您的证在活干完以前到期。', payBelowWish: '工钱比您要的低。', tooFar: '地方比您说的远。', endsTooLate: '收工比您说的晚。', tooManyDays: '天数比您说的多。', allCalled: '名额都叫到人了，谈不成就往后叫。',
  } satisfies Record<NotCalled['reason'] | 'title', string>,
} as const;
