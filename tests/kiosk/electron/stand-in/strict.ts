/* What the stand-in does not have, it refuses: a call that nobody wrote down is a failing test and no silence. */
export function strict<T extends object>(name: string, given: T): T {
  return new Proxy(given, {
    get(target, key) {
      if (!(key in target) && typeof key !== 'symbol' && key !== 'then') throw new Error(`the stand-in has no electron.${name}.${key}`);
      // Methods see the object itself: a proxy has no private fields.
      const value = Reflect.get(target, key, target) as unknown;
      return typeof value === 'function' && !value.toString().startsWith('class') ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
  });
}
