/* The code of a job slip, the same as on its paper. What draws it comes behind the first screen, which is there without it. */
import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type makeCode from 'qrcode-generator';

type Codes = typeof makeCode;
let codes: Codes | undefined;
const waiting = new Set<() => void>();

/** Called once behind the first screen. Rejects when the bundle cannot be had; then the number stands there without its code. */
export async function preloadSlipCode(): Promise<void> {
  ({ default: codes } = await import('qrcode-generator'));
  for (const tell of waiting) tell();
}

const listen = (changed: () => void): (() => void) => {
  waiting.add(changed);
  return () => { waiting.delete(changed); };
};

/** Modules to a side, and the dark ones as a path. */
function drawn(qrcode: Codes, number: string): { readonly size: number; readonly path: string } {
  const code = qrcode(0, 'M');
  code.addData(`KZ:J:${number}`);
  code.make();
  const size = code.getModuleCount();
  const dark = Array.from({ length: size * size }, (_, at) => ({ x: at % size, y: Math.floor(at / size) })).filter(({ x, y }) => code.isDark(y, x));
  return { size, path: dark.map(({ x, y }) => `M${x} ${y}h1v1h-1z`).join('') };
}

export function SlipCode({ number, label }: { readonly number: string; readonly label: string }): ReactNode {
  const qrcode = useSyncExternalStore(listen, () => codes);
  const code = useMemo(() => (qrcode === undefined ? undefined : drawn(qrcode, number)), [qrcode, number]);
  if (code === undefined) return null;
  return <svg className="slip-code" viewBox={`-2 -2 ${code.size + 4} ${code.size + 4}`} role="img" aria-label={label} shapeRendering="crispEdges"><path d={code.path} /></svg>;
}
