/* Drawings of the trades that do not build: carrying, cleaning, kitchen, garden, field and factory. */
import type { ReactNode } from 'react';

const teeth = [0, 45, 90, 135, 180, 225, 270, 315];
const grains = [20, 30, 40];

export const otherTrades: Readonly<Record<string, ReactNode>> = {
  boxes: <>
    <rect className="tint" x="6" y="33" width="25" height="24" rx="2" />
    <rect className="tint" x="33" y="33" width="25" height="24" rx="2" />
    <rect className="accent" x="19" y="7" width="25" height="24" rx="2" />
    <path d="M28 7v9h7V7M15 33v9h7v-9M42 33v9h7v-9" />
  </>,
  truck: <>
    <path className="tint" d="M4 16h34v31H4z" />
    <path className="accent" d="M38 26h11l10 11v10H38z" />
    <path d="M45 31v6h9" />
    <circle className="paper" cx="17" cy="48" r="6.5" /><circle className="paper" cx="47" cy="48" r="6.5" />
    <path d="M21 40V25m-6 6 6-6 6 6" />
  </>,
  broom: <g transform="rotate(28 32 32)">
    <path className="tint" d="M30 1h4v34h-4z" />
    <path className="tint" d="M24 34h16v7H24z" />
    <path className="accent" d="M24 41h16l5 19H19z" />
    <path d="M28 60l1.5-11M36 60l-1.5-11" />
  </g>,
  house: <>
    <path className="tint" d="M13 26v30h38V26L32 11z" />
    <path d="M5 32 32 9l27 23" />
    <path className="accent" d="M32 50C24 44 21 40 21 36a5.5 5.5 0 0 1 11-1 5.5 5.5 0 0 1 11 1c0 4-3 8-11 14z" />
  </>,
  bowl: <>
    <path d="M34 30 53 5M42 30 60 9" />
    <path className="tint" d="M5 30h54c0 14-9 23-20 24H25C14 53 5 44 5 30z" />
    <path className="accent" d="M8 40h48c-3 8-9 13-17 14H25C17 53 11 48 8 40z" />
    <path d="M22 58h20M14 23c-4-4 4-6 0-11M24 23c-4-4 4-6 0-11" />
  </>,
  tree: <>
    <path className="accent" d="M28 36h8v22h-8z" />
    <path className="tint" d="M32 5c9 0 14 6 14 12 7 1 11 6 11 12 0 8-7 12-13 12H20C13 41 7 36 7 29c0-6 4-11 11-12C18 11 23 5 32 5z" />
    <path d="M12 58h40M25 24l7 7M40 21l-8 8" />
  </>,
  wheat: <>
    <path d="M32 60V14" />
    <path className="accent" d="M32 3c4 4 5 9 0 15-5-6-4-11 0-15z" />
    {grains.map((y) => <g key={y}>
      <path className="accent" d={`M32 ${y + 9}c0-8 5-12 13-12 0 8-5 12-13 12z`} />
      <path className="accent" d={`M32 ${y + 9}c0-8-5-12-13-12 0 8 5 12 13 12z`} />
    </g>)}
    <path d="M18 60h28" />
  </>,
  gear: <>
    {teeth.map((turn) => <path key={turn} className="accent" transform={`rotate(${turn} 32 32)`} d="M27 14V5h10v9z" />)}
    <circle className="tint" cx="32" cy="32" r="19" />
    <circle className="paper" cx="32" cy="32" r="7.5" />
  </>,
};
