/* The size of an element as it is laid out, so that long lists turn into pages that really fit. */
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
  /** of the element's own text, px */
  readonly textPx: number;
}

/** Undefined until the element is laid out for the first time. `remeasureOn`: anything that changes sizes without changing the box. */
export function useSize<E extends HTMLElement>(remeasureOn: unknown): readonly [RefObject<E | null>, Size | undefined] {
  const element = useRef<E>(null);
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    const box = element.current;
    if (box === null) return undefined;
    const measure = (): void => {
      const textPx = Number.parseFloat(getComputedStyle(box).fontSize);
      const next = { width: box.clientWidth, height: box.clientHeight, textPx };
      setSize((before) => (before?.width === next.width && before.height === next.height && before.textPx === next.textPx ? before : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [remeasureOn]);
  return [element, size];
}
