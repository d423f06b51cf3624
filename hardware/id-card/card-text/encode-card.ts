/* From a person to the bytes of a card, for the simulator: the same tables as decoding, the other way round. */
import type { CardRead } from '../../ports.ts';
import { places, typeFlagOffset, typeFlags, type Field } from './layouts.ts';
import { cardDataBytes, photoBytes, textBytes } from '../sam-commands.ts';

function fieldText(card: CardRead, field: Field): string {
  if (field === 'sex') return card.sex === 'male' ? '1' : '2';
  // A foreigner's card without a Chinese name carries the English one only.
  if (field === 'name' && card.name === card.englishName) return '';
  return card[field] ?? '';
}

/** The 256 text bytes. Texts longer than their field are cut, as cards cut names at 15 characters. */
export function encodeCardText(card: CardRead): Uint8Array {
  const text = new Uint8Array(textBytes);
  for (let at = 0; at < textBytes; at += 2) text[at] = 0x20;
  const put = (offset: number, length: number, units: string): void => {
    for (let index = 0; index < Math.min(units.length, length / 2); index++) {
      const unit = units.charCodeAt(index);
      text[offset + index * 2] = unit & 0xff;
      text[offset + index * 2 + 1] = unit >> 8;
    }
  };
  for (const [field, pieces] of Object.entries(places[card.layout]) as [Field, readonly (readonly [number, number])[]][]) {
    let rest = fieldText(card, field);
    for (const [offset, length] of pieces) {
      put(offset, length, rest);
      rest = rest.slice(length / 2);
    }
  }
  put(typeFlagOffset, 2, typeFlags[card.layout]);
  return text;
}

/** Data of a good answer to read: two lengths, text, and a photo that is a WLT head followed by filler. */
export function encodeCardData(card: CardRead): Uint8Array {
  const data = new Uint8Array(cardDataBytes);
  const view = new DataView(data.buffer);
  view.setUint16(0, textBytes);
  view.setUint16(2, photoBytes);
  data.set(encodeCardText(card), 4);
  const photo = Uint8Array.from({ length: photoBytes }, (_, index) => (index * 37 + 11) & 0xff);
  photo.set([0x57, 0x4c, 0x66, 0x00, 0x7e, 0x00, 0x32, 0x00, 0x00, 0xff]);
  data.set(photo, 4 + textBytes);
  return data;
}
