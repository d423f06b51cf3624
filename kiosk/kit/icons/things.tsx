/* Things that a person meets in the hall: people, papers, vans, pay, dangers; in the line style of the trades. */
import type { ReactNode } from 'react';

const person = (x: number, y: number, kind: string): ReactNode => <>
  <circle className={kind} cx={x} cy={y} r="8" />
  <path className={kind} d={`M${x - 14} ${y + 30}c0-13 5-19 14-19s14 6 14 19z`} />
</>;

export const things = {
  crew: <>{person(16, 22, 'tint')}{person(48, 22, 'tint')}{person(32, 27, 'accent')}</>,
  idCard: <><path className="tint" d="M4 13h56v38H4z" /><path d="M12 24h18M12 32h14M12 41h20" /><circle className="accent" cx="46" cy="25" r="5.5" /><path className="accent" d="M36.5 42c0-7 4-10 9.5-10s9.5 3 9.5 10z" /></>,
  ticket: <><path className="tint" d="M14 4h36v54l-6-4-6 4-6-4-6 4-6-4-6 4z" /><path d="M23 15h18M23 44h18" /><path className="accent" d="M21 23h22v13H21z" /></>,
  printer: <><path className="paper" d="M17 6h30v16H17z" /><path className="tint" d="M7 22h50v24H7z" /><path className="accent" d="M17 38h30v20H17z" /><path d="M24 45h16M24 52h10M48 29h1" /></>,
  slip: <><path className="tint" d="M10 5h44v54H10z" /><path d="M18 15h28M18 23h28M18 31h16" /><path className="accent" d="M34 39h12v12H34z" /></>,
  ear: <><path className="tint" d="M6 24h12l16-14v44L18 40H6z" /><path d="M42 22c5 6 5 14 0 20M50 14c9 11 9 25 0 36" /></>,
  company: <><path className="tint" d="M8 10h28v48H8z" /><path className="accent" d="M36 28h20v30H36z" /><path d="M15 20h5M25 20h5M15 31h5M25 31h5M15 42h5M25 42h5M43 38h6M43 48h6M4 58h56" /></>,
  shop: <><path className="tint" d="M10 28h44v30H10z" /><path className="accent" d="M10 8h44l5 14c-4 8-13 8-13.5 0C45 30 32 30 32 22c0 8-13 8-14 0-.5 8-9.5 8-13 0z" /><path d="M36 58V40h11v18" /></>,
  home: <><path className="tint" d="M13 28v30h38V28L32 12z" /><path d="M5 33 32 9l27 24" /><path className="accent" d="M26 40h12v18H26z" /></>,
  briefcase: <><path className="tint" d="M5 20h54v36H5z" /><path d="M22 20V9h20v11M5 36h54" /><path className="accent" d="M27 32h10v9H27z" /></>,
  helmet: <><path className="accent" d="M10 40c0-16 9-26 22-26s22 10 22 26z" /><path className="tint" d="M4 40h56v8H4z" /><path d="M26 15v14M38 15v14" /></>,
  meals: <><path className="tint" d="M6 32h52c0 14-9 22-20 24H26C15 54 6 46 6 32z" /><path d="M22 24c-4-4 4-6 0-12M32 24c-4-4 4-6 0-12M42 24c-4-4 4-6 0-12" /><path className="accent" d="M10 32c4-8 40-8 44 0z" /></>,
  van: <><path className="tint" d="M3 18h38l16 14 4 4v12H3z" /><path className="accent" d="M34 24h6l11 10H34z" /><path d="M12 24h14v10H12z" /><circle className="paper" cx="17" cy="49" r="6" /><circle className="paper" cx="46" cy="49" r="6" /></>,
  tools: <><path className="tint" d="M6 30h52v26H6z" /><path d="M22 30V17h20v13M6 41h52" /><path className="accent" d="M26 36h12v10H26z" /></>,
  shield: <><path className="tint" d="M32 4 56 12v20c0 14-10 23-24 28C18 55 8 46 8 32V12z" /><path className="accent" d="m20 31 9 9 16-17-4-4-12 13-5-5z" /></>,
  coins: <><circle className="tint" cx="24" cy="36" r="20" /><path d="m16 25 8 10 8-10M24 35v14M17 37h14M17 43h14" /><path className="accent" d="M38 9a13 13 0 0 1 6 25 20 20 0 0 0-14-18 13 13 0 0 1 8-7z" /></>,
  pin: <><path className="accent" d="M32 4c13 0 21 9 21 20 0 15-21 36-21 36S11 39 11 24C11 13 19 4 32 4z" /><circle className="paper" cx="32" cy="24" r="8" /></>,
  height: <><path d="M14 4v56M32 4v56M14 14h18M14 26h18M14 38h18M14 50h18" /><path className="accent" d="M50 58V26h-9l12-17 11 17h-8v32z" /></>,
  dust: <><path className="tint" d="M8 30c8-14 40-14 48 0v14c-8 14-40 14-48 0z" /><path d="M14 36h36M14 43h36" /><circle className="accent" cx="12" cy="11" r="4" /><circle className="accent" cx="30" cy="8" r="3" /><circle className="accent" cx="50" cy="11" r="5" /></>,
  toxic: <><path className="tint" d="M24 5h16v14l16 33c2 4 0 7-4 7H12c-4 0-6-3-4-7l16-33z" /><path className="accent" d="M17 36h30l8 16c1 3 0 5-3 5H12c-3 0-4-2-3-5z" /><path d="M20 5h24" /></>,
  heavyLoad: <><path className="tint" d="M14 24h36l10 34H4z" /><path d="M22 24a10 10 0 1 1 20 0" /><path className="accent" d="M24 36h16v12H24z" /></>,
  hotWork: <><path className="accent" d="M33 4c3 12 19 18 19 36a20 20 0 0 1-40 0c0-9 5-14 9-19 1 6 3 8 6 9 0-10 1-18 6-26z" /><path className="paper" d="M32 58a9 9 0 0 1-9-9c0-6 6-9 8-14 4 5 10 8 10 14a9 9 0 0 1-9 9z" /></>,
  machine: <><circle className="tint" cx="32" cy="34" r="22" /><circle className="accent" cx="32" cy="34" r="7" /><path d="M32 12 22 5M54 34l7-10M32 56l10 6M10 34 3 44M32 27v-8M39 34h8M32 41v8M25 34h-8" /></>,
} as const satisfies Readonly<Record<string, ReactNode>>;
