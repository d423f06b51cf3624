/* What a worker can do on the own page, and the five faces of the opinion box; in the line style of the trades. */
import type { ReactNode } from 'react';

const face = (kind: string, mouth: string, brows: ReactNode = null): ReactNode => <>
  <circle className={kind} cx="32" cy="32" r="26" /><path d="M23 25v4M41 25v4" />{brows}<path d={mouth} />
</>;

export const deeds = {
  search: <><circle className="tint" cx="27" cy="27" r="19" /><path d="m41 41 18 18" /><path className="accent" d="M18 30h18v8H18zM21 24h12v6H21z" /></>,
  evening: <><path className="tint" d="M6 46h52v10H6z" /><path className="accent" d="M40 8a19 19 0 1 0 12 30A21 21 0 0 1 40 8z" /></>,
  calendar: <><path className="tint" d="M8 14h48v44H8z" /><path d="M8 25h48M20 6v14M44 6v14" /><path className="accent" d="M36 36h12v12H36z" /></>,
  sheet: <><path className="tint" d="M4 12c10-4 20-4 28 2 8-6 18-6 28-2v42c-10-4-20-4-28 2-8-6-18-6-28-2z" /><path d="M32 14v42M12 22c5-1 9-1 13 1M12 32c5-1 9-1 13 1M39 23c4-2 8-2 13-1" /><path className="accent" d="M40 32h12v12H40z" /></>,
  hand: <><path className="accent" d="M18 36V16a5 5 0 0 1 10 0v-6a5 5 0 0 1 10 0v6a5 5 0 0 1 10 0v24c0 12-7 20-17 20-8 0-13-4-17-11L8 40c-1-4 5-7 8-3z" /><path d="M28 16v14M38 16v14" /></>,
  bin: <><path className="tint" d="M14 18h36l-4 40H18z" /><path d="M8 18h48M24 18V8h16v10M26 28v20M38 28v20" /></>,
  face1: face('accent', 'M20 47c6-9 18-9 24 0', <path d="m17 17 10 4M47 17l-10 4" />),
  face2: face('accent', 'M22 45c5-5 15-5 20 0'),
  face3: face('tint', 'M22 43h20'),
  face4: face('tint', 'M21 40c5 6 17 6 22 0'),
  face5: face('tint', 'M18 37c4 13 24 13 28 0z'),
} as const satisfies Readonly<Record<string, ReactNode>>;
