/* Carrying: homes, pianos, stairs, containers. */
import { Ground, type TradeDrawings } from './parts.tsx';

export const carrying: TradeDrawings = {
  sofa: <>
    <path className="tint" d="M18 44V30a10 10 0 0 1 10-10h40a10 10 0 0 1 10 10v14" />
    <path className="accent" d="M6 50a9 9 0 0 1 18 0v10h48V50a9 9 0 0 1 18 0v26H6z" />
    <path d="M24 60h48M14 76v10M82 76v10M48 22v38" />
  </>,
  piano: <>
    <path className="tint" d="M14 10h58v34h14v14H14z" />
    <path className="paper" d="M14 44h72v14H14z" />
    <path d="M26 44v9M36 44v9M46 44v9M56 44v9M66 44v9M76 44v9M20 58v28M76 58v28M24 20h38" />
    <path className="accent" d="M12 80h16v8H12zM68 80h16v8H68z" />
  </>,
  stairs: <>
    <path className="tint" d="M4 88V74h20V60h20V46h20V32h28v56z" />
    <circle className="paper" cx="30" cy="26" r="8" />
    <path d="M30 34v18l8 8M30 52l-8 8M30 40l14-8" />
    <path className="accent" d="M36 6h26v24H36z" />
    <path d="M46 6v8h6V6" />
  </>,
  container: <>
    <path className="tint" d="M6 22h84v52H6z" />
    <path d="M18 30v36M30 30v36M42 30v36" />
    <path className="accent" d="M52 22h38v52H52z" />
    <path d="M71 22v52M64 40v16M78 40v16" />
    <path d="M14 74v8M82 74v8" /><Ground />
  </>,
};
