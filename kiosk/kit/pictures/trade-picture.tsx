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

/** A helmet: work that the city named and nobody drew; the trade list calls it so (`plainPicture`). */
const plainName = 'plain';
const plain = <><path className="tint" d="M10 42a22 22 0 0 1 44 0z" /><path className="accent" d="M26 22c2-5 10-5 12 0v20H26z" /><path className="tint" d="M5 42h54v8H5z" /></>;

/** A trade newer than this kiosk gets the picture of general work, one of the city's a helmet; its word still says what it is. */
export function TradePicture({ name }: { readonly name: string }): ReactNode {
  const common = name === plainName ? plain : tradePictures[name];
  return common === undefined ? <Suspense fallback={<Drawing>{null}</Drawing>}><Further name={name} /></Suspense> : <Drawing>{common}</Drawing>;
}
