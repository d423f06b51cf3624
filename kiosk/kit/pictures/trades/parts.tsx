/* What many drawings have in common: people, wheels, ground. Coordinates are those of the 96 × 96 field. */
import type { ReactNode } from 'react';

export type TradeDrawings = Readonly<Record<string, ReactNode>>;

/** Head and shoulders; `x`, `y` is the middle of the head. */
export const Person = ({ x, y, kind = 'tint' }: { readonly x: number; readonly y: number; readonly kind?: 'tint' | 'accent' }): ReactNode => <>
  <circle className="paper" cx={x} cy={y} r="10" />
  <path className={kind} d={`M${x - 19} ${y + 40}c0-17 7-26 19-26s19 9 19 26z`} />
</>;

export const Wheel = ({ x, y, r = 9 }: { readonly x: number; readonly y: number; readonly r?: number }): ReactNode => <>
  <circle className="paper" cx={x} cy={y} r={r} />
  <circle cx={x} cy={y} r={r / 4} />
</>;

export const Ground = ({ y = 88 }: { readonly y?: number }): ReactNode => <path d={`M6 ${y}h84`} />;
