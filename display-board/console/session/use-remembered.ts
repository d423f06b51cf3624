/* A choice that stays with this device: which window and which table it stands at. */
import { useState } from 'react';

const prefix = 'kuaizhao.console.';

function read(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    // Storage may be forbidden; then the choice lasts as long as the page.
    return undefined;
  }
}

/** The remembered id if it is still one of `ids`, else the first; undefined when there are none. */
export function useRemembered(name: string, ids: readonly string[]): readonly [string | undefined, (id: string) => void] {
  const [chosen, setChosen] = useState(() => read(name));
  const choose = (id: string): void => {
    setChosen(id);
    try {
      localStorage.setItem(prefix + name, id);
    } catch {
      // See read.
    }
  };
  return [chosen !== undefined && ids.includes(chosen) ? chosen : ids[0], choose];
}
