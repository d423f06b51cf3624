/* 简体中文: why somebody was called or not, each reason in one short sentence that can be spoken. */
import type { FitParts, NoPairCode } from '@kuaizhao/db/domain/matching/pairs/reasons.ts';

export const matching = {
  matching: {
    /** the first rule by which a person and a job are no pair */
    noPair: {
      jobNotOpen: '这个活现在不招人了。',
      stopped: '您现在暂停派活，{{until}} 以后恢复。',
      tooYoung: '法律规定，不满 18 周岁不能干这个活。',
      alreadyHired: '这个活您已经定下了。',
      alreadyHiredThen: '那个时间您已经定了别的活。',
      parted: '这个活今天已经谈过，没有谈成。',
      notYourTrade: '这个活不是您登记的工种。',
      certificateMissing: '这个活要有{{certificate}}，请拿证到窗口登记。',
      certificateEnds: '您的{{certificate}}在活干完以前就到期了。',
      payBelowWish: '这个活的工钱比您要的低。',
      tooFar: '这个活的地方比您说的远。',
      endsTooLate: '这个活收工比您说的晚。',
      tooManyDays: '这个活的天数比您说的多。',
    },
    /** what counts when several who came in the same minute could take a job */
    fit: { title: '这个活和您', pay: '工钱', distance: '远近', skill: '手艺', start: '开工时间', together: '以前合作得好', reliability: '守约', named: '点名或报名' },
    reach: {
      everybody: '这个活还有空位，轮到就叫您。',
      until: '这个活现在排到 {{until}} 以前来的人。',
      front: '这个活现在只排到队伍最前面的人。',
      allCalled: '这个活的名额都叫到人了，谈不成会接着往后叫。',
      countsFrom: '您从 {{since}} 算起。',
      countsFromFront: '您排在队伍最前面。',
      missing: '还差 {{minutes}} 分钟。',
      reached: '已经排到您，请听叫号。',
    },
    next: { title: '您还可以干', none: '现在没有别的活适合您，有了就叫您。' },
    /** one's own terms were met and the offers still declined */
    restate: '给您找的活都没谈成，要不要改一改您的要求？',
    neverLower: '改不改都不影响您排的位置。',
  },
} as const satisfies { readonly matching: { readonly noPair: Readonly<Record<NoPairCode, string>>; readonly fit: Readonly<Record<keyof FitParts | 'title', string>> } & Record<string, unknown> };
