/* English: windows and appointments, opinions, what there is to read, crews. */
import type { Translated } from '../../text-keys.ts';
import type { reading as source } from '../../zh-cn/worker/reading.ts';

export const reading: Translated<typeof source> = {
  windows: {
    ahead: '{{n}} ahead', nobody: 'no queue', several: 'Several', severalOff: 'Only one', severalHint: 'Tap several: one number for all', take: 'Get one number', chosen: '{{n}} chosen', missed: 'Missed call', news: 'Sheets', opinion: 'Opinion',
    missedTitle: 'Which letter has your number?', missedHint: 'See your ticket', missedDigits: 'Press the digits of it', again: 'I am here, queue again',
  },
  booked: { title: 'My appointments', hint: 'Tap one to cancel it', none: 'No appointments', add: 'Book another', cancel: 'tap to cancel', service: 'For which service?', serviceHint: 'Tap one', slots: 'When?', slotsHint: 'First the day, then the time', noSlots: 'Nothing to book on this day', left: '{{n}} left' },
  opinion: {
    title: 'How was it today?', hint: 'Tap a face', star: { s1: 'Very bad', s2: 'Bad', s3: 'So-so', s4: 'Good', s5: 'Very good' }, why: 'What was good or bad?', whyHint: 'Up to 5; no name is noted', send: 'Send',
    reason: {
      shortWait: 'Short wait', longWait: 'Long wait', kindStaff: 'Kind staff', unkindStaff: 'Unkind staff', goodJobs: 'Good jobs', fewJobs: 'Few jobs', fairCalling: 'Fair calling', unfairCalling: 'Unfair calling',
      easyMachine: 'Easy machine', hardMachine: 'Hard machine', cleanPlace: 'Clean place', dirtyPlace: 'Dirty place', payTrouble: 'Trouble with pay', other: 'Other',
    },
  },
  news: {
    title: 'Rules and training', hint: 'Tap one to read; it can be printed', topic: { policy: 'Rules', training: 'Learning', rights: 'Your rights' }, city: 'whole city', steady: 'Steady jobs', steadyHint: 'longer than half a year', want: 'I want to learn', wantHint: 'told when a course opens', catalogue: "Print today's jobs", catalogueHint: 'one paper to take along',
    source: 'Source: {{source}}, since {{day}}', sourceOnly: 'Source: {{source}}', print: 'Print', trainingTitle: 'What do you want to learn?', trainingHint: 'Tap one; you are told of a course', steadyTitle: 'Steady jobs', steadyNone: 'No steady jobs now', steadyApply: 'Note the number or the employer and go to a window', printed: 'Please take it', printing: 'Printing', more: 'Read more', sheetTitle: { leaflet: 'Sheet', catalogue: 'List of jobs' },
  },
  crew: {
    title: 'Work together', hint: 'Called together, 2 to 6 people', place: 'Next person: put your ID card here', first: 'Please get a number for work first', have: 'A crew of {{n}}', form: 'Just us {{n}}', leave: 'Leave this crew', stands: 'You are a crew already', standsHint: 'To change it, leave first',
    trouble: { unknown: 'This person is not registered yet', noNumber: 'This person has no number that waits', inCrew: 'This person is in a crew already', full: 'Six people at most', tooLate: 'It took too long: please begin with the first again' },
  },
};
