/* What a window holds on to while the host behind it changes. */
import { expect, test } from 'vitest';
import type { Doorkeeper } from '@kuaizhao/kiosk/host/kiosk-host.ts';
import { createFront } from '@kuaizhao/kiosk/host/set-up/front.ts';
import type { KioskFace } from '@kuaizhao/kiosk/session/face.ts';

function hostNamed(language: string) {
  const listeners = new Set<(face: KioskFace) => void>();
  const touches: unknown[] = [];
  const face = { language } as KioskFace;
  const doorkeeper: Doorkeeper = { face: () => face, touch: (touch) => touches.push(touch), onFace: (listener) => { listeners.add(listener); return () => listeners.delete(listener); } };
  return { doorkeeper, touches, listeners, say: (said: string) => { for (const listener of listeners) listener({ language: said } as KioskFace); } };
}

test('the page sees the next host at once, its touches go there alone, and the host before is heard no more', () => {
  const [first, second] = [hostNamed('one'), hostNamed('two')];
  const front = createFront(first.doorkeeper);
  const seen: string[] = [];
  front.onFace(({ language }) => seen.push(language));
  first.say('one again');
  front.join(second.doorkeeper);
  first.say('late');
  second.say('two again');
  front.touch('a touch');
  expect(seen).toEqual(['one again', 'two', 'two again']);
  expect([first.touches, second.touches, front.face().language]).toEqual([[], ['a touch'], 'two']);
});

test('a host whose face nobody looks at has no listener: that is how it knows that it is not drawn', () => {
  const [first, second] = [hostNamed('one'), hostNamed('two')];
  const front = createFront(first.doorkeeper);
  expect(first.listeners.size).toBe(0);
  const leave = front.onFace(() => undefined);
  expect(first.listeners.size).toBe(1);
  front.join(second.doorkeeper);
  expect([first.listeners.size, second.listeners.size]).toEqual([0, 1]);
  leave();
  expect(second.listeners.size).toBe(0);
});
