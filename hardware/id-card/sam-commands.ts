/* The questions put to a module: command bytes, time limits, the shape of a good answer. Set-baud and the reading of fingerprints are not among them, on purpose. */

export interface SamCommand {
  readonly name: 'status' | 'samId' | 'find' | 'select' | 'read' | 'managementNumber' | 'newAddress';
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

export const newAddressBytes = 70;

export const samCommands = {
  status: { name: 'status', body: [0x11, 0xff], limitMs: 300, good: new Map([[0x90, exactly(0)]]) },
  samId: { name: 'samId', body: [0x12, 0xff], limitMs: 300, good: new Map([[0x90, exactly(16)]]) },
  find: { name: 'find', body: [0x20, 0x01], limitMs: 200, good: new Map([[0x9f, exactly(4)]]) },
  select: { name: 'select', body: [0x20, 0x02], limitMs: 200, good: new Map([[0x90, exactly(8)]]) },
  read: { name: 'read', body: [0x30, 0x01], limitMs: 2_000, good: new Map([[0x90, exactly(cardDataBytes)]]) },
  // Length of the number differs between sources, and only its presence matters here.
  managementNumber: { name: 'managementNumber', body: [0x30, 0x05], limitMs: 500, good: new Map([[0x90, (length: number) => length > 0 && length <= 64], [0x91, () => true]]) },
  // A person's data that the hall has no use for: the probe alone asks, to learn whether the module can, and drops the answer unread.
  newAddress: { name: 'newAddress', body: [0x30, 0x03], limitMs: 1_500, good: new Map([[0x90, exactly(newAddressBytes)], [0x91, () => true]]) },
} as const satisfies Record<string, SamCommand>;
