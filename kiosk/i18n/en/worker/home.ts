/* English: a worker's own page, the sentences that say what was done, and what is in the way. */
import type { Translated } from '../../text-keys.ts';
import type { home as source } from '../../zh-cn/worker/home.ts';

export const home: Translated<typeof source> = {
  home: {
    title: 'My page', hint: 'Tap one',
    number: 'My number', numberAhead: '{{number}}, {{n}} ahead', takeNumber: 'Get a number for work',
    called: 'You are being called', calledAt: 'Please go to {{table}}', jobs: 'Find work', jobsHint: 'Jobs for today and tomorrow',
    calls: 'My calls', callsHint: 'Who was called, why not me', offers: 'Work in another hall', offersHint: '{{n}} waiting for your answer',
    wishes: 'What I want', wishesHint: 'Pay, distance, end of work', restate: 'Change what I want?', evening: 'After work', eveningHint: '{{n}} to confirm', eveningNone: 'Arrived, done, paid',
    windows: 'Service windows', windowsHint: 'Get a number, see the wait', booked: 'Appointments', bookedHint: '{{n}} booked', bookedNone: 'Book a time',
    data: 'My data', dataHint: 'See, change, delete', crew: 'Work together', crewHint: 'Several people, one crew', crewOf: 'Crew: {{numbers}}', opinion: 'Opinion', opinionHint: 'One tap', news: 'Rules and training', newsHint: 'Sheets, courses, steady jobs',
    merged: '{{n}} more records of yours were put together with this one. If that is wrong, please go to a window.',
  },
  more: 'More',
  myPage: 'My page',
  wait: { range: 'About {{from}} to {{to}} minutes', about: 'About {{from}} minutes', head: 'The first in line has waited {{from}} minutes', none: 'No wait now' },
  numberMore: { confirm: 'A job to confirm: after work', called: 'You are being called: please go to {{table}}' },
  told: {
    next: {
      applied: 'You are called when it is your turn. Watch the screen, listen.', wishesSet: 'Work is found by this from now on. Your place stays.', callAccepted: 'Please go there now, and agree on the pay first.', callRefused: 'Your number stays the same.',
      offerAccepted: 'The place is kept for you. Please be there in time.', offerDeclined: 'Your number stays the same.', eveningKept: 'Thank you. See you tomorrow.', phoneChanged: 'We call this number when there is work. Please take the receipt.', phoneRemoved: 'Please watch the screen and listen. Take the receipt.',
      tradesChanged: 'Your next number goes by it. The one you hold stays.', consentGiven: 'You can take it back at any time. Please take the receipt.', consentTaken: 'Your data is no longer used this way. Please take the receipt.', trainingWished: 'You are told when a course opens. Or ask the training window.',
      opinionGiven: 'Your name is not noted. Staff will read it.', crewFormed: 'You are called together and go together.', crewLeft: 'From now on you wait on your own.', booked: 'When it is time, put your ID card here for a number.', bookingCancelled: 'You can still get a number on the day.',
      waitsAgain: 'Please wait on and listen.', erased: 'Please note the receipt number.',
    },
    title: {
      applied: 'You have applied', wishesSet: 'Noted', callAccepted: 'Good, go and talk', callRefused: 'All right, not this one', offerAccepted: 'It is yours', offerDeclined: 'All right, not this one', eveningKept: 'Noted', phoneChanged: 'Phone changed', phoneRemoved: 'Phone removed',
      tradesChanged: 'Trades changed', consentGiven: 'Consent noted', consentTaken: 'Consent taken back', trainingWished: 'Noted: you want to learn', opinionGiven: 'Thank you', crewFormed: 'You are a crew', crewLeft: 'You have left', booked: 'Booked', bookingCancelled: 'Cancelled', waitsAgain: 'Back in the queue', erased: 'Your data is deleted',
    },
    done: 'Done',
  },
  shut: {
    closed: { title: 'Calling is over for today', step: 'Please come again tomorrow morning' },
    notNow: { title: 'No numbers right now', step: 'Please see the hours on the big screen' },
    full: { title: "Today's numbers are all taken", step: 'Please see the big screen; staff will try to help' },
    done: 'OK',
  },
  noCard: { door: 'No card? Get a number', doorHint: 'No name needed', title: 'What work can you do?', hint: 'No name noted: tap pictures, get a number' },
};
