/* English: where somebody is called, and why not. */
import type { Translated } from '../../text-keys.ts';
import type { calls as source } from '../../zh-cn/worker/calls.ts';

export const calls: Translated<typeof source> = {
  calls: {
    title: 'My calls', none: 'You have not been called yet', noneStep: 'You are called in turn: watch the screen, listen', now: 'You are being called', talking: 'Talking', go: 'Please go to {{table}}', whyTitle: 'Why these have not called me', offer: '{{hall}} has work for you',
    state: { called: 'calling', talking: 'talking', hired: 'agreed', refused: 'no deal', noAgreement: 'no deal', missed: 'not there', lapsed: 'too late', jobGone: 'job gone', ended: 'over' },
  },
  call: { title: 'You are being called', step: '{{trade}}, no. {{number}}', yes: 'I am going', no: 'Not this one', going: 'You said yes: please go to the table', until: 'Please answer by {{time}}', noTitle: 'Why not?', noHint: 'Tap one; your number stays' },
  reason: { payTooLow: 'Pay too low', tooFar: 'Too far', hoursWrong: 'Wrong hours', workTooHard: 'Too hard', notThisEmployer: 'Not this employer', alreadyFound: 'I have work', skillMissing: 'I cannot do it', other: 'Something else' },
  offer: { title: 'Work in another hall', at: '{{hall}}', km: '{{km}} km from here', yes: 'I am going', no: 'Not this one', until: 'Please answer by {{time}}', over: 'This offer is over', confirmed: 'Kept for you until {{time}}' },
  notCalled: {
    title: 'Why not me',
    noNumber: 'You have no number today yet.', notWaiting: 'Your number is not waiting now. Please get one.', stopped: 'You are not offered work right now. Please ask at a window.', tooYoung: 'By law nobody under 18 may do this work.', hiredForIt: 'You already have this job.', hiredThen: 'You have other work at that time.',
    parted: 'You talked about it today and did not agree.', crewNotWhole: 'Your crew is not complete.', crewMemberCannot: 'One of your crew cannot do it.', crewTooLarge: 'There are not enough places for your crew.', drawToCome: 'Lots are drawn for it, not yet.', notInDraw: 'You are not on the list of the draw.', notYourTurn: 'Not your turn yet: who came first is called first.',
    certificateMissing: 'It needs a permit. Please show yours at a window.', certificateEnds: 'Your permit ends before the work does.', payBelowWish: 'It pays less than you ask.', tooFar: 'It is farther than you want.', endsTooLate: 'It ends later than you want.', tooManyDays: 'It takes more days than you want.', allCalled: 'People were called for every place; what they leave is given on.',
  },
};
