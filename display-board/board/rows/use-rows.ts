/* How many rows of a known height fit into a part of the board; measured, because panels differ and the scale can be set. */
import { useLayoutEffect, useState, type RefObject } from 'react';

/** Rows of `rowUnits` (with their gap) that fit, at least one. A unit is the CSS variable `--u`: 1/1080 of the height of a 16:9 panel. */
export function useRows(box: RefObject<HTMLElement | null>, rowUnits: number, gapUnits: number, scale: number): number {
  const [rows, setRows] = useState(1);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const unit = Math.min(window.innerHeight / 1080, window.innerWidth / 1920) * scale;
      setRows(Math.max(1, Math.floor((element.clientHeight + gapUnits * unit + 1) / ((rowUnits + gapUnits) * unit))));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => { observer.disconnect(); };
  }, [box, rowUnits, gapUnits, scale]);
  return rows;
}
