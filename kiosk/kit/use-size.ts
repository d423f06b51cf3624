/* The size of an element as it is laid out, so that long lists turn into pages that really fit. */
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
  /** of the element's own text, px */
  readonly textPx: number;
}

/** Undefined until the element is laid out for the first time. */
export function useSize<E extends HTMLElement>(): readonly [RefObject<E | null>, Size | undefined] {
  const element = useRef<E>(null);
  const [size, setSize] = useState<Size>();
  const measure = useCallback(() => {
    const box = element.current;
    if (box === null) return;
    const next = { width: box.clientWidth, height: box.clientHeight, textPx: Number.parseFloat(getComputedStyle(box).fontSize) };
    setSize((before) => (before?.width === next.width && before.height === next.height && before.textPx === next.textPx ? before : next));
  }, []);
  // After every drawing: a larger text step changes the text and may leave the box as it is, which no observer tells.
  useLayoutEffect(measure);
  useLayoutEffect(() => {
    const box = element.current;
    if (box === null) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [measure]);
  return [element, size];
}
