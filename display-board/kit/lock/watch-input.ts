/* Whether anybody touches this page. */

const events = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const lookEveryMs = 1_000;

export interface InputWatch {
  /** without input for so long, `onIdle` is called, once */
  readonly idleMs: number;
  readonly onIdle: () => void;
  /** at the first input, then at most once in this while input goes on */
  readonly everyMs: number;
  readonly onInput: () => void;
}

/** Watches until the function that it gives is called. Looks at a clock that never goes back: a page that slept with its machine is idle when it wakes. */
export function watchInput({ idleMs, onIdle, everyMs, onInput }: InputWatch): () => void {
  let [touchedAt, toldAt] = [performance.now(), Number.NEGATIVE_INFINITY];
  const touched = (): void => {
    touchedAt = performance.now();
    if (touchedAt - toldAt < everyMs) return;
    toldAt = touchedAt;
    onInput();
  };
  for (const event of events) window.addEventListener(event, touched, { capture: true, passive: true });
  const timer = setInterval(() => {
    if (performance.now() - touchedAt < idleMs) return;
    stop();
    onIdle();
  }, lookEveryMs);
  const stop = (): void => {
    clearInterval(timer);
    for (const event of events) window.removeEventListener(event, touched, { capture: true });
  };
  return stop;
}
