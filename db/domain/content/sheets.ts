/* Which sheets a hall has, and how a printed one is named: every print is a paper of its own, not the hundredth copy of the first. */
import type { HallSettings } from '../hall/settings.ts';
import type { Leaflet } from './leaflet.ts';
import { shippedLeaflets } from './shipped.ts';

/** The shipped ones, then the hall's own; an own one with the same id takes the place of a shipped one. */
export const leafletsOf = ({ leaflets = [] }: Pick<HallSettings, 'leaflets'>): readonly Leaflet[] =>
  [...shippedLeaflets.filter((shipped) => !leaflets.some((own) => own.leafletId === shipped.leafletId)), ...leaflets];

/** Neither a leaflet's id nor a day has this sign in it. */
const between = '_';
/** The subject of one print of a leaflet or of a day's catalogue. */
export const sheetId = (of: string, unique: string): string => `${of}${between}${unique}`;
export const sheetOf = (id: string): string => id.split(between)[0] ?? '';
