/* The name of the hall above every screen. Staff who hold it down for three seconds while nobody is served see the check before opening; a tap does nothing. */
import { useEffect, useRef, type ReactNode } from 'react';
import { useFaceOf, useTouch } from '../view/context.ts';

export const holdMs = 3_000;

export function HallName(): ReactNode {
  const { name } = useFaceOf(({ hall }) => ({ name: hall?.name }));
  const touch = useTouch();
  const held = useRef<ReturnType<typeof setTimeout>>(undefined);
  const release = (): void => clearTimeout(held.current);
  const hold = (): void => {
    release();
    held.current = setTimeout(() => touch({ type: 'readiness' }), holdMs);
  };
  useEffect(() => () => clearTimeout(held.current), []);
  return <span className="hall" onPointerDown={hold} onPointerUp={release} onPointerLeave={release} onPointerCancel={release}>{name}</span>;
}
