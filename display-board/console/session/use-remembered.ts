/* A choice that stays with this device: which window and which table it stands at, which printer is its own. One choice for the whole page, wherever it is shown or used. */
import { useSyncExternalStore } from 'react';

const prefix = 'kuaizhao.console.';
/** As chosen since the page is open: storage may be forbidden, then a choice lasts as long as the page. */
const choices = new Map<string, string | undefined>();
const hearers = new Set<() => void>();

function read(name: string): string | undefined {
  if (!choices.has(name)) choices.set(name, stored(name));
  return choices.get(name);
}

function stored(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    // See choices.
    return undefined;
  }
}

function write(name: string, id: string): void {
  choices.set(name, id);
  try {
    localStorage.setItem(prefix + name, id);
  } catch {
    // See choices.
  }
  for (const hear of hearers) hear();
}

function listen(hear: () => void): () => void {
  hearers.add(hear);
  return () => { hearers.delete(hear); };
}

/** The remembered id if it is still one of `ids`, else the first; undefined when there are none. Every user of the same `name` sees a choice at once. */
export function useRemembered(name: string, ids: readonly string[]): readonly [string | undefined, (id: string) => void] {
  const chosen = useSyncExternalStore(listen, () => read(name));
  return [chosen !== undefined && ids.includes(chosen) ? chosen : ids[0], (id) => { write(name, id); }];
}
