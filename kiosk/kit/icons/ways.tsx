/* Ways of choosing people and of keeping account, in the line style of the trades: talk, lots, turns, one by name, a sealed price, again, record. */
import type { ReactNode } from 'react';

export const ways = {
  open: <><circle className="tint" cx="15" cy="24" r="8" /><path className="tint" d="M3 58c0-14 5-22 12-22s12 8 12 22z" /><circle className="accent" cx="49" cy="24" r="8" /><path className="accent" d="M37 58c0-14 5-22 12-22s12 8 12 22z" /><path d="M22 8h20v10h-6l-4 5-4-5h-6z" /></>,
  draw: <><path className="tint" d="M8 30h48l-4 28H12z" /><path className="paper" d="M18 30 14 8h11l3 22zM36 30l3-22h11l-4 22z" /><path className="accent" d="M27 30V4h10v26z" /><path d="M20 42h24" /></>,
  rotation: <><circle className="tint" cx="14" cy="40" r="7" /><circle className="tint" cx="32" cy="40" r="7" /><circle className="accent" cx="50" cy="40" r="7" /><path d="M50 26C46 10 18 10 14 26m-6-6 6 8 8-6M8 56h48" /></>,
  named: <><circle className="accent" cx="24" cy="20" r="11" /><path className="accent" d="M6 58c0-16 7-24 18-24s18 8 18 24z" /><path className="paper" d="M40 8h20v18H46l-6 6z" /><path d="m45 17 4 4 7-8" /></>,
  sealed: <><path className="paper" d="M5 15h54v36H5z" /><path d="m5 15 27 22 27-22" /><circle className="accent" cx="32" cy="37" r="8" /></>,
  again: <><path className="paper" d="M20 22h24v32H20z" /><path d="M26 32h12M26 40h12M8 34C8 16 20 6 34 6c9 0 15 4 19 10m1-12v13H41" /></>,
  record: <><path className="tint" d="M12 10h40v48H12z" /><path className="paper" d="M22 5h20v11H22z" /><path d="m20 28 4 4 7-8M20 44l4 4 7-8M38 30h8M38 46h8" /></>,
} as const satisfies Readonly<Record<string, ReactNode>>;
