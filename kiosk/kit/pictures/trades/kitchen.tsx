/* Kitchens and dining halls. */
import { Person, type TradeDrawings } from './parts.tsx';

export const kitchen: TradeDrawings = {
  dishes: <>
    <circle className="tint" cx="40" cy="46" r="32" /><circle className="paper" cx="40" cy="46" r="18" />
    <path className="accent" d="M56 64h30a5 5 0 0 1 5 5v14a5 5 0 0 1-5 5H56a5 5 0 0 1-5-5V69a5 5 0 0 1 5-5z" />
    <circle className="paper" cx="78" cy="16" r="7" /><circle className="paper" cx="88" cy="34" r="5" /><circle className="paper" cx="66" cy="10" r="4" />
    <path d="M62 74h8M76 80h6" />
  </>,
  wok: <>
    <path className="tint" d="M4 42h66c0 20-14 32-33 32S4 62 4 42z" />
    <path className="accent" d="M70 40h22v8H68z" />
    <path d="M14 34c6-6 10 4 16-2s10 4 16-2 8 2 14-2" />
    <path className="accent" d="M22 92c-8-6 0-10 0-16 8 4 8 10 4 16zM44 92c-8-6 0-10 0-16 8 4 8 10 4 16z" />
    <path d="M24 22c-4-5 4-8 0-14M42 22c-4-5 4-8 0-14" />
  </>,
  dumpling: <>
    <path className="paper" d="M8 40c10-22 32-30 44-20 10 8 4 20-6 22-12 4-26 2-38-2z" />
    <path d="M22 26l4 6M34 18l2 8M46 18l-2 8" />
    <path className="tint" d="M6 56h84v12H6zM6 74h84v14H6z" />
    <path className="accent" d="M56 52c0-12 10-18 18-18s18 6 18 18z" />
    <path d="M74 34v-6M68 44l2-6M80 44l-2-6" />
  </>,
  knife: <>
    <path className="tint" d="M6 12h56v30H18C10 36 6 26 6 12z" />
    <path className="accent" d="M62 16h28a6 6 0 0 1 0 14H62z" />
    <path className="tint" d="M4 76h88v12H4z" />
    <path className="accent" d="M20 76a12 12 0 0 1 24 0z" /><path className="paper" d="M54 76V56h8v20zM66 76V60h8v16zM78 76V56h8v20z" />
  </>,
  tray: <>
    <path className="tint" d="M14 48a34 30 0 0 1 68 0z" />
    <circle className="accent" cx="48" cy="14" r="5" />
    <path className="accent" d="M6 48h84v8H6z" />
    <path className="paper" d="M28 62h40c6 0 6 8 0 8H54l-4 18H34l-6-14z" />
    <path d="M28 42c2-8 8-13 14-14" />
  </>,
  waiter: <>
    <Person x={36} y={34} />
    <path className="accent" d="m30 52 6 4 6-4v8l-6-4-6 4z" />
    <path d="M50 62 70 44" />
    <path className="accent" d="M58 36h34v6H58z" />
    <path className="tint" d="M66 36V18h18v18z" /><path d="M84 22c8 0 8 10 0 10" />
    <path d="M22 28c2-14 26-14 28 0" />
  </>,
  banquet: <>
    <ellipse className="tint" cx="48" cy="58" rx="42" ry="16" />
    <path d="M6 58v10c4 8 24 14 42 14s38-6 42-14V58" />
    <ellipse className="paper" cx="48" cy="54" rx="16" ry="6" />
    <path className="accent" d="M36 52c0-14 24-14 24 0z" />
    <circle className="accent" cx="20" cy="58" r="5" /><circle className="accent" cx="76" cy="58" r="5" /><circle className="accent" cx="48" cy="68" r="4" />
    <path d="M40 30c-4-5 4-8 0-14M56 30c-4-5 4-8 0-14" />
  </>,
  loaf: <>
    <path className="accent" d="M12 46c-12-14 2-30 18-26h38c16-4 30 12 16 26v34H12z" />
    <path d="M32 26 26 40M50 24l-6 14M68 26l-6 14" />
    <path className="tint" d="M4 80h88v8H4z" />
    <path className="paper" d="M26 52h44v18H26z" />
    <path d="M34 58h20M34 64h12" />
  </>,
};
