/* What windows and pages hold on to while the host behind it changes: the set-up's, then the kiosk's, and the other way round when the hall sends this kiosk away. */
import type { KioskFace } from '@kuaizhao/kiosk/session/face.ts';
import type { Doorkeeper } from '../kiosk-host.ts';

export interface Front extends Doorkeeper {
  /** From now on faces come from this one and touches go to it. */
  join(doorkeeper: Doorkeeper): void;
}

export function createFront(first: Doorkeeper): Front {
  const listeners = new Set<(face: KioskFace) => void>();
  let behind = first;
  let leave = (): unknown => undefined;
  const show = (face: KioskFace): void => { for (const listener of listeners) listener(face); };
  // A host that shows its face to nobody says so when it looks itself over.
  const attend = (): void => { if (listeners.size > 0) leave = behind.onFace(show); };
  return {
    face: () => behind.face(),
    touch: (touch) => behind.touch(touch),
    onFace(listener) {
      listeners.add(listener);
      if (listeners.size === 1) attend();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) leave();
      };
    },
    join(doorkeeper) {
      leave();
      behind = doorkeeper;
      attend();
      show(behind.face());
    },
  };
}
