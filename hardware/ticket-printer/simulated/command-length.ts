/* Where one ESC/POS command ends and the next begins: how many bytes a command has, told from its first ones. */

/** Longest command whose bytes are kept, 450 full rows of dots; the data of anything longer is counted off, not kept. */
export const keptBytesLimit = 32_768;

const oneParameter = (letters: string): ReadonlyMap<number, number> => new Map([...Buffer.from(letters, 'latin1')].map((code) => [code, 3]));
/** Second byte → whole length. What is not listed counts as two bytes without a parameter. */
const escLengths: ReadonlyMap<number, number> = new Map([...oneParameter('aEd3J!-tRMG{Vr =SAu'), [0x24, 4], [0x5c, 4], [0x42, 4], [0x63, 4], [0x70, 5]]);
const fsLengths: ReadonlyMap<number, number> = new Map([...oneParameter('!-WC'), [0x53, 4], [0x70, 4]]);
const gsLengths: ReadonlyMap<number, number> = new Map([...oneParameter('!arBhwfHbI:'), [0x4c, 4], [0x57, 4], [0x50, 4], [0x24, 4], [0x5c, 4]]);

const word = (bytes: readonly number[], at: number): number => (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);

function gsLength(bytes: readonly number[]): number | undefined {
  const [, second = 0, third] = bytes;
  if (second === 0x28) return bytes.length < 5 ? undefined : 5 + word(bytes, 3);
  if (second === 0x76) return bytes.length < 8 ? undefined : 8 + word(bytes, 4) * word(bytes, 6);
  if (second === 0x2a) return bytes.length < 4 ? undefined : 4 + (bytes[2] ?? 0) * (bytes[3] ?? 0) * 8;
  if (second === 0x56) return third === undefined ? undefined : [0, 1, 48, 49].includes(third) ? 3 : 4;
  if (second === 0x6b) {
    if (third === undefined) return undefined;
    if (third > 6) return bytes.length < 4 ? undefined : 4 + (bytes[3] ?? 0);
    // Old barcodes end with NUL; 255 characters are more than any of them has.
    return bytes.length > 3 && (bytes.at(-1) === 0 || bytes.length > 258) ? bytes.length : undefined;
  }
  return gsLengths.get(second) ?? 2;
}

/**
 * Whole length of the command or character that begins with these bytes (one or more); undefined = more bytes are needed to know.
 * In double-byte mode a character has one byte (ASCII), two, or, where the firmware knows GB18030, four (second byte 30h to 39h).
 */
export function commandLength(bytes: readonly number[], doubleByte: boolean, fourByte: boolean): number | undefined {
  const [first = 0, second] = bytes;
  if (first === 0x1b || first === 0x1c || first === 0x1d) {
    if (second === undefined) return undefined;
    if (first === 0x1d) return gsLength(bytes);
    // ESC D: tab stops, ended by NUL, at most 32.
    if (first === 0x1b && second === 0x44) return bytes.length > 2 && (bytes.at(-1) === 0 || bytes.length > 34) ? bytes.length : undefined;
    if (first === 0x1c && second === 0x28) return bytes.length < 5 ? undefined : 5 + word(bytes, 3);
    return (first === 0x1b ? escLengths : fsLengths).get(second) ?? 2;
  }
  if (!doubleByte || first < 0x81 || first === 0xff) return 1;
  if (second === undefined) return undefined;
  if (second >= 0x40) return 2;
  // Firmware of two-byte sets takes the byte before a digit for a letter of its own.
  return fourByte && second >= 0x30 && second <= 0x39 ? 4 : 1;
}
