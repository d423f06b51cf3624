/* Which sheets a hall has, and how a printed one is named: every print is a paper of its own, not the hundredth copy of the first. */
import type { HallSettings } from '../hall/settings.ts';
import type { Sheet } from './leaflet.ts';
import { shippedLeaflets } from './shipped.ts';

/** The city's courses, the shipped sheets, the city's, then the hall's own. One with the same id takes the place of a shipped one; of the city's and the hall's the city's stands, for what the city says holds in every hall. */
export function leafletsOf({ leaflets: own = [] }: Pick<HallSettings, 'leaflets'>, city: readonly Sheet[] = []): readonly Sheet[] {
  const [courses, ofCity] = [city.filter(({ trade }) => trade !== undefined), city.filter(({ trade }) => trade === undefined)];
  const taken = new Set(city.map(({ leafletId }) => leafletId));
  const besides = own.filter(({ leafletId }) => !taken.has(leafletId));
  const later = new Set([...city, ...besides].map(({ leafletId }) => leafletId));
  return [...courses, ...shippedLeaflets.filter(({ leafletId }) => !later.has(leafletId)), ...ofCity, ...besides];
}

/** Neither a leaflet's id nor a day has this sign in it. */
const between = '_';
/** The subject of one print of a leaflet or of a day's catalogue. */
export const sheetId = (of: string, unique: string): string => `${of}${between}${unique}`;
export const sheetOf = (id: string): string => id.split(between)[0] ?? '';
