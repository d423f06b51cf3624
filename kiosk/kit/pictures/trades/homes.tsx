/* Cleaning and homes: floors, windows, cooking, people who are cared for. */
import { Ground, type TradeDrawings } from './parts.tsx';

export const homes: TradeDrawings = {
  bucket: <>
    <path className="tint" d="M10 40h50l-7 48H17z" />
    <path d="M10 40c0-34 50-34 50 0" />
    <path className="accent" d="M12 52h46l-1.5 12h-43z" />
    <path d="M82 6v50" />
    <path className="accent" d="M70 56h24v10H70z" />
    <path d="M72 66v18M78 66v22M84 66v22M92 66v18" />
  </>,
  squeegee: <>
    <path className="tint" d="M6 6h60v74H6z" />
    <path className="paper" d="M6 44h44v36H6z" />
    <path d="M16 18l14 14M16 34l8 8" />
    <path className="accent" d="m44 36 26 12-5 10-26-12z" />
    <path className="tint" d="m58 52 8 4 22 30-8 6z" />
  </>,
  pot: <>
    <path className="tint" d="M14 40h68v36a12 12 0 0 1-12 12H26a12 12 0 0 1-12-12z" />
    <path className="accent" d="M10 32h76v10H10z" />
    <path className="accent" d="M42 22h12v10H42z" />
    <path d="M14 50H4v10h10M82 50h10v10H82M34 14c-4-5 4-6 0-12M62 14c-4-5 4-6 0-12" />
  </>,
  carer: <>
    <circle className="paper" cx="34" cy="20" r="10" />
    <path className="accent" d="M22 34h24l4 30H24z" />
    <path d="M24 64v8h28l6 16h10" />
    <circle className="tint" cx="32" cy="76" r="15" /><circle className="paper" cx="32" cy="76" r="4" />
    <circle className="paper" cx="76" cy="22" r="9" />
    <path className="tint" d="M64 60c0-20 4-26 12-26s14 6 14 26z" />
    <path d="M66 46 48 50M70 60v28M84 60v28" />
  </>,
  cradle: <>
    <path className="tint" d="M12 40h72c0 24-14 36-36 36S12 64 12 40z" />
    <path className="accent" d="M40 40c0-22 44-26 44 0z" />
    <circle className="paper" cx="30" cy="34" r="9" />
    <path d="M10 78c20 14 56 14 76 0M26 34h1M33 34h1M28 39h4M18 12c4 4 0 8 4 12" />
  </>,
  baby: <>
    <circle className="paper" cx="48" cy="30" r="20" />
    <path d="M40 28v2M56 28v2M42 38c3 4 9 4 12 0M44 12c2-6 8-6 8 0" />
    <path className="accent" d="M22 52c10-8 42-8 52 0 10 14 4 36-26 36S12 66 22 52z" />
    <path className="tint" d="M30 60c12 12 30 14 42 0M26 76c14-2 30-8 44-20" />
  </>,
  bed: <>
    <path d="M8 26v60M88 52v34" />
    <path className="tint" d="M8 52h80v20H8z" />
    <path className="accent" d="M40 44h48v14H40z" />
    <path className="paper" d="M12 42h26v12H12z" />
    <circle className="paper" cx="26" cy="38" r="9" />
    <path className="accent" d="M66 6h10v8h8v10h-8v8H66v-8h-8V14h8z" />
  </>,
  wardrobe: <>
    <path className="tint" d="M10 8h76v74H10z" />
    <path className="paper" d="M16 14h30v62H16z" />
    <path d="M16 24h30M54 40v10M52 14v62" />
    <path className="accent" d="M22 30h18l3 26H19z" />
    <path d="M31 24v6M58 66h22M16 66h30M18 82v8M78 82v8" />
  </>,
  bin: <>
    <path className="tint" d="M20 28h48l-5 60H25z" />
    <path className="accent" d="M14 18h60v10H14z" />
    <path className="accent" d="M36 10h16v8H36z" />
    <path d="M34 38l2 40M44 38v40M54 38l-2 40" />
    <circle className="paper" cx="82" cy="80" r="8" /><path d="M76 52l12-6" />
    <Ground y={90} />
  </>,
};
