/* How many rows of a known height fit into a part of the board, and how many beside each other; measured, because panels and zones differ. All text is counted in rem: the letter that can be read on this panel. */
import { useLayoutEffect, useState, type RefObject } from 'react';

export interface Room { readonly rows: number; readonly columns: number; /** Chinese letters of one rem in a line of a column */ readonly letters: number }

/** Rows of `rowRem` and columns of at least `columnRem`, each at least one. */
export function useRoom(box: RefObject<HTMLElement | null>, rowRem: number, columnRem: number): Room {
  const [room, setRoom] = useState<Room>({ rows: 1, columns: 1, letters: 10 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      // A row that lacks a hair of its height is still whole to the eye.
      const rows = Math.max(1, Math.floor(element.clientHeight / (rowRem * rem) + 0.04));
      const columns = Math.max(1, Math.floor(element.clientWidth / (columnRem * rem)));
      const letters = Math.max(4, Math.floor(element.clientWidth / columns / rem));
      setRoom((before) => (before.rows === rows && before.columns === columns && before.letters === letters ? before : { rows, columns, letters }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => { observer.disconnect(); };
  }, [box, rowRem, columnRem]);
  return room;
}
