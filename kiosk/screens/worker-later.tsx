/* A worker's own pages come in a bundle of their own: the first screen is there without them, and they are there long before a card opens them. */
import { useSyncExternalStore, type ReactNode } from 'react';
import { Asking } from './person/waiting.tsx';
import type { WorkerScreen } from './view/worker-screens.ts';

type Draw = (screen: WorkerScreen) => ReactNode;
let draw: Draw | undefined;
let tell: (() => void) | undefined;

/** Called once behind the first screen. Rejects when the bundle cannot be had; then every such page shows that it is waited for. */
export async function preloadWorkerScreens(): Promise<void> {
  ({ workerScreen: draw } = await import('./worker.tsx'));
  tell?.();
}

const listen = (changed: () => void): (() => void) => {
  tell = changed;
  return () => { tell = undefined; };
};

/** Not `lazy`: that shows an empty page for a moment even when everything has come. */
export function WorkerScreenLater({ screen }: { readonly screen: WorkerScreen }): ReactNode {
  const known = useSyncExternalStore(listen, () => draw);
  return known === undefined ? <Asking /> : known(screen);
}
