/* English: the page of somebody who hires. */
import type { Translated } from '../text-keys.ts';
import type { employer as source } from '../zh-cn/employer.ts';

export const employer: Translated<typeof source> = {
  employerHome: {
    post: 'Post a new job', record: 'My record', switch: 'Another employer',
    none: 'No job posted yet. Tap "Post a new job" below: it takes a minute.', again: 'Again: {{work}}',
    left: '{{n}} places left', starts: 'starts {{when}}', watched: 'Staff look at your jobs before they are shown',
    missing: 'Papers are missing', missingHint: 'Tap to see which',
  },
  jobState: { inReview: 'Staff are looking', open: 'Hiring', filled: 'Full', closed: 'Stopped', takenDown: 'Taken down', expired: 'Time is over' },
  principals: { title: 'Who is the real employer?', hint: 'Tap one, its name is on the slip', desk: 'Not here? Bring the contract to the desk' },
  repeat: { title: 'The same job again?', hint: 'If it is right, tap "Post"', post: 'Post and print the slip', edit: 'Change it', people: 'How many this time?', before: 'Who worked last time', beforeHint: 'Mark done and paid' },
  atDesk: {
    unverified: 'Papers are missing', unverifiedHint: "Bring these to the employers' desk",
    banned: 'You cannot hire now', bannedHint: 'The hall has stopped your jobs. The desk says why; you can appeal',
    stopped: 'You cannot hire for now', stoppedHint: 'Open again after {{day}}. See "My record"; you can appeal',
    noPrincipal: 'No real employer yet', noPrincipalHint: 'Who hires for others names the real employer',
    bring: 'Please bring',
    order: "The real employer's contract or order",
    meanwhile: 'You can post now as well: staff look first, then it is shown',
    ticket: 'Get a desk number', done: 'OK', noTicket: 'Please go to the desk',
  },
  employerPaper: { businessLicence: 'Business licence', agencyLicence: 'Employment agency licence', idCard: 'Your ID card', promise: "The signed employer's promise", crewList: 'List of your crew' },
  employerRecord: {
    title: 'My record', none: 'Nothing against you. Keep it up', points: '{{n}} points now', stopped: 'No posting before {{day}}',
    grade: { good: 'Good record', warned: 'Take care', bad: 'Bad record' },
    cause: {
      noShow: 'Did not come', lateToVan: 'Missed the van', workerCancelled: 'Worker cancelled', employerAbsent: 'You were not at the table', employerCancelled: 'You cancelled a hire',
      unpaid: 'Wages not paid', falseTerms: 'A job that was not true', discrimination: 'Discrimination', unlicensedAgent: 'Agent without licence',
    },
    entry: '{{n}} points, gone on {{day}}', gone: 'Counts no more', appeal: 'appeal until {{day}}',
    wayBack: '{{n}} more good hires take the oldest away', wayBackTitle: 'The way back',
    appealStep: 'Not right? Appeal at the desk, free of charge',
  },
  blockedWords: {
    title: 'These words are not allowed', hint: 'Take the marked words out', without: 'Post without them',
    why: {
      sex: 'Men and women are equal', marriageBirth: 'No questions on marriage or children', ethnicityReligion: 'No people or religion', household: 'No household register', region: 'No place of birth',
      disability: 'Disabled people may apply', carrier: 'Carriers may apply', age: 'Not by age alone', lure: 'No empty promises', scam: 'This looks like a fraud', feeDeposit: 'No deposit, no fee, no papers kept', other: 'Against the rules',
      contact: 'No phone or ID numbers: workers meet you at the table',
    },
    place: 'Please choose a place from the tiles',
  },
};
