/* Waits for what must come, looking often; a limit is there to fail, never to measure. */
const lookEveryMs = 15;
const limitMs = 20_000;

/** The first value of `look` that is neither undefined nor false. Throws naming what did not come. */
export async function eventually<T>(what: string, look: () => T | Promise<T>, waitMs = limitMs): Promise<Exclude<T, undefined | false>> {
  const until = performance.now() + waitMs;
  for (;;) {
    const value = await look();
    if (value !== undefined && value !== false) return value as Exclude<T, undefined | false>;
    if (performance.now() > until) throw new Error(`did not come: ${what}`);
    await new Promise((done) => { setTimeout(done, lookEveryMs); });
  }
}
