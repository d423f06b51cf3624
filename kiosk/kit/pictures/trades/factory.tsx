/* Factory floors: packing, sewing, cutting, assembling, machines. */
import type { TradeDrawings } from './parts.tsx';

export const factory: TradeDrawings = {
  parcel: <>
    <path className="tint" d="M10 34 48 16l38 18v40L48 92 10 74z" />
    <path className="accent" d="m10 34 38 18 38-18-12-6-38 18-13-6z" />
    <path d="M10 34 48 52l38-18M48 52v40M28 25l38 18v14" />
  </>,
  sewing: <>
    <path className="tint" d="M10 22h66a10 10 0 0 1 10 10v38H66V44H30v10H18V40h-8z" />
    <path className="accent" d="M4 70h88v16H4z" />
    <path d="M24 54v14" />
    <circle className="paper" cx="76" cy="56" r="6" />
    <path className="accent" d="M48 8h12v14H48z" />
    <path d="M54 22C40 30 28 40 24 54" />
  </>,
  scissors: <>
    <path d="M30 64 76 8M66 64 20 8" />
    <circle className="accent" cx="24" cy="74" r="14" /><circle className="paper" cx="24" cy="74" r="6" />
    <circle className="accent" cx="72" cy="74" r="14" /><circle className="paper" cx="72" cy="74" r="6" />
    <circle className="tint" cx="48" cy="43" r="5" />
  </>,
  circuit: <>
    <path className="tint" d="M8 8h80v80H8z" />
    <path className="accent" d="M34 34h28v28H34z" />
    <path d="M40 34V18h-16M56 34V20h20M34 48H18v20M62 42h14v-8M62 56h16v20M46 62v16H26M56 62v12" />
    <circle className="paper" cx="22" cy="18" r="4" /><circle className="paper" cx="78" cy="20" r="4" /><circle className="paper" cx="18" cy="72" r="4" /><circle className="paper" cx="78" cy="78" r="4" />
  </>,
  magnifier: <>
    <path className="paper" d="M8 30h44v58H8z" />
    <path d="M18 64h20M18 74h16" />
    <circle className="tint" cx="50" cy="34" r="24" />
    <path d="m40 34 8 8 14-16" />
    <path className="accent" d="m66 52 6-6 20 22-8 8z" />
  </>,
  lathe: <>
    <path className="tint" d="M6 24h26v40H6z" />
    <path className="paper" d="M32 34h8v20h-8z" />
    <path className="accent" d="M40 38h30v12H40z" />
    <path className="tint" d="M74 32h16v32H74zM6 70h84v16H6z" />
    <path d="M70 44h4M56 50v20M50 70h12M52 30c4-6 8 0 4-8s6-8 10-4" />
  </>,
  vice: <>
    <path className="tint" d="M10 34h24v22H10zM62 34h22v22H62z" />
    <path className="accent" d="M34 22h28v20H34z" />
    <path d="M34 56h28M84 45h8M92 36v18" />
    <path className="tint" d="M22 56h40v12H22zM30 68h24l6 20H24z" />
    <path className="accent" d="M10 28h24v10H10zM62 28h22v10H62z" />
  </>,
  press: <>
    <path className="tint" d="M10 6h76v16H10zM10 76h76v14H10z" />
    <path d="M18 22v54M78 22v54" />
    <path className="accent" d="M34 36h28v18H34z" />
    <path className="paper" d="M40 22h16v14H40z" />
    <path className="tint" d="M30 66h36v10H30z" />
    <path d="M24 60l-6-4M72 60l6-4" />
  </>,
  grinder: <>
    <circle className="tint" cx="26" cy="56" r="22" /><circle className="paper" cx="26" cy="56" r="6" />
    <path className="accent" d="M32 40h34a8 8 0 0 1 8 8v6a8 8 0 0 1-8 8H34z" />
    <path d="M74 51h18M56 40V26h-12" />
    <path d="M8 80 2 90M20 84l-4 10M32 84v10M42 78l6 8" />
  </>,
  sprayGun: <>
    <path className="tint" d="M34 30h44v14H34z" />
    <path className="accent" d="M44 6h22l-4 24H48z" />
    <path className="tint" d="M62 44h14l8 40H70z" />
    <path d="M62 52c-6 2-8 6-6 12M34 37h-6M22 30 6 22M20 37H4M22 44 6 52" />
  </>,
  mould: <>
    <path className="tint" d="M8 12h32v26H8z" />
    <path className="accent" d="M14 38h20l-6 16h-8z" />
    <path d="M24 54v8" />
    <path className="tint" d="M6 64h36v24H6z" />
    <path className="paper" d="M14 72c0-6 20-6 20 0v8H14z" />
    <path className="accent" d="M58 60c0-14 28-14 28 0v26H58z" /><path d="M66 46c0-10 12-10 12 0M48 74h6" />
  </>,
  boiler: <>
    <path className="tint" d="M14 20h50v68H14z" />
    <circle className="paper" cx="39" cy="36" r="9" /><path d="m39 36 4-5" />
    <path className="accent" d="M26 56h26v24H26z" />
    <path className="paper" d="M39 60c4 6 8 8 8 13 0 4-4 7-8 7s-8-3-8-7c0-5 6-7 8-13z" />
    <path d="M64 30h16v58M28 20v-8M50 20v-8M76 14c-4-4 4-6 0-10M88 18c-4-4 4-6 0-10" />
  </>,
};
