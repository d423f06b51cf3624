/* Words for when the hall's system cannot be reached: numbers only. */
import type { Texts } from '../text-keys.ts';

export const numbersOnly: Pick<Texts, 'numbersOnly' | 'leasedNumber' | 'cannotNow'> = {
  numbersOnly: {
    banner: 'Connection lost, coming back', bannerStep: 'Numbers only for now; for registration and hiring go to the desk',
    title: 'ID card here for a number', place: 'It counts, and is registered when the connection is back',
    noWork: 'No numbers for work right now', noWorkStep: 'Please queue at the desk',
    service: 'Number for a window', serviceHint: 'Choose what you need, take a number, wait for the call', hire: 'I want to hire', hireHint: 'Not possible now, please go to the desk',
  },
  leasedNumber: {
    counts: 'It counts, in the order taken', tapLater: 'First time here? Lay the card down again later. Had a number today? Use that one',
  },
  cannotNow: {
    title: 'Not possible right now',
    onlyNumbers: 'The connection is lost: this machine gives out numbers only.', none: 'The connection is lost, and this machine holds no numbers yet.', usedUp: 'This machine has no numbers left, or it is not their time of day.', broken: 'The numbers kept in this machine are damaged; it gives out none.',
    step: 'Please go to the desk, or wait until the connection is back', kept: 'What you filled in is still there', goBack: 'Back to the form', end: 'All right',
  },
};
