/* English: what somebody who hires reads, from the card to the job slip. */
import type { Translated } from '../text-keys.ts';
import type { hiring as source } from '../zh-cn/hiring.ts';

export const hiring: Translated<typeof source> = {
  employerCard: { title: 'Hire people', place: 'Put your ID card here', hint: 'Posting is free and takes a minute' },
  whoAmI: {
    title: 'Who are you hiring for?',
    hint: 'Tap one',
    household: 'My household',
    householdHint: 'Sign the promise first',
    moreAtDesk: 'New company? Bring the business licence to the desk',
  },
  employerKind: { enterprise: 'Company', soleTrader: 'Sole trader', household: 'Household', agency: 'Agency', contractor: 'Contractor' },
  promise: {
    title: "Employer's promise",
    hint: 'Please read, then tap "I promise"',
    pay: 'I pay what was agreed, on time',
    truth: 'What I post is true',
    fair: 'I choose nobody by sex, people or region',
    safe: 'Dangerous work gets protection; no child labour',
    noFee: 'No deposit, no papers kept',
    version: 'Promise text {{version}}',
    agree: 'I promise',
    decline: 'No',
  },
  posted: {
    title: 'Your job is posted',
    numberLabel: 'Job number',
    received: 'We have your job',
    inReview: 'Staff look at it first, then it is on the big screen. Get the slip at the desk',
    listen: 'It is on the big screen. Take the job slip and wait at a table',
    done: 'Done',
  },
  step: { label: 'Step {{n}} of {{all}}', employer: 'Employer: {{name}}' },
  jobTrade: {
    trade: 'What kind of work?', tradeHint: 'Tap one',
    headcount: 'How many people?', headcountHint: 'Tap a number, or plus and minus', people: '{{n}}', more: 'One more', fewer: 'One fewer',
  },
  jobPay: {
    amount: 'How much is the pay?', amountHint: 'The amount, then per what', label: 'Pay', negotiable: 'To agree', negotiableHint: 'Must be agreed before the hire',
    unitLabel: 'Per what', settlement: 'When is it paid?', settlementHint: 'Tap one', point: 'Decimal point', tooMuch: 'At most 100,000 yuan',
  },
  unit: { hour: '/hour', halfDay: '/½ day', day: '/day', piece: '/piece', time: '/trip', squareMetre: '/m²', ton: '/ton', month: '/month' },
  settlement: { atOnce: 'On the spot', done: 'When done', week: 'Every week', halfMonth: 'Twice a month', month: 'Every month' },
  jobWhen: {
    start: 'When does work start?', startHint: 'The day first, then the time',
    now: 'Now', today: 'Today', tomorrow: 'Tomorrow', dayAfter: 'In 2 days', nowHint: 'Leave once agreed', clock: 'Time', earlier: 'Half an hour earlier', later: 'Half an hour later',
    length: 'For how long?', lengthHint: 'Hours a day, and days', hours: 'Hours a day', days: 'Days', more: 'More', fewer: 'Less', hoursValue: '{{n}} h', daysValue: '{{n}} d',
  },
  jobPlace: { title: 'Where is the work?', hint: 'Tap one' },
  jobConditions: {
    title: 'What do you provide?', hint: 'Tap what you provide, leave the rest',
    meals: 'Meals', transport: 'Transport', tools: 'Tools', yes: 'Yes', no: 'No',
    hazards: 'Any dangers?', hazardsHint: 'Tap each one, or "No danger"',
    protection: 'I give protective gear', protectionHint: 'Dangerous work needs it by law',
    insurance: 'Who insures?', insuranceHint: 'Tap one',
  },
  hazard: { none: 'No danger', height: 'Height', dust: 'Dust', toxic: 'Toxic', heavyLoad: 'Heavy loads', hotWork: 'Hot work', machine: 'Machines' },
  insurance: { employer: 'I insure', hall: 'The hall insures', none: 'No insurance' },
  jobVan: {
    bay: 'Which parking bay?', bayHint: 'Workers get on there', leave: 'When do you leave?', leaveHint: 'The van will not wait', noBays: 'No bays here',
    plate: 'Number plate', plateHint: 'So that workers find the van', plateEmpty: 'Nothing yet', skip: 'No van', noPlate: 'No plate', letter: 'Letter {{letter}}', wrong: 'The plate is not complete',
  },
  jobCheck: {
    title: 'Is everything right?', hint: 'Tap a line to change it', edit: 'Change', post: 'Post and print the slip', done: 'Done', missing: 'Missing',
    people: '{{trade}}, {{n}}', starts: 'Starts {{when}}', lasts: '{{hours}} h × {{days}} d', leaves: 'leaves {{time}}', valid: 'open till {{when}}',
    mealsNo: 'No meals', transportNo: 'no transport', toolsNo: 'no tools', protected: 'gear given', noVan: 'No van',
    insured: 'Insurance: {{who}}',
    row: { work: 'Work', pay: 'Pay', when: 'Time', place: 'Place', conditions: 'Provided', hazards: 'Dangers', insurance: 'Insurance', van: 'Van' },
  },
};
