/* Function keys, so that a clerk calls without looking for the mouse. F5, F11 and F12 stay the browser's; F2, F3, F4, F6 and F8 are the window's on every page of whoever works at windows. */
import { useLayoutEffect } from 'react';

export type KeyName = 'F2' | 'F3' | 'F4' | 'F6' | 'F7' | 'F8' | 'F9' | 'F10';

/** Runs the action of a key; `enabled` is false while a question is open. Held-down keys count once. */
export function useKeys(enabled: boolean, actions: Readonly<Partial<Record<KeyName, () => void>>>): void {
  // With the screen, not after it: the key acts on the call that is seen.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const action = Object.entries(actions).find(([name]) => name === event.key)?.[1];
      if (action === undefined) return;
      event.preventDefault();
      if (enabled && !event.repeat) action();
    };
    window.addEventListener('keydown', press);
    return () => { window.removeEventListener('keydown', press); };
  });
}
