/* Building sites: concrete, plaster, tiles, roofs, trenches, windows, ropes, roads. */
import { Ground, Person, type TradeDrawings } from './parts.tsx';

export const site: TradeDrawings = {
  mixer: <>
    <path className="accent" d="M20 40 34 14l34 18-4 34-26 2z" />
    <path d="M34 14 24 8M68 32l8-6M30 24l36 19M25 33l40 20" />
    <path className="tint" d="M30 66h36l8 20H22z" />
    <circle className="paper" cx="28" cy="84" r="7" /><circle className="paper" cx="68" cy="84" r="7" />
    <path d="M12 10c4 4 2 8 6 10M8 20c4 2 4 4 8 4" />
  </>,
  plaster: <>
    <path className="paper" d="M8 8h50v80H8z" />
    <path className="tint" d="M8 8h50v34c-12-8-18 8-28 2S16 50 8 44z" />
    <path className="accent" d="m44 54 34-18 8 14-34 18z" />
    <path d="m62 52 8 14" />
    <path className="tint" d="m64 66 8-4 14 22-8 5z" />
  </>,
  tile: <>
    <path className="tint" d="M8 8h24v24H8zM36 8h24v24H36zM64 8h24v24H64zM8 36h24v24H8zM8 64h24v24H8zM36 64h24v24H36z" />
    <path className="accent" d="m42 40 23-8 9 23-23 8z" />
    <path className="paper" d="M70 56c6-6 18-4 18 6v26H76V68c-4 2-9-1-6-12z" />
    <path d="M76 68h12" />
  </>,
  membrane: <>
    <path className="paper" d="M6 56h84v32H6z" />
    <path className="tint" d="M6 56h46v32H6z" />
    <circle className="accent" cx="58" cy="54" r="20" />
    <path d="M58 54m-12 0a12 12 0 1 1 12 12 7 7 0 0 1 0-14M6 72h40" />
    <path className="accent" d="M16 16c5 7 7 10 7 14a7 7 0 0 1-14 0c0-4 2-7 7-14zM34 26c4 6 6 9 6 12a6 6 0 0 1-12 0c0-3 2-6 6-12z" />
    <path d="M84 12 70 30" />
  </>,
  formwork: <>
    <path className="tint" d="M14 20h20v62H14zM62 20h20v62H62z" />
    <path className="paper" d="M34 28h28v54H34z" />
    <path d="M34 34l28 40M62 34 34 74M8 30h80M8 54h80M8 74h80" />
    <path className="accent" d="M40 8h16v14H40z" />
    <Ground y={88} />
  </>,
  sledgehammer: <>
    <path className="tint" d="M50 50h38v12H50zM58 64h38v24H58zM40 66h16v22H40z" />
    <path d="m52 50-6-8M66 46l2-10M80 48l6-8" />
    <g transform="rotate(-42 40 40)">
      <path className="tint" d="M36 26h7v56h-7z" />
      <path className="accent" d="M22 8h36v20H22z" />
    </g>
  </>,
  trench: <>
    <path className="tint" d="M4 46h26l8 42H4zM92 46H68l-8 42h32z" />
    <path d="M4 46h26M92 46H68M38 88h22" />
    <g transform="rotate(24 56 36)">
      <path className="tint" d="M50 8h6v40h-6z" />
      <path className="tint" d="M44 4h18v8H44z" />
      <path className="accent" d="M42 46h22v12c0 8-5 13-11 18-6-5-11-10-11-18z" />
    </g>
    <path d="M10 38c4-6 10-6 14 0M14 30c2-4 6-4 8 0" />
  </>,
  ceiling: <>
    <path className="tint" d="M6 10h84v14H6z" />
    <path className="accent" d="M30 30h36v12H30z" />
    <path d="M20 24v12M76 24v12M34 10v14M62 10v14" />
    <Person x={48} y={60} />
    <path d="M34 80 24 48M62 80l10-32" />
  </>,
  window: <>
    <path className="paper" d="M10 8h50v66H10z" />
    <path className="tint" d="M16 14h17v26H16zM37 14h17v26H37zM16 44h17v24H16zM37 44h17v24H37z" />
    <path d="M4 76h62" />
    <g transform="rotate(32 74 60)">
      <path className="accent" d="M68 58h14v26a4 4 0 0 1-4 4h-6a4 4 0 0 1-4-4z" />
      <path d="M75 58V34M71 34h8" />
    </g>
  </>,
  pipe: <>
    <path className="tint" d="M6 22h30v20H6z" />
    <path className="tint" d="M36 22h10c16 0 26 10 26 26v14H52V50c0-5-3-8-8-8h-8z" />
    <path className="tint" d="M52 62h20v28H52z" />
    <path className="accent" d="M30 16h12v32H30zM46 58h32v12H46z" />
    <path className="accent" d="M18 62c6 8 9 12 9 17a9 9 0 0 1-18 0c0-5 3-9 9-17z" />
  </>,
  rope: <>
    <path className="tint" d="M56 4h36v84H56z" />
    <path className="paper" d="M64 12h9v14h-9zM78 12h9v14h-9zM64 34h9v14h-9zM78 34h9v14h-9zM64 56h9v14h-9zM78 56h9v14h-9z" />
    <path d="M30 2v40" />
    <circle className="paper" cx="30" cy="34" r="9" />
    <path className="accent" d="M18 46h24v22H18z" />
    <path d="M22 68v16M38 68v14M42 50l14-8M18 50l-8 14" />
    <path className="accent" d="M50 36h6v14h-6z" />
  </>,
  roadRoller: <>
    <circle className="tint" cx="26" cy="66" r="22" /><circle className="paper" cx="26" cy="66" r="8" />
    <path className="accent" d="M40 44h42v26H50z" />
    <path className="tint" d="M54 18h30v26H54z" />
    <path d="M54 18h34M34 48l12-4" />
    <circle className="paper" cx="76" cy="74" r="14" /><circle cx="76" cy="74" r="4" />
    <Ground />
  </>,
  hook: <>
    <path d="M48 4v22M40 4h16" />
    <path className="tint" d="M38 22h20v14H38z" />
    <path className="accent" d="M44 36h8v12c10 2 14 8 14 15a18 18 0 0 1-36 0h9a9 9 0 0 0 18 0c0-5-4-7-13-8z" />
    <path d="M26 88l22-8 22 8M12 60c-4-8-4-18 0-26M4 66c-6-12-6-26 0-38M84 60c4-8 4-18 0-26M92 66" />
    <path d="M30 88v4M42 88v4M54 88v4M66 88v4" />
  </>,
};
