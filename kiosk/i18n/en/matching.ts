/* English: why somebody was called or not. */
import type { Translated } from '../text-keys.ts';
import type { matching as source } from '../zh-cn/matching.ts';

export const matching: Translated<typeof source> = {
  matching: {
    noPair: {
      jobNotOpen: 'This job takes nobody more now.',
      stopped: 'You are not offered work until {{until}}.',
      tooYoung: 'By law nobody under 18 may do this work.',
      alreadyHired: 'You already have this job.',
      alreadyHiredThen: 'You already have other work at that time.',
      parted: 'You talked about this job today and did not agree.',
      notYourTrade: 'This job is not in your trades.',
      certificateMissing: 'This job needs: {{certificate}}. Please show yours at a window.',
      certificateEnds: 'Your paper ends before the work does: {{certificate}}.',
      payBelowWish: 'This job pays less than you ask.',
      tooFar: 'This job is farther away than you want.',
      endsTooLate: 'This job ends later than you want.',
      tooManyDays: 'This job takes more days than you want.',
    },
    fit: { title: 'This job and you', pay: 'Pay', distance: 'Distance', skill: 'Skill', start: 'Start', together: 'Worked well together', reliability: 'Keeps agreements', named: 'Asked for by name' },
    reach: {
      everybody: 'This job has a free place; you are called in turn.',
      until: 'This job now reaches people who came before {{until}}.',
      front: 'This job now reaches only the very front of the queue.',
      allCalled: 'People have been called for every place; what they leave is given on.',
      countsFrom: 'Your place counts from {{since}}.',
      countsFromFront: 'You are at the very front.',
      missing: '{{minutes}} minutes are missing.',
      reached: 'It reaches you; please listen for your number.',
    },
    next: { title: 'You could also do', none: 'No other job fits you now; you are called when one does.' },
    restate: 'None of the offers was right. Do you want to change what you ask for?',
    neverLower: 'Your place in the queue stays the same either way.',
  },
};
