/* The corner that staff know of: held for five seconds while nobody is being served, it asks who they are. It is not to be seen, and no button: nobody comes upon it by chance, by keyboard or by ear. */
import { useEffect, useRef, type ReactNode } from 'react';
import { useTouch } from '../view/context.ts';

export const holdMs = 5_000;

export function Corner(): ReactNode {
  const touch = useTouch();
  const held = useRef<number | undefined>(undefined);
  const release = (): void => window.clearTimeout(held.current);
  const hold = (): void => {
    release();
    held.current = window.setTimeout(() => touch({ type: 'go', to: 'maintenance' }), holdMs);
  };
  // Whoever still holds it when the screen changes holds nothing any more.
  useEffect(() => () => window.clearTimeout(held.current), []);
  return <div className="staff-corner" aria-hidden="true" onPointerDown={hold} onPointerUp={release} onPointerLeave={release} onPointerCancel={release} />;
}
