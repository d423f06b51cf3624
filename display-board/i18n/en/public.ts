/* What the public job page says, in English. */
import type { publicWords as source } from '../zh-cn/public.ts';

export const publicWords: Record<keyof typeof source, string> = {
  'public.title': 'Work today', 'public.free': 'Finding work is free: report whoever asks for a fee', 'public.allHalls': 'All halls', 'public.allTrades': 'All trades', 'public.hall': 'Hall', 'public.trade': 'Trade',
  'public.left': '{{n}} wanted', 'public.start': 'starts {{when}}', 'public.today': 'today', 'public.tomorrow': 'tomorrow', 'public.meals': 'meals', 'public.transport': 'transport', 'public.insured': 'insured',
  'public.none': 'No work now, please look again later', 'public.way': 'Where: {{address}}', 'public.call': 'Call {{hotline}}', 'public.come': 'Come to the hall and say {{number}}', 'public.old': 'This hall was last heard {{when}}', 'public.more': 'More',
  'public.at': 'As of {{time}}', 'public.lost': 'No network; this is of {{time}}', 'public.failed': 'Cannot be opened now, please try later', 'public.negotiable': 'Pay to agree', 'public.pay': '¥{{amount}}/{{unit}}', 'public.date': '{{day}}/{{month}}', 'public.other': '中文',
};
