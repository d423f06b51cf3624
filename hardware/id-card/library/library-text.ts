/*
 * The text of a card as libraries give it: the 256 bytes of the card itself, with or without a byte order mark, or the fields one a line in GB18030 or UTF-16.
 * Lines are put back into the table of the card and read from there, so that one set of rules decides who is a person.
 */
import iconv from 'iconv-lite';
import type { CardRead } from '../../ports.ts';
import { decodeCardText } from '../card-text/decode-card.ts';
import { encodeCardText } from '../card-text/encode-card.ts';
import { textBytes } from '../sam-commands.ts';

const fileLimit = 4_096;
const hasMark = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xfe;

/** `1981-08-03`, `1981.8.3`, `1981年8月3日` and `19810803` are one day. */
function dayOf(text: string): string {
  const parts = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(text);
  return parts === null ? text : `${parts[1] ?? ''}${(parts[2] ?? '').padStart(2, '0')}${(parts[3] ?? '').padStart(2, '0')}`;
}
const sexes: Readonly<Record<string, CardRead['sex']>> = { 男: 'male', 女: 'female', '1': 'male', '2': 'female' };
/** The lines carry no flag of the layout: the number tells it. */
const layoutOf = (number: string): CardRead['layout'] => (/^8[123]/.test(number) ? 'hkMacaoTaiwan' : number.startsWith('9') ? 'foreigner2023' : 'resident');

/** Order of the lines: name, sex, ethnic group, birth, address, number, issued by, from, until. */
function fromLines(text: string): CardRead | undefined {
  const [name = '', sexText = '', , birth = '', address = '', number = '', issuedBy = '', from = '', until = ''] = text.split(/\r\n|\n|\r/).map((line) => line.trim());
  const sex = sexes[sexText];
  if (sex === undefined || !/^\d{17}[\dX]$/.test(number)) return undefined;
  return decodeCardText(encodeCardText({
    layout: layoutOf(number), name, sex, birth: dayOf(birth), number, address, issuedBy, validFrom: dayOf(from), validUntil: until.startsWith('长') ? '长期' : dayOf(until),
  }));
}

/** The person in what a library gave for a card; undefined when it makes none. */
export function decodeLibraryText(bytes: Uint8Array): CardRead | undefined {
  if (bytes.length > fileLimit) return undefined;
  const content = hasMark(bytes) ? bytes.subarray(2) : bytes;
  const whole = decodeCardText(content.subarray(0, textBytes));
  if (whole !== undefined) return whole;
  return fromLines(hasMark(bytes) ? Buffer.from(content).toString('utf16le') : iconv.decode(Buffer.from(content), 'gb18030'));
}
