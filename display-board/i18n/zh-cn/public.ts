/* What the public job page says, in Chinese. */
export const publicWords = {
  'public.title': '今天招工', 'public.free': '找活免费，谁收钱都可以举报', 'public.allHalls': '全部市场', 'public.allTrades': '全部工种', 'public.hall': '市场', 'public.trade': '工种',
  'public.left': '还要{{n}}人', 'public.start': '{{when}} 开工', 'public.today': '今天', 'public.tomorrow': '明天', 'public.meals': '包餐', 'public.transport': '接送', 'public.insured': '有保险',
  'public.none': '现在没有招工，请晚点再看', 'public.way': '怎么去：{{address}}', 'public.call': '电话 {{hotline}}', 'public.come': '到市场报号码 {{number}}', 'public.old': '这个市场的消息截至 {{when}}', 'public.more': '再看一些',
  'public.at': '{{time}} 的消息', 'public.lost': '网络不通，下面是 {{time}} 的消息', 'public.failed': '暂时打不开，请稍后再试', 'public.negotiable': '工钱面谈', 'public.pay': '{{amount}}元/{{unit}}', 'public.date': '{{month}}月{{day}}日', 'public.other': 'English',
} as const;
