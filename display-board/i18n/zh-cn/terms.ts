/* Words of the hall that all three faces use, in Chinese. */
export const terms = {
  'unit.hour': '小时', 'unit.halfDay': '半天', 'unit.day': '天', 'unit.piece': '件', 'unit.time': '次', 'unit.squareMetre': '平方米', 'unit.ton': '吨', 'unit.month': '月',
  'settlement.atOnce': '当场结', 'settlement.done': '干完结', 'settlement.week': '周结', 'settlement.halfMonth': '半月结', 'settlement.month': '月结',
  'pay.fixed': '{{amount}}元/{{unit}}',
  'pay.negotiable': '面议',
  'counts.seekers': '求职', 'counts.waiting': '等候', 'counts.jobs': '招工单', 'counts.places': '要招', 'counts.placesLeft': '还缺', 'counts.hires': '已成交', 'counts.ratio': '求人倍率',
  'age.now': '刚刚', 'age.seconds': '{{n}}秒前', 'age.minutes': '{{n}}分钟前', 'age.hours': '{{n}}小时前', 'age.days': '{{n}}天前',
  'span.seconds': '{{n}}秒', 'span.minutes': '{{n}}分钟', 'span.hours': '{{n}}小时', 'span.days': '{{n}}天',
} as const;
