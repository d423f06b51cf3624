/* From the 256 text bytes of a card to a person, verbatim. Whatever does not hold together is unreadable, never half a person. */
import type { CardRead } from '../../ports.ts';
import { places, typeFlagOffset, typeFlags, type Field, type Layout } from './layouts.ts';
import { cardDataBytes, photoBytes, textBytes } from '../sam-commands.ts';

const layouts = Object.keys(typeFlags) as Layout[];
const numberForm: Readonly<Record<Layout, RegExp>> = {
  resident: /^\d{17}[\dX]$/, hkMacaoTaiwan: /^\d{17}[\dX]$/, foreigner2017: /^[A-Z]{3}\d{12}$/, foreigner2023: /^\d{17}[\dX]$/,
};
const day = /^\d{8}$/;

/** GB 11643 as far as a card carries it twice: the number has the birthday and the sex of its owner in it, and its own check digit. Twice told is a second guard beside the XOR of the wire. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
function agrees(number: string, birth: string, sex: 'male' | 'female'): boolean {
  if (number.length !== 18) return true;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return number.slice(6, 14) === birth && (Number(number[16]) % 2 === 1) === (sex === 'male') && '10X98765432'.charAt(sum % 11) === number[17];
}

// Unit by unit: rare characters may be private-use or lone surrogate units, and a decoder that repairs them would change a name.
function units(bytes: Uint8Array, offset: number, length: number): string {
  let text = '';
  for (let at = offset; at < offset + length; at += 2) text += String.fromCharCode((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  return text;
}
/** Padding is U+0020; some cards are padded with U+0000. */
function withoutPadding(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) % 0x20 === 0 && text.charCodeAt(end - 1) <= 0x20) end--;
  return text.slice(0, end);
}
const hasControl = (text: string): boolean => text.split('').some((unit) => unit < ' ' || unit === '\u007F');

/** The person on the card; undefined when the type flag, the number, a date, the sex or the name cannot be one, or number, birthday and sex contradict each other. Dates are not judged, only their form. */
export function decodeCardText(text: Uint8Array): CardRead | undefined {
  if (text.length !== textBytes) return undefined;
  const flag = units(text, typeFlagOffset, 2);
  const layout = layouts.find((candidate) => typeFlags[candidate] === flag);
  if (layout === undefined) return undefined;
  const field = (name: Field): string => withoutPadding((places[layout][name] ?? []).map(([offset, length]) => units(text, offset, length)).join(''));
  const optional = <Name extends Field>(name: Name): Partial<Record<Name, string>> => {
    const value = field(name);
    return value === '' ? {} : ({ [name]: value } as Record<Name, string>);
  };
  const sex = { 1: 'male', 2: 'female' }[field('sex')];
  // A foreigner may have no Chinese name: then the English one is the name.
  const name = field('name') || field('englishName');
  if (sex !== 'male' && sex !== 'female') return undefined;
  if (name === '' || !numberForm[layout].test(field('number')) || !day.test(field('birth'))) return undefined;
  if (!agrees(field('number'), field('birth'), sex)) return undefined;
  const card: CardRead = {
    layout, name, sex, birth: field('birth'), number: field('number'),
    ...optional('englishName'), ...optional('ethnicGroup'), ...optional('address'), ...optional('issuedBy'), ...optional('validFrom'),
    ...optional('validUntil'), ...optional('nationality'), ...optional('permitNumber'),
  };
  return Object.values(card).some(hasControl) ? undefined : card;
}

/**
 * The person in the data of a good answer to read: two lengths, text, photo. The photo is dropped unopened:
 * its format is closed (WLT), the product has no use for it, and what is not kept cannot leak.
 */
export function decodeCardData(data: Uint8Array): CardRead | undefined {
  if (data.length !== cardDataBytes) return undefined;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (view.getUint16(0) !== textBytes || view.getUint16(2) !== photoBytes) return undefined;
  return decodeCardText(data.subarray(4, 4 + textBytes));
}
