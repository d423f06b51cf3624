/* English: what a worker reads, from the first screen to the number. */
import type { Translated } from '../text-keys.ts';
import type { people as source } from '../zh-cn/people.ts';

export const people: Translated<typeof source> = {
  attract: {
    title: 'Find work',
    place: 'Put your ID card here',
    free: 'Everything is free. We never keep your card',
    hire: 'I want to hire',
    hireHint: 'Post a job, meet people now',
    service: 'Take a number',
    serviceHint: 'No ID card needed',
    readerOut: 'Card reader out of service',
    readerOutStep: 'Please go to the desk, staff will help you',
    readerPicture: 'ID card being put on the reader',
  },
  asking: { title: 'Working on it', hint: 'One moment, please leave the card' },
  consent: {
    title: 'First visit: let us register you',
    hint: 'Please read, then tap "I agree"',
    whatTitle: 'We note',
    what: 'name, sex, date of birth, ID number',
    whyTitle: 'Only to',
    why: 'find you work, call your number, confirm a hire',
    notTitle: 'Never',
    not: 'no fee, no photo, no card kept, no phone number to others',
    rightTitle: 'Any time',
    right: 'ask the desk to show, correct or delete it',
    version: 'Text {{version}}',
    agree: 'I agree',
    decline: 'No',
    hireInstead: 'I am here to hire',
  },
  phone: {
    title: 'Your phone number',
    hint: 'So we can tell you of work. You may skip this',
    label: 'Phone number',
    skip: 'Skip',
    empty: 'Nothing yet',
  },
  trades: { title: 'What work can you do?', hint: 'Tap the pictures, up to 6', chosen: '{{n}} chosen', none: 'Please choose one', next: 'Get number' },
  number: {
    title: 'Your number',
    forWork: 'Work',
    ahead: '{{n}} ahead of you',
    nobodyAhead: 'Nobody ahead of you',
    listen: 'Please wait in the hall: watch the screen, listen for your number',
    done: 'Done',
  },
  services: { title: 'What do you need?', hint: 'One tap gives a number. No ID card needed', none: 'No services here, please ask staff', series: 'Numbers {{letter}}' },
  takeCard: { title: 'Take your ID card', hint: 'Please do not leave it behind' },
  minor: {
    title: 'Under 16',
    body: 'By law nobody under 16 can register for work.',
    step: 'Need help? Please go to the desk or call 12333',
    done: 'OK',
  },
};
