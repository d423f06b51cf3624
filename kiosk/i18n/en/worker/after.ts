/* English: after work, and one's own data. */
import type { Translated } from '../../text-keys.ts';
import type { after as source } from '../../zh-cn/worker/after.ts';

export const after: Translated<typeof source> = {
  evening: {
    title: 'After work', hint: 'Tap a job', when: '{{when}}, {{place}}', agreed: 'Agreed {{pay}}', open: 'Complaint {{number}} is being handled',
    ask: { arrived: 'Did you get there?', done: 'Is the work done?', paid: 'Were you paid in full?' },
    yes: { arrived: 'Yes, I did', done: 'Yes, done', paid: 'Yes, paid' },
    no: { arrived: 'No', done: 'Not finished', paid: 'Not paid' },
    notYet: { arrived: 'Not begun', done: 'Still working', paid: 'Not due yet' },
    none: 'Nothing to confirm',
  },
  notPaid: {
    title: 'Do not worry, we help you', hint: 'Tap the button: two papers are printed',
    number: 'One is a number for the rights window', copy: 'One says who owes what: keep it', free: 'No fee. You can also call 12333 or 12345', agree: 'Yes, help me', calm: 'Staff will first call the employer',
  },
  rights: { title: 'Noted', number: 'Number for the rights window', dispute: 'File {{number}}', answer: 'You hear from us by {{day}}', listen: 'Please wait in the hall; go to the rights window when called', printed: 'Please take both papers', noWindow: 'Please take the paper to the desk' },
  data: {
    title: 'My data', hint: 'It is yours, you decide', see: 'See what is noted', phone: 'Change phone', trades: 'Change trades', consents: 'What I agreed to', erase: 'Delete everything',
    seeHint: 'Line by line', phoneHint: 'New number or none', tradesHint: 'What you can do', consentsHint: 'Take back any time', eraseHint: 'Gone for good',
  },
  copy: { title: 'This is what we note', hint: 'When you have read it, tap End', atWindow: 'Some more can only be seen at a window', from: 'since {{day}}', until: 'until {{day}}', receipt: 'Receipt of this look' },
  newPhone: { title: 'New phone number', hint: 'Then tap Next', remove: 'No number' },
  newTrades: { title: 'What work can you do?', hint: 'Tap to change, up to 6', save: 'Done' },
  consents: {
    title: 'What I agreed to', hint: 'Tap to agree, tap again to take back', on: 'agreed', off: 'not agreed',
    purpose: { registration: 'Being registered for work', phoneToEmployer: 'Showing my phone to an employer', district: 'Noting my district', sharing: 'Known in other halls' },
    what: { registration: 'Taken back: no more calls and no work from here', phoneToEmployer: 'Employers can call you directly', district: 'Helps to find work near you', sharing: 'They see trades, days, hires; the city keeps who you are under seal. You find work without it, too' },
  },
  erase: {
    title: 'Delete your data?', goes: 'Deleted', goesWhat: 'name, ID number, phone, what you said', stays: 'Kept', staysWhat: 'counts such as "100 came today"; nobody can tell it is you', later: 'Later', laterWhat: 'to find work again, just register again', next: 'Delete it',
    sureTitle: 'Really delete?', sureHint: 'Hold the button until it is full', hold: 'Hold 3 seconds to delete', sure: 'It cannot be brought back', keep: 'No, go back',
  },
};
