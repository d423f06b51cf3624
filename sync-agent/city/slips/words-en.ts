/* The page of a slip in English. */
import type { SlipWords } from './words.ts';

export const en: SlipWords = {
  title: { worker: 'Hire slip', employer: 'Job slip' },
  trade: (words, code) => words?.en ?? code,
  state: { agreed: 'Agreed', arrived: 'Arrived', done: 'Work done', paid: 'Paid', unpaid: 'Not paid', undone: 'Void', released: 'Missed, given to the next' },
  label: { job: 'Job slip', queue: 'Queue number', people: 'People', trade: 'Work', pay: 'Pay', place: 'Place', startAt: 'Start', hours: 'Hours', given: 'Given', hazards: 'Hazards', protection: 'Protection', insurance: 'Accident insurance', bay: 'Pick-up bay', leaveBy: 'Leaves' },
  pay: (yuan, unit) => `¥${yuan} / ${unit}`,
  unit: { hour: 'hour', halfDay: 'half day', day: 'day', piece: 'piece', time: 'time', squareMetre: 'm²', ton: 'ton', month: 'month' },
  settlementOf: { atOnce: 'on the spot', done: 'when the work is done', week: 'weekly', halfMonth: 'half-monthly', month: 'monthly' },
  hazard: { none: 'none', height: 'height', dust: 'dust', toxic: 'toxic', heavyLoad: 'heavy loads', hotWork: 'heat and fire', machine: 'machines' },
  insurance: { employer: 'bought by the employer', hall: 'bought by the hall', none: 'none' },
  moment: (month, day, time) => `${day}/${month} ${time}`,
  hours: (hoursPerDay, days) => `${hoursPerDay} hours a day, ${days} day${days === 1 ? '' : 's'}`,
  given: { meals: 'meals', transport: 'transport', tools: 'tools' },
  separator: ', ', yes: 'yes', no: 'none',
  peopleOf: (count) => `${count} hired`, nobody: 'Nobody hired yet',
  obligations: 'Both sides agreed', promise: { employer: 'Employer: pays in full and in time, takes no deposit and no papers, keeps people safe.', worker: 'Worker: comes in time, works as agreed, works safely.' },
  word: { employer: { arrived: 'Arrived', done: 'Done', paid: 'Paid', unpaid: '' }, worker: { arrived: 'I have arrived', done: 'Work done', paid: 'Money received', unpaid: 'No money received' } },
  unpaidTitle: 'No money?', unpaidSays: 'Press the button below: the hall opens a case of unpaid wages and goes after the employer.',
  sent: (word) => `“${word}” is noted; the hall will confirm it`, refused: (word, why) => `“${word}” was not taken: ${why}`,
  why: { hireNotReady: 'the slip cannot be marked like this now', tooEarly: 'the work has not begun yet', other: 'please ask at the desk of the hall' },
  dispute: (number) => `Case open, number ${number}`, disputeOver: (number) => `Case ${number} is closed`,
  marked: { sent: 'Noted. This page changes when the hall has confirmed it.', notNow: 'This cannot be marked now; see the state below.', tooMany: 'This slip was marked too often; please ask at the desk of the hall.' },
  dataAt: (moment) => `As the hall told it by ${moment}`,
  unknownTitle: 'No such slip', unknown: 'The code may be incomplete, or the slip is too old. Please tell the number on the slip at the desk of the hall.', tooMany: 'Too fast. Please try again in a minute.', unavailable: 'Not available now. Please try again in some minutes, or tell the number of the slip at the desk.',
  atDesk: (number) => `Without a phone: tell ${number} at the desk`, free: 'Free of charge. No deposit, no papers held.', hotlines: 'Labour rights', callHall: 'Hall', other: '中文',
};
