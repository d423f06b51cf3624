/* Signs of buttons and messages, in the line style of the trades. */
import type { ReactNode } from 'react';

export const signs = {
  next: <path d="M22 12l20 20-20 20" />,
  back: <path d="M42 12 22 32l20 20" />,
  check: <path d="M10 34 26 50 54 16" />,
  plus: <path d="M32 12v40M12 32h40" />,
  minus: <path d="M12 32h40" />,
  cross: <path d="M16 16l32 32M48 16 16 48" />,
  erase: <><path className="tint" d="M22 14h34a4 4 0 0 1 4 4v28a4 4 0 0 1-4 4H22L4 32z" /><path d="m30 24 16 16M46 24 30 40" /></>,
  end: <><path className="tint" d="M36 8H12v48h24" /><path d="M26 32h32M46 20l12 12-12 12" /></>,
  phone: <path className="tint" d="M14 6h10l6 15-8 6c3 7 8 12 15 15l6-8 15 6v10a6 6 0 0 1-7 6C26 54 10 38 8 13a6 6 0 0 1 6-7z" />,
  letters: <><path d="M4 50 14 24l10 26M8 41h12" /><path d="M28 50 44 10l16 40M34 36h20" /></>,
  contrast: <><circle className="paper" cx="32" cy="32" r="25" /><path className="half" d="M32 7a25 25 0 0 1 0 50z" /></>,
  reach: <><circle cx="26" cy="10" r="6" /><path d="M26 19v17h14l8 14h7" /><path d="M26 26h12" /><path d="M20 28a15 15 0 1 0 20 20" /></>,
  speaker: <><path className="tint" d="M6 24h12l16-14v44L18 40H6z" /><path d="M42 22c5 6 5 14 0 20M50 14c9 11 9 25 0 36" /></>,
  globe: <><circle className="tint" cx="32" cy="32" r="25" /><path d="M7 32h50M32 7c-18 16-18 34 0 50M32 7c18 16 18 34 0 50" /></>,
  warning: <><path className="accent" d="M32 7 60 56H4z" /><path d="M32 24v16M32 48v1" /></>,
  stop: <><path className="accent" d="M21 5h22l16 16v22L43 59H21L5 43V21z" /><path d="M32 17v19M32 46v1" /></>,
  plugOut: <><path d="M3 32h8M53 32h8M24 26h8M24 38h8M33 12l-2 6M39 50l2 6M42 10l-4 6M30 48l-4 6" /><path className="tint" d="M11 20h7a6 6 0 0 1 6 6v12a6 6 0 0 1-6 6h-7z" /><path className="accent" d="M53 18h-8a6 6 0 0 0-6 6v16a6 6 0 0 0 6 6h8z" /></>,
  wait: <><circle className="tint" cx="32" cy="32" r="25" /><path d="M32 16v16l11 8" /></>,
  pencil: <><path className="accent" d="M42 8 56 22 24 54 8 56l2-16z" /><path d="m36 14 14 14" /></>,
  document: <><path className="tint" d="M12 5h28l12 12v42H12z" /><path d="M40 5v12h12M21 28h22M21 38h22M21 48h14" /></>,
  purpose: <><circle className="tint" cx="28" cy="28" r="20" /><path d="m43 43 16 16" /><path className="accent" d="M28 18c-9 0-13 10-13 10s4 10 13 10 13-10 13-10-4-10-13-10z" /><circle className="paper" cx="28" cy="28" r="4" /></>,
  never: <><circle className="accent" cx="32" cy="32" r="25" /><path d="m15 15 34 34" /></>,
  right: <><circle className="tint" cx="24" cy="18" r="12" /><path className="tint" d="M4 58c0-14 8-22 20-22s20 8 20 22z" /><path className="accent" d="m44 26 6 6 11-13" /></>,
} as const satisfies Readonly<Record<string, ReactNode>>;
