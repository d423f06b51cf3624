/* The commands a printer obeys the moment they arrive, ahead of everything waiting in its buffer, and how they are told apart from the stream. */

/** DLE EOT n: status, answered even while offline. */
export const askStatus = (n: 1 | 2 | 3 | 4): Uint8Array => Uint8Array.of(0x10, 0x04, n);
/** DLE DC4 fn 8: clears receive and print buffers; answered `37 25 00`. */
export const clearBuffers = Uint8Array.of(0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08);
/** GS a 255: push status on every change. Part of the stream; a reset (ESC @) switches it off, so it is sent again after each job. */
export const enableStatusPush = Uint8Array.of(0x1d, 0x61, 0xff);

/** GS ( H fn 48: answered `37 22 d1..d4 00` when everything before it has been printed. `mark`: four characters 20h to 7Eh. */
export function askCompletion(mark: string): Uint8Array {
  return Uint8Array.of(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...Buffer.from(mark, 'latin1'));
}

/** True when bytes meant to be printed hold DLE EOT, DLE ENQ or DLE DC4: the printer would obey them in the middle of the paper. */
export function holdsRealTimeCommand(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => byte === 0x10 && [0x04, 0x05, 0x14].includes(bytes[at + 1] ?? 0));
}
