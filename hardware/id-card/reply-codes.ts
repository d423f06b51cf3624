/* SW3, the third status byte of an answer: every code of the module with its name and what it means for the driver. SW1 and SW2 may be non-zero on some failures and are never looked at. */

export type ReplyMeaning =
  | 'ok'
  | 'found'
  /** the card is there and has no such item */
  | 'noSuchItem'
  /** no card, or the one that was read still lies there */
  | 'noCard'
  | 'failed'
  | 'unknownCard'
  | 'rejectedCard'
  | 'selfTest'
  | 'notAuthorised'
  /** the module did not like the question: checksum, length, command, right */
  | 'badQuestion'
  | 'unlisted';

export interface ReplyCode {
  readonly meaning: ReplyMeaning;
  /** for logs and the probe: tells apart what the driver treats alike */
  readonly name: string;
}

/** 0x21, for a stand-in of a module that has no such command. */
export const unknownCommand = 0x21;

const codes: ReadonlyMap<number, ReplyCode> = new Map<number, ReplyCode>([
  [0x90, { meaning: 'ok', name: 'ok' }], [0x9f, { meaning: 'found', name: 'found' }], [0x91, { meaning: 'noSuchItem', name: 'noSuchItem' }], [0x80, { meaning: 'noCard', name: 'noCard' }],
  [0x81, { meaning: 'failed', name: 'selectFailed' }], [0x41, { meaning: 'failed', name: 'readFailed' }], [0x31, { meaning: 'failed', name: 'cardRefusedModule' }],
  [0x33, { meaning: 'failed', name: 'informationWrong' }], [0x47, { meaning: 'failed', name: 'noRandomNumber' }],
  [0x40, { meaning: 'unknownCard', name: 'unknownCard' }], [0x32, { meaning: 'rejectedCard', name: 'moduleRefusedCard' }],
  [0x60, { meaning: 'selfTest', name: 'selfTestFailed' }], [0x66, { meaning: 'notAuthorised', name: 'notAuthorised' }],
  [0x10, { meaning: 'badQuestion', name: 'checksumWrong' }], [0x11, { meaning: 'badQuestion', name: 'lengthWrong' }], [unknownCommand, { meaning: 'badQuestion', name: 'commandWrong' }],
  [0x23, { meaning: 'badQuestion', name: 'notPermitted' }], [0x24, { meaning: 'badQuestion', name: 'unknownError' }], [0x37, { meaning: 'badQuestion', name: 'fingerprintWrong' }], [0x3f, { meaning: 'badQuestion', name: 'informationTooLong' }],
]);

/** Total: every byte has a meaning and a name. */
export const replyCode = (sw3: number): ReplyCode => codes.get(sw3) ?? { meaning: 'unlisted', name: `code${sw3.toString(16).padStart(2, '0')}` };
