/* Words of the hall that all three faces use, in English. */
import type { terms as source } from '../zh-cn/terms.ts';

export const terms: Record<keyof typeof source, string> = {
  'unit.hour': 'hour', 'unit.halfDay': 'half day', 'unit.day': 'day', 'unit.piece': 'piece', 'unit.time': 'job', 'unit.squareMetre': 'm²', 'unit.ton': 'ton', 'unit.month': 'month',
  'settlement.atOnce': 'at once', 'settlement.done': 'when done', 'settlement.week': 'weekly', 'settlement.halfMonth': 'half-monthly', 'settlement.month': 'monthly',
  'pay.fixed': '¥{{amount}}/{{unit}}',
  'pay.negotiable': 'to agree',
  'counts.seekers': 'Seekers', 'counts.waiting': 'Waiting', 'counts.jobs': 'Jobs', 'counts.places': 'Places', 'counts.placesLeft': 'Open', 'counts.hires': 'Hired', 'counts.ratio': 'Places per seeker',
  'age.now': 'just now', 'age.seconds': '{{n}} s ago', 'age.minutes': '{{n}} min ago', 'age.hours': '{{n}} h ago', 'age.days': '{{n}} d ago',
  'span.seconds': '{{n}} s', 'span.minutes': '{{n}} min', 'span.hours': '{{n}} h', 'span.days': '{{n}} d',
};
