/* English: a kiosk that its hall does not know yet, for workers who come by and for whoever sets it up. */
import type { Translated } from '../../text-keys.ts';
import type { setUp as source } from '../../zh-cn/machine/set-up.ts';

export const setUp: Translated<typeof source> = {
  setUp: {
    shut: 'This machine does not work yet', shutStep: 'Please go to another machine or to the service desk', begin: 'Staff: set it up (hold for 3 seconds)',
    why: {
      new: 'Staff: this machine is not enrolled', otherName: 'Staff: its device id was changed, enrol it again', sentAway: 'Staff: this machine was sent away, enrol it again',
      ranOut: 'Staff: its enrolment ran out, enrol it again', broken: 'Staff: its enrolment cannot be read, enrol it again',
    },
    address: "The hall's address", addressHint: 'If it is right, tap Next', addressLabel: 'Address', addressEmpty: 'Use the keys', toLetters: 'Letters', toDigits: 'Digits',
    code: 'Type the code', codeHint: 'At the console: Devices, Enrol a kiosk, device id {{device}}', codeLabel: 'Code', codeEmpty: 'Use the keys',
    signs: 'The same at the console?', signsLabel: 'Check signs', signsSame: 'Yes: say so at the console', signsDiffer: 'No: say so at the console, and here', differ: 'They differ', waiting: 'Waiting for the console',
    refused: 'Not enrolled', again: 'Try again', clockHere: 'Here: {{at}}', clockHall: 'Hall: {{at}}',
    refusals: {
      noCode: { what: 'No code is open, or five minutes are over.', step: 'Open another code at the console' }, wrongCode: { what: 'That is not the code.', step: 'Look at the eight digits and type them again' },
      codeGone: { what: 'Five wrong tries: the code is gone.', step: 'Open another code at the console' }, notLetIn: { what: 'Nobody let it in within five minutes.', step: 'Open another code at the console' },
      tooMany: { what: 'Too many tries.', step: 'Wait a minute, then try again' }, unreachable: { what: 'The hall cannot be reached.', step: 'Look at its power, the cable and the address' },
      notUnderstood: { what: 'No hall answers there, or its version differs.', step: 'Check the address, or update first' }, notTheHall: { what: 'Whoever answers does not know the code.', step: 'Nothing was given away. Check the address and tell the admin' },
      otherHall: { what: 'This machine belongs to another hall.', step: 'Check the address; to move it, an admin clears the old enrolment first' }, clocksDiffer: { what: 'The clocks here and at the hall differ.', step: 'Put right the one that is wrong, then open another code' },
      otherName: { what: 'The console enrolled another device.', step: 'Open another code for device id {{device}}' }, notKept: { what: 'It cannot be kept: the disk may be full.', step: 'Make room, then open another code' },
    },
    in: 'Enrolled', inStep: 'It begins to work', printers: 'The printers differ', printersWhich: 'Here: {{here}}. Hall: {{hall}}', printersStep: 'Put one of them right, or papers do not come out', go: 'Begin to work',
  },
};
