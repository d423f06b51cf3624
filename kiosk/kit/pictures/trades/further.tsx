/* Every trade that is not on the first screen of tiles: loaded when one of them is shown. */
import type { ReactNode } from 'react';
import { carrying } from './carrying.tsx';
import { factory } from './factory.tsx';
import { fields } from './fields.tsx';
import { homes } from './homes.tsx';
import { kitchen } from './kitchen.tsx';
import type { TradeDrawings } from './parts.tsx';
import { repairs } from './repairs.tsx';
import { roads } from './roads.tsx';
import { shops, watch } from './shops.tsx';
import { site } from './site.tsx';

/** By the name that the trade list gives; in a field of 96 × 96. */
export const furtherDrawings: TradeDrawings = { ...site, ...carrying, ...homes, ...kitchen, ...fields, ...factory, ...roads, ...repairs, ...shops, ...watch };

/** Undefined for a trade newer than this kiosk. */
export const furtherDrawing = (name: string): ReactNode => furtherDrawings[name];
