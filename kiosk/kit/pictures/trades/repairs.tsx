/* Fitting and repair: air, water, current, cars. */
import { Ground, Wheel, type TradeDrawings } from './parts.tsx';

export const repairs: TradeDrawings = {
  airConditioner: <>
    <path className="tint" d="M6 14h84v36H6z" />
    <path className="accent" d="M14 38h68v8H14z" />
    <path d="M66 24h14" />
    <path d="M24 60c-6 6 6 10 0 18M48 60c-6 6 6 10 0 18M72 60c-6 6 6 10 0 18M20 84l4 6 4-6M44 84l4 6 4-6M68 84l4 6 4-6" />
  </>,
  washer: <>
    <path className="tint" d="M16 6h64v82H16z" />
    <circle className="paper" cx="48" cy="54" r="24" />
    <path className="accent" d="M26 56c8-8 14 6 22 0s14 4 22-2a22 22 0 0 1-44 2z" />
    <circle className="accent" cx="68" cy="17" r="5" />
    <path d="M24 17h22M22 88v4M74 88v4" />
  </>,
  chair: <>
    <path className="tint" d="M22 6h36v38H22z" />
    <path className="accent" d="M16 46h50v12H16z" />
    <path d="M20 58v32M62 58v32M20 74h42M30 12v26M40 12v26M50 12v26" />
    <path className="accent" d="M74 56h14v10H74z" /><path d="M81 66v22M76 20v22M86 20v22M81 42v14" />
  </>,
  drain: <>
    <path d="M48 4v36" />
    <path className="tint" d="M44 4h8v34h-8z" />
    <path className="accent" d="M26 58c0-26 44-26 44 0z" />
    <path className="accent" d="M22 58h52v8H22z" />
    <path className="tint" d="M8 74h80v16H8z" />
    <path className="paper" d="M30 74h36v8H30z" />
    <path d="M14 54l-8-6M82 54l8-6M14 66H4M82 66h10" />
  </>,
  lightning: <>
    <path className="tint" d="M14 6h68v84H14z" />
    <path className="accent" d="M54 16 28 54h16l-6 28 30-40H52z" />
    <path d="M22 14h1M73 14h1M22 82h1M73 82h1" />
  </>,
  billboard: <>
    <path className="tint" d="M6 8h84v44H6z" />
    <path className="accent" d="M16 18h28v24H16z" />
    <path d="M52 22h28M52 32h22M52 42h14M26 52v38M70 52v38M26 72l44-12M20 90h12M64 90h12" />
  </>,
  spanner: <>
    <path className="tint" d="M14 54h68l6 12v14H8V66zM22 54l8-18h36l8 18z" />
    <circle className="paper" cx="24" cy="80" r="8" /><circle className="paper" cx="72" cy="80" r="8" />
    <g transform="rotate(48 52 24)"><path className="accent" d="M46 22 44 6l8-4v10h6V2l8 4-3 16-4 4v34h-9V26z" /></g>
  </>,
  carWash: <>
    <path className="tint" d="M10 58h76l4 10v14H6V68zM20 58l10-18h36l10 18z" />
    <path d="M48 40v18" />
    <Wheel x={24} y={82} r={8} /><Wheel x={72} y={82} r={8} />
    <circle className="paper" cx="22" cy="30" r="7" /><circle className="paper" cx="36" cy="22" r="5" /><circle className="paper" cx="12" cy="18" r="4" />
    <path className="accent" d="M62 10h24v12H62zM70 22h8v6h-8z" />
    <path d="M66 32v4M74 34v4M82 32v4" />
  </>,
  cable: <>
    <circle className="tint" cx="38" cy="42" r="32" /><circle className="paper" cx="38" cy="42" r="12" />
    <path d="M38 22a20 20 0 0 1 20 20M38 16a26 26 0 0 1 26 26M70 42c0 30-20 44-44 44" />
    <path className="accent" d="M62 70h20v18H62z" />
    <path d="M82 74h8M82 84h8M62 79H44" /><Ground y={92} />
  </>,
};
