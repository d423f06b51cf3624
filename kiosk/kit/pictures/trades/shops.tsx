/* Shops and events: selling, tills, stages, weddings. */
import { Ground, Person, type TradeDrawings } from './parts.tsx';

export const shops: TradeDrawings = {
  megaphone: <>
    <path className="accent" d="M22 36 70 10v60L22 56z" />
    <path className="tint" d="M8 36h14v20H8z" />
    <path className="tint" d="m24 57 14 4 6 26H32z" />
    <path d="M80 28l10-6M80 40h12M80 52l10 6" />
  </>,
  basket: <>
    <path className="tint" d="M18 34h64l-8 36H28z" />
    <path d="M4 14h10l14 56h48M38 34l4 36M52 34v36M66 34l-4 36M22 48h58" />
    <path className="accent" d="M34 14h14v20H34zM54 20h16v14H54z" />
    <circle className="paper" cx="36" cy="82" r="7" /><circle className="paper" cx="68" cy="82" r="7" />
  </>,
  till: <>
    <path className="tint" d="M10 46h76l6 24H4zM4 70h88v18H4z" />
    <path className="accent" d="M54 14h32v20H54z" />
    <path className="paper" d="M18 8h22v38H18z" />
    <path d="M70 34v12M24 18h10M24 26h10M24 54h6M38 54h6M52 54h6M66 54h6M22 62h6M38 62h6M54 62h6M70 62h6M40 79h16" />
  </>,
  leaflet: <>
    <Person x={28} y={26} />
    <path className="paper" d="m56 22 22-8 12 34-22 8z" />
    <path className="accent" d="m48 40 22-8 12 34-22 8z" />
    <path d="m56 48 10-4M59 56l12-4M40 58l12-2M10 74h36" />
  </>,
  stage: <>
    <path className="tint" d="M8 16h80v46H8z" />
    <path d="M8 8v62M88 8v62M8 16 24 8M24 16l16-8M40 16l16-8M56 16l16-8M72 16l16-8M8 8h80" />
    <path className="accent" d="M4 70h88v16H4z" />
    <path className="accent" d="M28 28h40v24H28z" />
    <path d="M36 36h24M36 44h14M20 86v6M76 86v6" />
  </>,
  ribbon: <>
    <circle className="paper" cx="48" cy="18" r="11" />
    <path className="tint" d="M26 90c-2-36 6-56 22-56s24 20 22 56z" />
    <path className="accent" d="m34 40 8-5 28 50v5h-8z" />
    <path d="M28 60 14 50M68 60l14-10" />
    <path d="M40 8c4-6 14-6 18 0" />
  </>,
  clapper: <>
    <path className="tint" d="M8 40h80v48H8z" />
    <path className="accent" d="M8 28h80v12H8z" />
    <path className="accent" d="M8 26 84 6l3 11L11 38z" />
    <path d="m26 22 8 9M46 16l8 9M64 12l8 9M26 28l8 12M46 28l8 12M66 28l8 12" />
    <path className="paper" d="m42 54 18 10-18 11z" />
  </>,
  lantern: <>
    <path d="M48 2v10" />
    <path className="tint" d="M34 12h28v10H34zM34 66h28v8H34z" />
    <path className="accent" d="M34 22h28c22 8 22 36 0 44H34c-22-8-22-36 0-44z" />
    <path d="M48 22v44M38 22c-10 12-10 32 0 44M58 22c10 12 10 32 0 44M42 74v16M48 74v18M54 74v16" />
  </>,
};

/* Guarding. */
export const watch: TradeDrawings = {
  shield: <>
    <Person x={48} y={34} />
    <path className="accent" d="M32 26c0-16 32-16 32 0l6 6H26z" />
    <path className="accent" d="M48 10l3 5-3 3-3-3z" />
    <path className="paper" d="M62 58 78 64v10c0 9-6 14-16 18-10-4-16-9-16-18V64z" />
    <path d="m55 75 6 6 9-11" />
  </>,
  gate: <>
    <path className="tint" d="M6 30h28v58H6z" />
    <path className="paper" d="M12 40h16v20H12z" />
    <path d="M2 30 20 14l18 16" />
    <path className="accent" d="M34 56h58v10H34z" />
    <path d="M46 56l-6 10M62 56l-6 10M78 56l-6 10M86 66v22" />
    <circle className="paper" cx="20" cy="50" r="5" /><Ground y={90} />
  </>,
  parking: <>
    <path className="tint" d="M8 6h44v44H8z" />
    <path d="M22 42V16h9a8 8 0 0 1 0 16h-9" />
    <path d="M30 50v40" />
    <path className="accent" d="M46 70h42l4 8v10H42V78zM52 70l6-12h20l6 12z" />
    <circle className="paper" cx="54" cy="88" r="5" /><circle className="paper" cx="80" cy="88" r="5" />
    <path d="M64 24h22m-7-8 8 8-8 8" />
  </>,
  vest: <>
    <path className="accent" d="M26 8h12c0 12 20 12 20 0h12l14 18-8 14v48H20V40l-8-14z" />
    <path className="paper" d="M20 52h56v10H20z" />
    <path d="M48 18v70M34 12v40M62 12v40" />
  </>,
};
