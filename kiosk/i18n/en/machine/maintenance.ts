/* English: staff at the kiosk, and the machine as they see it. */
import type { Translated } from '../../text-keys.ts';
import type { maintenance as source } from '../../zh-cn/machine/maintenance.ts';

export const maintenance: Translated<typeof source> = {
  maintain: {
    who: 'Staff maintenance', whoHint: 'Please tap your name. If you are not staff, tap Back',
    withCard: 'ID card and PIN', withPin: 'PIN',
    nobody: 'Nobody may maintain this machine yet', nobodyStep: "Please enter a person in charge in the hall agent's settings",
    card: '{{name}}, please put down your ID card', cardHint: 'Flat and still, and leave it there',
    pin: '{{name}}, please enter your PIN', pinHint: 'The same as at the staff console', pinLabel: 'PIN', pinEmpty: 'Press digits',
    wrong: 'That was wrong, please try again', wait: 'Too many tries: please wait {{n}} seconds',
    away: 'No maintenance now', awayBody: "The hall's machine does not answer, so nobody can be known.", awayStep: 'Check that it is on and its cable is in; if you must switch off, use the power switch of this machine',
    machine: 'This machine', machineHint: '{{name}}, tap Back when you are done', reader: 'Card reader', printer: 'Printer', agent: "Hall's machine", versions: 'Software',
    readerStates: { starting: 'Starting', ready: 'Ready', outOfService: 'Out of service: check its cable' },
    agentUp: 'Connected', agentDown: 'No answer', restart: 'Restart', close: 'Close',
  },
};
