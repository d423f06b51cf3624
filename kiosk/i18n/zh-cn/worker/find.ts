/* 简体中文: looking for work, one job, one's own terms. */
import type { WishPart } from '@kuaizhao/kiosk/session/wishes/choices.ts';

export const find = {
  jobs: {
    title: '这些活在招人', hintOwn: '您的工种', hintAll: '全部工种', hintTrade: '{{trade}}', total: '{{n}} 个活',
    own: '我的工种', all: '全部', byTrade: '按工种', near: '离得近', today: '今天', later: '明天起', none: '现在没有这样的活', noneStep: '点“全部”看看别的',
    left: '还要 {{n}} 人', km: '{{km}} 公里', trades: '找什么活？', tradesHint: '点一个，看它的活', tradeCount: '{{jobs}} 个活，要 {{n}} 人',
  },
  job: {
    title: '这个活怎么样？', apply: '我要报名', number: '单号 {{number}}', pay: '工钱', when: '时间', place: '地点', given: '管什么', danger: '危险', insurance: '保险', van: '上车', employer: '谁招的', asks: '要求',
    hours: '每天 {{hours}} 小时，{{days}} 天', personal: '个人招工，见面问清', experience: '干过 {{n}} 年', draw: '抽签决定', rotation: '按轮次来', quotes: '自己报价，到窗口交', nothing: '什么都不管', bare: '没有防护',
  },
  wishes: {
    title: '您要什么样的活？', hint: '点一行就能改', save: '好了', certificates: '窗口看过的证', certificateUntil: '{{name}}，到 {{until}}', certificateHow: '有证请拿到窗口看一次', any: '都行',
    part: { leastPay: '工钱不低于', withinKm: '最远多远', homeBy: '几点前收工', mostDays: '最多干几天', otherHalls: '愿意去别的市场' } satisfies Record<WishPart, string>,
    ask: { leastPay: '工钱最少多少？', withinKm: '最远去多远？', homeBy: '几点以前收工？', mostDays: '最多连干几天？', otherHalls: '愿意去别的市场吗？' } satisfies Record<WishPart, string>,
    askHint: '点一个就记好',
    day: '每天 ¥{{n}}', hour: '每小时 ¥{{n}}', km: '{{n}} 公里', by: '{{time}} 以前', days: '{{n}} 天', yes: '愿意',
  },
} as const;
