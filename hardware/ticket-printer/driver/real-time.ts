/* What a printer is asked: the commands it obeys the moment they arrive, ahead of everything waiting in its buffer, and the questions that wait their turn behind a paper. */

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

/** How often GS r is asked behind a paper. Its answer carries no mark: a single byte of noise must not pass for it. */
export const paperAsks = 3;
/** GS r 1: the paper sensor, answered by one byte each time, when the stream has come so far. */
export const askPaper = Uint8Array.from(Array.from({ length: paperAsks }, () => [0x1d, 0x72, 0x01]).flat());
/** GS I n: who are you; 66 maker, 67 model, answered `5F text 00` in its turn. */
export const askName = (n: number): Uint8Array => Uint8Array.of(0x1d, 0x49, n);

/** True when bytes meant to be printed hold DLE EOT, DLE ENQ or DLE DC4: the printer would obey them in the middle of the paper. */
export function holdsRealTimeCommand(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => byte === 0x10 && [0x04, 0x05, 0x14].includes(bytes[at + 1] ?? 0));
}
