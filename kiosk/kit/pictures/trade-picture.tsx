/* The picture that stands for a trade on every tile. */
import { lazy, Suspense, type ReactNode } from 'react';
import { buildingTrades } from './building-trades.tsx';
import { Drawing } from './drawing.tsx';
import { otherTrades } from './other-trades.tsx';

/** Those of the first screen of tiles, by the name that the trade list gives. */
export const tradePictures: Readonly<Record<string, ReactNode>> = { ...buildingTrades, ...otherTrades };

// The rest comes when it is wanted, and stays.
const loadFurther = () => import('./trades/further.tsx');
const Further = lazy(async () => {
  const { furtherDrawing } = await loadFurther();
  return { default: ({ name }: { readonly name: string }): ReactNode => {
    const drawing = furtherDrawing(name);
    return drawing === undefined ? <Drawing>{otherTrades['gear']}</Drawing> : <Drawing className="fine" field={96}>{drawing}</Drawing>;
  } };
});

/** Brings all pictures in before somebody waits for one. */
export const preloadTradePictures = async (): Promise<void> => { await loadFurther(); };

/** A trade newer than this kiosk gets the picture of general work; its word still says what it is. */
export function TradePicture({ name }: { readonly name: string }): ReactNode {
  const common = tradePictures[name];
  return common === undefined ? <Suspense fallback={<Drawing>{null}</Drawing>}><Further name={name} /></Suspense> : <Drawing>{common}</Drawing>;
}
