/* The commands of a social-security card (ISO 7816-4) and what its two status bytes mean. */

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

/** `sx1.sh.` and the name of the application, 社会保障. */
export const applicationName = hex('7378312E73682EC9E7BBE1B1A3D5CF');

export const apdus = {
  selectApplication: Uint8Array.of(0x00, 0xa4, 0x04, 0x00, applicationName.length, ...applicationName),
  selectCardFile: hex('00A4020002EF05'),
  identifier: hex('00B2010400'),
  cardNumber: hex('00B207040B'),
  selectPersonFile: hex('00A4020002EF06'),
  idNumber: hex('00B2010414'),
  name: hex('00B2020420'),
} as const;
export type ApduName = keyof typeof apdus;

/** The rest of an answer that did not fit: `61 xx`. */
export const getResponse = (length: number): Uint8Array => Uint8Array.of(0x00, 0xc0, 0x00, 0x00, length);
/** The same question with the length that the card wants: `6C xx`. */
export const withLength = (apdu: Uint8Array, length: number): Uint8Array => Uint8Array.of(...apdu.subarray(0, -1), length);

export type ApduMeaning =
  | 'ok'
  /** the file or record is not on this card */
  | 'absent'
  /** the card wants a key that only the city's own readers have */
  | 'withheld'
  | 'failed';

/** Total: any two status bytes mean something. */
export function apduMeaning(sw1: number, sw2: number): ApduMeaning {
  if (sw1 === 0x90 && sw2 === 0x00) return 'ok';
  if (sw1 === 0x6a && (sw2 === 0x82 || sw2 === 0x83 || sw2 === 0x88)) return 'absent';
  // 6982 security status, 6983 blocked, 6985 conditions of use, 6986 no file selected, 6988 secure messaging; 6A81 not supported for this reader.
  if (sw1 === 0x69 || (sw1 === 0x6a && sw2 === 0x81)) return 'withheld';
  return 'failed';
}
