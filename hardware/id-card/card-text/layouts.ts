/* The 256 bytes of text on a card (GA 490): where each field stands, by layout. Offsets and lengths in bytes; two bytes a character, UTF-16LE. */
import type { CardRead } from '../../ports.ts';

export type Layout = CardRead['layout'];
/** Fields as they stand on the card, before they become a person. A name in two pieces is joined before its padding is cut. */
export type Field =
  | 'name' | 'englishName' | 'sex' | 'ethnicGroup' | 'birth' | 'address' | 'number' | 'issuedBy' | 'validFrom' | 'validUntil' | 'permitNumber' | 'nationality';
export type Place = readonly [offset: number, length: number];

/** The character at byte 248 tells the layout. */
export const typeFlagOffset = 248;
export const typeFlags: Readonly<Record<Layout, string>> = { resident: ' ', hkMacaoTaiwan: 'J', foreigner2017: 'I', foreigner2023: 'Y' };

export const places: Readonly<Record<Layout, Partial<Readonly<Record<Field, readonly Place[]>>>>> = {
  resident: {
    name: [[0, 30]], sex: [[30, 2]], ethnicGroup: [[32, 4]], birth: [[36, 16]], address: [[52, 70]], number: [[122, 36]],
    issuedBy: [[158, 30]], validFrom: [[188, 16]], validUntil: [[204, 16]],
  },
  hkMacaoTaiwan: {
    name: [[0, 30]], sex: [[30, 2]], birth: [[36, 16]], address: [[52, 70]], number: [[122, 36]],
    issuedBy: [[158, 30]], validFrom: [[188, 16]], validUntil: [[204, 16]], permitNumber: [[220, 18]],
  },
  foreigner2017: {
    englishName: [[0, 120]], sex: [[120, 2]], number: [[122, 30]], nationality: [[152, 6]], name: [[158, 30]],
    validFrom: [[188, 16]], validUntil: [[204, 16]], birth: [[220, 16]], issuedBy: [[240, 8]],
  },
  // The English name runs on behind the dates: 35 characters, then 11 more.
  foreigner2023: {
    name: [[0, 30]], sex: [[30, 2]], birth: [[36, 16]], englishName: [[52, 70], [220, 22]], number: [[122, 36]],
    validFrom: [[188, 16]], validUntil: [[204, 16]], nationality: [[242, 6]],
  },
};
