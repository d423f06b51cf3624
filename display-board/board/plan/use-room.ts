/* How many rows of a known height fit into a part of the board, and how many beside each other; measured, because panels and zones differ. All text is counted in rem: the letter that can be read on this panel. */
import { useLayoutEffect, useState, type RefObject } from 'react';

/** In rem. */
export interface Size { readonly width: number; readonly height: number }
export interface Room { readonly rows: number; readonly columns: number; /** Chinese letters of one rem in a line of a column */ readonly letters: number }

/** What is smaller than this part of a rem moves nothing. */
const grain = 100;
/** Until it is measured: one row of ten letters. */
const unmeasured: Size = { width: 10, height: 0 };

/** The room of a part of the board. */
export function useSize(box: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState(unmeasured);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const [width, height] = [element.clientWidth, element.clientHeight].map((px) => Math.floor((px / rem) * grain) / grain) as [number, number];
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => { observer.disconnect(); };
  }, [box]);
  return size;
}

/** Rows of `rowRem` and columns of at least `columnRem`, each at least one. */
export function useRoom(box: RefObject<HTMLElement | null>, rowRem: number, columnRem: number): Room {
  const { width, height } = useSize(box);
  const columns = Math.max(1, Math.floor(width / columnRem));
  // A row that lacks a hair of its height is still whole to the eye.
  return { rows: Math.max(1, Math.floor(height / rowRem + 0.04)), columns, letters: Math.max(4, Math.floor(width / columns)) };
}
