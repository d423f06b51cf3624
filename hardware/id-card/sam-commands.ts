/* The questions put to a module and what its answers mean: command bytes, time limits, the shape of a good answer. Set-baud is not among them, on purpose. */

export interface SamCommand {
  readonly name: 'status' | 'samId' | 'find' | 'select' | 'read' | 'managementNumber';
  readonly body: readonly [number, number];
  readonly limitMs: number;
  /** SW3 of its good answers, and the data length each must have; an answer of another shape belongs to another question */
  readonly good: ReadonlyMap<number, (dataLength: number) => boolean>;
}

const exactly = (length: number) => (dataLength: number): boolean => dataLength === length;

export const textBytes = 256;
export const photoBytes = 1_024;
/** Two lengths of 2 bytes, text, photo: the 1295-byte frame. */
export const cardDataBytes = 4 + textBytes + photoBytes;

export const samCommands = {
  status: { name: 'status', body: [0x11, 0xff], limitMs: 300, good: new Map([[0x90, exactly(0)]]) },
  samId: { name: 'samId', body: [0x12, 0xff], limitMs: 300, good: new Map([[0x90, exactly(16)]]) },
  find: { name: 'find', body: [0x20, 0x01], limitMs: 200, good: new Map([[0x9f, exactly(4)]]) },
  select: { name: 'select', body: [0x20, 0x02], limitMs: 200, good: new Map([[0x90, exactly(8)]]) },
  read: { name: 'read', body: [0x30, 0x01], limitMs: 2_000, good: new Map([[0x90, exactly(cardDataBytes)]]) },
  // Length of the number differs between sources, and only its presence matters here.
  managementNumber: { name: 'managementNumber', body: [0x30, 0x05], limitMs: 500, good: new Map([[0x90, (length: number) => length > 0 && length <= 64], [0x91, () => true]]) },
} as const satisfies Record<string, SamCommand>;

/* SW3, the third status byte. SW1 and SW2 may be non-zero on some failures and are never looked at. */
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

const meanings: ReadonlyMap<number, ReplyMeaning> = new Map<number, ReplyMeaning>([
  [0x90, 'ok'], [0x9f, 'found'], [0x91, 'noSuchItem'], [0x80, 'noCard'],
  [0x81, 'failed'], [0x41, 'failed'], [0x31, 'failed'], [0x33, 'failed'], [0x47, 'failed'],
  [0x40, 'unknownCard'], [0x32, 'rejectedCard'], [0x60, 'selfTest'], [0x66, 'notAuthorised'],
  [0x10, 'badQuestion'], [0x11, 'badQuestion'], [0x21, 'badQuestion'], [0x23, 'badQuestion'], [0x24, 'badQuestion'], [0x37, 'badQuestion'], [0x3f, 'badQuestion'],
]);

/** Total: every byte has a meaning. */
export function replyMeaning(sw3: number): ReplyMeaning {
  return meanings.get(sw3) ?? 'unlisted';
}
