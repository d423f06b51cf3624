/* Gardens, fields and stables. */
import { Ground, type TradeDrawings } from './parts.tsx';

export const fields: TradeDrawings = {
  apple: <>
    <path className="accent" d="M48 30c-8-8-34-8-34 18 0 22 16 42 26 42 4 0 5-2 8-2s4 2 8 2c10 0 26-20 26-42 0-26-26-26-34-18z" />
    <path d="M48 30c0-10 2-16 8-22" />
    <path className="tint" d="M56 22c4-12 16-14 24-12-2 10-12 16-24 12z" />
    <path d="M26 48c0-6 4-9 8-10" />
  </>,
  cabbage: <>
    <path className="tint" d="M48 90C22 92 4 74 8 52c2-8 8-10 10-16 4-12 14-18 22-18 4-6 12-6 16 0 8 0 18 6 22 18 2 6 8 8 10 16 4 22-14 40-40 38z" />
    <path className="accent" d="M48 84c-16-2-24-18-16-34 4-8 10-12 16-18 6 6 12 10 16 18 8 16 0 32-16 34z" />
    <path d="M48 84V44M48 62 38 54M48 72l11-9M22 44c-6 14-2 28 10 38M74 44c6 14 2 28-10 38" />
  </>,
  greenhouse: <>
    <path className="tint" d="M6 84V54a42 36 0 0 1 84 0v30z" />
    <path d="M26 84V26M48 84V18M70 84V26M8 48h80" />
    <path className="accent" d="M40 84c0-10-4-14-12-14 0 10 4 14 12 14zM40 84c0-10 4-14 12-14 0 10-4 14-12 14zM68 84c0-8-3-11-9-11 0 8 3 11 9 11zM68 84c0-8 3-11 9-11 0 8-3 11-9 11z" />
    <Ground y={86} />
  </>,
  sapling: <>
    <path d="M48 74V26" />
    <path className="tint" d="M48 46C30 46 22 36 20 20c18 0 28 10 28 26z" />
    <path className="tint" d="M48 36c0-16 8-26 26-28 2 18-8 28-26 28z" />
    <path className="accent" d="M22 74c6-12 46-12 52 0l8 14H14z" />
    <path d="M32 82h6M52 84h8" />
  </>,
  sprayer: <>
    <path className="accent" d="M10 26h36a6 6 0 0 1 6 6v50a6 6 0 0 1-6 6H10a6 6 0 0 1-6-6V32a6 6 0 0 1 6-6z" />
    <path className="tint" d="M18 12h20v14H18z" />
    <path d="M14 26c-6 18-6 36 0 54M52 70c14 6 16-12 16-26l8-28" />
    <path d="M80 16l10-6M80 22l12 2M78 28l10 8" />
    <path className="paper" d="M22 44h20v22H22z" />
  </>,
  shears: <>
    <path className="tint" d="M46 50 18 6c-6 8-6 16 0 24zM50 50 78 6c6 8 6 16 0 24z" />
    <path className="accent" d="M46 50 26 86a8 8 0 0 1-10-8zM50 50l20 36a8 8 0 0 0 10-8z" />
    <circle className="paper" cx="48" cy="50" r="6" />
  </>,
  hen: <>
    <path className="tint" d="M12 40c8 6 14 8 22 6 4-14 8-24 20-24 10 0 14 8 14 18 0 26-12 40-30 40-18 0-28-20-26-40z" />
    <path className="accent" d="M46 22c0-8 4-8 6-4 2-8 8-8 8 0 6-2 8 2 4 8zM68 36l12 4-12 5z" />
    <circle cx="57" cy="34" r="1.5" />
    <path d="M32 80v10M44 79v11M26 90h10M40 90h10M28 54c6 8 16 8 22 0" />
    <path className="accent" d="M66 90a10 12 0 0 1 22 0z" />
  </>,
  sack: <>
    <path className="accent" d="M26 26h36c14 16 20 32 16 54a8 8 0 0 1-8 8H18a8 8 0 0 1-8-8c-4-22 2-38 16-54z" />
    <path className="tint" d="M22 10h44l-6 16H28z" />
    <path d="M26 26h36" />
    <path className="paper" d="M34 70c0-10 3-16 8-20 5 4 8 10 8 20zM50 70c0-10 3-16 8-20 5 4 8 10 8 20z" transform="translate(-6 0)" />
    <path d="M86 88V40m-5 6 5-8 5 8m-10 12 5-6 5 6" />
  </>,
};
