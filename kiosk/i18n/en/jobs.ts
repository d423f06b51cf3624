/* English: one job of one's own. */
import type { Translated } from '../text-keys.ts';
import type { jobs as source } from '../zh-cn/jobs.ts';

export const jobs: Translated<typeof source> = {
  myJob: {
    title: '{{number}} {{work}}', left: 'Left', called: 'Called', coming: 'Talking', hired: 'Hired', counts: 'People',
    people: 'People', peopleHint: 'Arrived, done, paid', slip: 'Print the slip', placard: 'Large slip', placardHint: 'To show', draw: 'Print the draw',
    time: 'More time', headcount: 'Headcount', pay: 'More pay', named: 'Ask for one', quotesPart: 'Take bids', prices: 'See bids', close: 'Stop hiring',
    sealedCount: '{{n}} bids', until: 'open till {{when}}',
    inReview: 'Staff are looking at it, then it is on the big screen', live: 'The numbers renew themselves', uninsured: 'Buy accident insurance before you leave',
  },
  jobPeople: {
    title: 'People hired', hint: 'Tap one to mark arrived, done, paid', none: 'Nobody hired yet. Those called come to your table.', calledNow: 'Calling {{numbers}}', asks: 'asks {{pay}}', gives: 'you offer {{pay}}', phone: 'Phone',
    state: { agreed: 'Agreed', arrived: 'Arrived', done: 'Done', paid: 'Paid', unpaid: 'Says not paid', undone: 'Cancelled', released: 'Missed the van' },
  },
  hired: {
    title: '{{name}}, {{number}}', pay: 'Agreed: {{pay}}', arrived: 'Arrived', done: 'Work done', paid: 'Paid in full', release: 'Not here, next one', phone: 'See the phone',
    noPhone: 'This worker has not agreed to give a phone; please ask at the table',
    surePaid: 'Is the pay really handed over?', surePaidHint: 'In the evening the worker is asked as well', sureRelease: 'Not here: call the next one?', sureReleaseHint: 'The place goes to the next in line at once',
    yes: 'Yes', no: 'Not yet', disputed: 'The worker says no money came: dispute {{number}}', marked: 'told at {{time}}',
  },
  jobChange: {
    timeTitle: 'Open until when?', timeHint: 'Now until {{when}}; only later is possible', plusHour: '1 hour more', plusTwo: '2 hours more', wholeDay: 'Until tonight', tomorrow: 'Until noon tomorrow',
    headcountTitle: 'How many people in all?', headcountHint: '{{n}} are hired already, no fewer', fewerThanHired: 'With fewer places, nobody further is called',
    payTitle: 'Raise the pay to?', payHint: 'Now {{pay}}; once posted it only goes up', save: 'Save and print the slip', nothing: 'Nothing changed yet',
    namedTitle: 'Which number do you ask for?', namedHint: "Today's number; called first, and may say no", namedNow: 'Now asked for: {{number}}',
    quotesTitle: 'Take bids?', quotesHint: "Bids are sealed and opened together; nobody sees another's",
    closeTitle: 'Stop hiring? Why?', closeHint: 'Tap one. Those called go back to their places; hires stay', closeDo: 'Stop hiring',
    reason: { enough: 'Enough people', foundElsewhere: 'Found elsewhere', noWork: 'No work', weather: 'Bad weather', other: 'Another reason' },
  },
  jobQuotes: { title: 'Bids of workers', hint: 'Once opened, nobody can bid any more', sealed: '{{n}} bids under seal', none: 'No bids yet, please wait', open: 'Open all', opened: 'Lowest first', cheapest: 'Lowest' },
  placard: { left: '{{n}} places left', full: 'Full', code: 'Code of job slip {{number}}', by: 'Hiring: {{name}}' },
  jobPaper: { slip: 'Job slip', draw: 'Draw sheet', slipOut: 'Please take the job slip', drawOut: 'Please take the draw sheet', back: 'Back to the job' },
};
