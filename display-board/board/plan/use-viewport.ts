/* The size of the page, and again when it changes: a panel is turned, a window is moved to another screen. */
import { useEffect, useState } from 'react';
import type { Viewport } from './plan-shown.ts';

const read = (): Viewport => ({ width: window.innerWidth, height: window.innerHeight });

export function useViewport(): Viewport {
  const [viewport, setViewport] = useState(read);
  useEffect(() => {
    const changed = (): void => { setViewport(read()); };
    window.addEventListener('resize', changed);
    return () => { window.removeEventListener('resize', changed); };
  }, []);
  return viewport;
}
