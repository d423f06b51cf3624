/* A handler that is the same function at every drawing and always does what the last drawing meant: what is given it need not be drawn again for it. */
import { useCallback, useLayoutEffect, useRef } from 'react';

export function useSteady<Args extends readonly unknown[]>(run: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(run);
  useLayoutEffect(() => { latest.current = run; });
  return useCallback((...args: Args) => { latest.current(...args); }, []);
}
