/* English: what belongs to the machine itself: buttons of every screen, devices, idle warning, trouble with a card. */
import type { Translated } from '../text-keys.ts';
import type { kiosk as source } from '../zh-cn/kiosk.ts';

export const kiosk: Translated<typeof source> = {
  do: {
    next: 'Next', back: 'Back', end: 'End', erase: 'Delete', clear: 'Clear', reprint: 'Print again', goOn: 'Go on', morePages: 'More', fewerPages: 'Previous', page: '{{n}} / {{all}}',
    textSize: 'Larger text', textSizeReset: 'Smaller text', language: 'Language', chosen: 'chosen',
  },
  set: { group: 'Display and sound', text: 'Text size', contrast: 'Contrast', contrastName: 'White on black, easier to read', reach: 'Lower', reachName: 'Move all keys to the lower half', listen: 'Listen', listenName: 'Hear this screen again' },
  hotline: { label: 'Hotline', hall: 'This hall' },
  clock: { today: 'today', tomorrow: 'tomorrow', dayAfter: 'in 2 days', at: '{{day}} {{time}}', now: 'now' },
  paper: {
    printing: 'Printing, one moment',
    printed: 'Please take your ticket',
    slipPrinted: 'Please take the job slip',
    unsure: 'Has your ticket come out? Please look at the slot',
    cameOut: 'Yes, it is out',
    didNot: 'No, nothing came',
    elsewhere: 'This printer has a problem: please take your ticket at the next machine',
    noPaper: 'Nothing printed: please note number {{number}}',
    canReprint: 'The printer is back: you can print again',
  },
  printer: {
    starting: 'The printer is starting', ready: 'The printer is ready', paperOut: 'The printer is out of paper', nearEnd: 'The paper is nearly used up', coverOpen: 'The printer cover is open',
    cutterError: "The printer's cutter is stuck", offline: 'The printer is off', unreachable: 'The printer does not answer',
  },
  paperChange: { fill: 'Staff: put in the new roll, leave its end outside, close the cover', again: 'Staff: the roll lies wrong, open the cover and put it in again', done: 'New paper is in', doneStep: 'Staff, please try it', try: 'Print a test' },
  banner: {
    reader: 'Card reader out of service', readerStep: 'Please go to the desk',
    printerStep: 'You can still get a number: remember it from the screen',
  },
  idle: { title: 'Are you still there?', body: 'This ends in {{n}} seconds and your data is cleared', goOn: 'Go on' },
  noAgent: { title: 'The system is coming back', body: "The hall's system does not answer now.", step: 'Please wait a moment, or go to the desk' },
  starting: { title: 'Starting', hint: 'One moment, please' },
  cardTrouble: {
    placeAgain: { title: 'Put the card down again', step: 'Flat and still, and leave it there' },
    unknownCard: { title: 'This is not an ID card', step: 'Please use an ID card or a residence permit' },
    rejectedCard: { title: 'This card cannot be read', step: 'Please take it to the desk, staff will help you' },
    unreadable: { title: 'The card could not be read', step: 'Please try again; if it fails, go to the desk' },
    numberWithheld: { title: 'This social-security card keeps its number to itself', step: 'Please use your ID card; without it, please go to the desk' },
  },
  refused: { title: 'That did not work', back: 'Go back', missing: 'Please fill in: {{term}}', wrong: 'Please change: {{term}}' },
  term: {
    trade: 'kind of work', headcount: 'how many people', minimum: 'smallest crew', pay: 'pay', settlement: 'when it is paid', place: 'place', bay: 'parking bay', plate: 'number plate', startAt: 'start', leaveBy: 'leaving time',
    hoursPerDay: 'hours a day', days: 'days', meals: 'meals', transport: 'transport', tools: 'tools', hazards: 'dangers', protection: 'protective gear',
    insurance: 'insurance', validUntil: 'open until', mode: 'way of hiring', namedTicket: 'named number', sealedQuotes: 'sealed quotes',
  },
};
