/* When a kiosk asks for its next certificate, and what it keeps. */
import { expect, test } from 'vitest';
import type { Socket } from 'socket.io-client';
import type { Timer } from '@kuaizhao/hardware/ports.ts';
import { keepRenewed } from '@kuaizhao/kiosk/host/agent/renew.ts';
import type { AgentTrust } from '@kuaizhao/kiosk/host/agent/trust-file.ts';

const [dayOne, day] = [Date.UTC(2026, 4, 4), 86_400_000];
const held: AgentTrust = { deviceId: 'kiosk-1', key: 'k'.repeat(60), certificate: 'old '.repeat(20), authority: 'a'.repeat(60), until: dayOne };
const next = { ok: true, certificate: 'new '.repeat(20), until: dayOne + day };

/** `answers`: what the agent says, one after the other; undefined is no answer in time. */
function openKiosk(answers: readonly (object | undefined)[], keep: (trust: AgentTrust) => void) {
  const said = [...answers];
  const waits: { readonly ms: number; readonly run: () => void; off: boolean }[] = [];
  const timer: Timer = { now: () => 0, after: (ms, run) => { const wait = { ms, run, off: false }; waits.push(wait); return () => { wait.off = true; }; } };
  const opts: { cert?: string } = {};
  const socket = {
    connected: true, io: { opts },
    timeout: () => ({ emitWithAck: () => { const answer = said.shift(); return answer === undefined ? Promise.reject(new Error('no answer')) : Promise.resolve(answer); } }),
  } as unknown as Socket;
  const log: string[] = [];
  const say = (_what: unknown, word: string): void => { log.push(word); };
  const renewing = keepRenewed(socket, { trust: { held, keep }, timer, log: { info: say, warn: say } });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    log, opts, left: () => said.length, renewing, settle,
    waiting: () => waits.filter(({ off }) => !off).map(({ ms }) => ms),
    async later(): Promise<void> { const wait = waits.findLast(({ off }) => !off); if (wait !== undefined) wait.off = true; wait?.run(); await settle(); },
  };
}

test('an agent that gives no answer is asked again in a quarter of a minute, and one that has nothing in six hours', async () => {
  const kiosk = openKiosk([undefined, { ok: false }], () => { throw new Error('nothing to keep'); });
  kiosk.renewing.connected();
  await kiosk.settle();
  expect(kiosk.waiting()).toEqual([15_000]);
  await kiosk.later();
  expect([kiosk.waiting(), kiosk.left(), kiosk.log]).toEqual([[6 * 3_600_000], 0, []]);
  kiosk.renewing.stop();
  expect(kiosk.waiting()).toEqual([]);
});

test('the next certificate is kept once, though the line that still shows the old one is given it again', async () => {
  const kept: number[] = [];
  const kiosk = openKiosk([next, { ...next, certificate: 'same '.repeat(20) }, { ...next, until: dayOne + 2 * day }], ({ until }) => { kept.push(until); });
  kiosk.renewing.connected();
  await kiosk.settle();
  expect([kept, kiosk.opts.cert, kiosk.log]).toEqual([[dayOne + day], next.certificate, ['certificateRenewed']]);
  await kiosk.later();
  expect([kept, kiosk.opts.cert]).toEqual([[dayOne + day], next.certificate]);
  await kiosk.later();
  expect(kept).toEqual([dayOne + day, dayOne + 2 * day]);
});

test('a certificate that does not get onto the disk is shown all the same, and said to be missing there', async () => {
  const kiosk = openKiosk([next], () => { throw new Error('no room'); });
  kiosk.renewing.connected();
  await kiosk.settle();
  expect([kiosk.log, kiosk.opts.cert]).toEqual([['certificateNotKept', 'certificateRenewed'], next.certificate]);
});
