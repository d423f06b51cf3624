/* English: looking for work, one job, one's own terms. */
import type { Translated } from '../../text-keys.ts';
import type { find as source } from '../../zh-cn/worker/find.ts';

export const find: Translated<typeof source> = {
  jobs: {
    title: 'Work to be had', hintOwn: 'your trades', hintAll: 'all trades', hintTrade: '{{trade}}', total: '{{n}} jobs',
    own: 'My trades', all: 'All', byTrade: 'By trade', near: 'Nearest', today: 'Today', later: 'From tomorrow', none: 'No such work now', noneStep: 'Tap "All" to see others',
    left: '{{n}} wanted', km: '{{km}} km', trades: 'What work?', tradesHint: 'Tap one to see its jobs', tradeCount: '{{jobs}} jobs, {{n}} wanted',
  },
  job: {
    title: 'How about this job?', apply: 'I want this job', number: 'No. {{number}}', pay: 'Pay', when: 'When', place: 'Place', given: 'Given', danger: 'Dangers', insurance: 'Insurance', van: 'Pick-up', employer: 'Employer', asks: 'Asked for',
    hours: '{{hours}} hours a day, {{days}} days', personal: 'A private person: ask at the table', experience: '{{n}} years of experience', draw: 'decided by lot', rotation: 'by turn', quotes: 'name your price at a window', nothing: 'nothing', bare: 'no protective gear',
  },
  wishes: {
    title: 'What work do you want?', hint: 'Tap a line to change it', save: 'Done', certificates: 'Papers seen at a window', certificateUntil: '{{name}}, until {{until}}', certificateHow: 'Show your papers once at a window', any: 'anything',
    part: { leastPay: 'Pay at least', withinKm: 'How far at most', homeBy: 'Over by', mostDays: 'Days at most', otherHalls: 'Go to another hall' },
    ask: { leastPay: 'Lowest pay?', withinKm: 'How far at most?', homeBy: 'Over by when?', mostDays: 'How many days at most?', otherHalls: 'Would you go to another hall?' },
    askHint: 'One tap and it is noted',
    day: '¥{{n}} a day', hour: '¥{{n}} an hour', km: '{{n}} km', by: 'by {{time}}', days: '{{n}} days', yes: 'yes',
  },
};
