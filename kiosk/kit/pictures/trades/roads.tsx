/* On the road and in the store: lorries, forklifts, parcels, diggers. */
import { Ground, Wheel, type TradeDrawings } from './parts.tsx';

export const roads: TradeDrawings = {
  lorry: <>
    <path className="tint" d="M4 18h54v50H4z" />
    <path className="accent" d="M58 32h18l16 18v18H58z" />
    <path className="paper" d="M64 38h10l9 12H64z" />
    <Wheel x={20} y={72} /><Wheel x={40} y={72} /><Wheel x={76} y={72} />
    <path d="M14 30h34M14 42h34" /><Ground y={86} />
  </>,
  wheel: <>
    <circle className="tint" cx="48" cy="48" r="42" /><circle className="paper" cx="48" cy="48" r="31" />
    <path className="accent" d="M18 42h60v12H60c-2 8-6 12-6 24H42c0-12-4-16-6-24H18z" />
    <circle className="paper" cx="48" cy="49" r="6" />
  </>,
  forklift: <>
    <path className="accent" d="M12 46h34l8 24H8V54z" />
    <path d="M18 46V14h24l10 40M60 8v70h32" />
    <path className="tint" d="M64 44h26v26H64z" />
    <path d="M74 44v10h7V44" />
    <Wheel x={20} y={76} r={10} /><Wheel x={48} y={76} r={8} />
    <Ground />
  </>,
  sorting: <>
    <path className="tint" d="M4 58h88v14H4z" />
    <Wheel x={16} y={80} r={7} /><Wheel x={48} y={80} r={7} /><Wheel x={80} y={80} r={7} />
    <path className="accent" d="M10 32h26v26H10z" />
    <path className="paper" d="M52 40h20v18H52z" />
    <path d="M20 32v8h7v-8M16 22c10-14 30-16 48-8m-2-8 6 8-8 6" />
  </>,
  courier: <>
    <circle className="paper" cx="38" cy="18" r="10" />
    <path className="accent" d="M26 14c2-12 22-12 24 0l6 2H26z" />
    <path className="tint" d="M20 68c0-26 6-36 18-36s18 8 18 22l-2 14z" />
    <path className="accent" d="M46 46h38v32H46z" />
    <path d="M60 46v10h10V46M28 68v22M44 78v12M22 90h10M40 90h10M52 70h14" />
  </>,
  scooter: <>
    <path className="accent" d="M8 18h34v30H8z" />
    <path d="M16 34c0 6 18 6 18 0M20 26v4M30 26v4" />
    <path className="tint" d="M8 50h38l8 18h12l8-34" />
    <path d="M68 26h14M74 30l10 40M8 52v16" />
    <Wheel x={22} y={76} r={12} /><Wheel x={80} y={76} r={12} />
    <path d="M34 76h34" />
  </>,
  shelf: <>
    <path d="M8 6v84M88 6v84M8 30h80M8 58h80M8 86h80" />
    <path className="accent" d="M16 12h18v18H16zM50 38h20v20H50z" />
    <path className="tint" d="M38 16h16v14H38zM62 10h18v20H62zM18 42h24v16H18zM16 68h20v18H16zM44 64h18v22H44zM68 70h14v16H68z" />
  </>,
  clipboard: <>
    <path className="tint" d="M16 14h58v76H16z" />
    <path className="paper" d="M24 26h42v56H24z" />
    <path className="accent" d="M34 6h22v16H34z" />
    <path d="m30 40 4 4 7-8M48 40h12M30 56l4 4 7-8M48 56h12M30 72h8M48 72h12" />
    <path className="accent" d="m80 44 8 4-14 34-9 4 2-10z" />
  </>,
  excavator: <>
    <path className="tint" d="M6 40h30v26H6zM12 40V24h18v16" />
    <path className="accent" d="M34 52 56 18l10 4-18 36z" />
    <path className="accent" d="m58 18 26 28-8 6-22-26z" />
    <path className="tint" d="M72 50h18l2 10c-4 10-16 12-24 4z" />
    <path className="paper" d="M10 70h40a9 9 0 0 1 0 18H10a9 9 0 0 1 0-18z" />
    <path d="M14 79h1M30 79h1M46 79h1M62 88c8-8 22-8 30 0" />
  </>,
  crane: <>
    <path d="M36 90V16M48 90V16M36 30l12 14M48 30 36 44M36 56l12 14M48 56 36 70M36 16 42 4l6 12" />
    <path className="tint" d="M4 16h88v9H4z" />
    <path className="accent" d="M6 25h16v16H6z" />
    <path d="M78 25v24" />
    <path className="accent" d="M68 49h20v16H68z" />
    <path d="M26 90h32" />
  </>,
  tricycle: <>
    <path className="tint" d="M4 40h46v26H4z" />
    <path className="accent" d="M10 20h18v20H10zM30 26h16v14H30z" />
    <path d="M50 62h14l12-28M68 30h14M58 48h14M56 44h10" />
    <Wheel x={20} y={76} r={12} /><Wheel x={82} y={74} r={13} />
    <path d="M76 40l6 34M32 76h36" />
  </>,
};
