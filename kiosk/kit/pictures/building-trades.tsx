/* Drawings of the building trades. */
import type { ReactNode } from 'react';

const mesh = [16, 32, 48];

export const buildingTrades: Readonly<Record<string, ReactNode>> = {
  shovel: <>
    <path d="M6 57h34" />
    <g transform="rotate(38 32 30)">
      <path className="tint" d="M30 10h4v27h-4z" />
      <path className="tint" d="M24 4h16v7H24z" />
      <path className="accent" d="M23 36h18v10c0 8-4.5 13-9 16-4.5-3-9-8-9-16z" />
    </g>
  </>,
  trowel: <>
    <path className="tint" d="M20 37h24v9H20z" />
    <path className="accent" d="M5 46h26v10H5zM33 46h26v10H33z" />
    <path className="tint" d="M5 24 30 8v22H10z" />
    <path d="M30 18c8 0 6-7 13-7" />
    <path className="accent" d="M43 6h12a4 4 0 0 1 0 9H43z" />
  </>,
  saw: <g transform="rotate(-18 32 32)">
    <path className="tint" d="M2 26h36v18l-4-4-4 4-4-4-4 4-4-4-4 4-4-5-4 3-4-6z" />
    <path className="accent" d="M38 21h14a9 9 0 0 1 9 9v10a8 8 0 0 1-8 8H38z" />
    <path className="paper" d="M45 29h6a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3h-6z" />
  </g>,
  rebar: <>
    {mesh.map((at) => <g key={at}><path className="bar" d={`M${at} 5v54M5 ${at}h54`} /></g>)}
    {mesh.map((at) => <g key={at}><path className="ribs" d={`M${at} 5v54M5 ${at}h54`} /></g>)}
    {mesh.flatMap((x) => mesh.map((y) => <circle key={`${x} ${y}`} className="accent" cx={x} cy={y} r="4.2" />))}
  </>,
  roller: <>
    <rect className="accent" x="7" y="8" width="40" height="16" rx="4" />
    <path d="M47 16h9v15H30v8" />
    <rect className="tint" x="25" y="39" width="10" height="19" rx="4" />
    <path d="M13 24v6M20 24v10" />
  </>,
  plug: <>
    <path d="M18 5v11M34 5v11" />
    <path className="tint" d="M10 16h32v10c0 9-7 15-16 15S10 35 10 26z" />
    <path className="accent" d="m28 19-8 11h5l-2 8 9-11h-5z" />
    <path d="M26 41v6c0 8 12 9 16 4" />
    <path className="accent" d="M51 34c5 7 8 11 8 15a8 8 0 0 1-16 0c0-4 3-8 8-15z" />
  </>,
  torch: <>
    <path className="tint" d="M12 15c0-11 34-11 34 0v20c0 12-9 20-17 20s-17-8-17-20z" />
    <rect className="accent" x="18" y="20" width="22" height="11" rx="3" />
    <path d="M21 41h16M24 47h10M6 24v10M52 24v6" />
    <path className="accent" d="m53 36 2 6 6-2-4 5 4 5-6-2-2 6-2-6-6 2 4-5-4-5 6 2z" />
  </>,
  scaffold: <>
    <path d="M12 6v50M32 6v50M52 6v50M12 27l20-15M52 27 32 12M12 55l20-15M52 55 32 40" />
    <path d="M7 56h10M27 56h10M47 56h10" />
    <path className="accent" d="M5 30h54v6H5z" />
    <path className="tint" d="M5 9h54v5H5z" />
  </>,
};
