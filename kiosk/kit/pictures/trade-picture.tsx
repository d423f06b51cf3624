/* The picture that stands for a trade on every tile. */
import type { ReactNode } from 'react';
import { buildingTrades } from './building-trades.tsx';
import { Drawing } from './drawing.tsx';
import { otherTrades } from './other-trades.tsx';

/** By the name that the trade list gives. */
export const tradePictures: Readonly<Record<string, ReactNode>> = { ...buildingTrades, ...otherTrades };

/** A trade newer than this kiosk gets the picture of general work; its word still says what it is. */
export const TradePicture = ({ name }: { readonly name: string }): ReactNode => <Drawing>{tradePictures[name] ?? otherTrades['gear']}</Drawing>;
