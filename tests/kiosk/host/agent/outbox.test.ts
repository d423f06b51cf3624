/* The outbox with a clock of the test's own: rests, patience and limits. */
import { expect, test } from 'vitest';
import { createOutbox, outboxLimits, type Outcome } from '@kuaizhao/kiosk/host/agent/outbox.ts';
import { createManualTimer } from '../../../hardware/manual-timer.ts';

function begin() {
  const timer = createManualTimer();
  const given: string[] = [];
  const outbox = createOutbox({ timer, log: { info: () => undefined, warn: () => undefined }, gaveUp: () => given.push('gave up') });
  let tries = 0;
  const silent = { id: 'command-1', personal: true, tell: (): Promise<Outcome<string>> => { tries += 1; return Promise.resolve({ kind: 'again' }); } };
  return { timer, outbox, given, silent, tries: () => tries };
}

test('rests between tries, does not rest after a new connection', async () => {
  const { timer, outbox, silent, tries } = begin();
  outbox.lineUp(true);
  void outbox.submit(silent);
  await timer.advance(0);
  expect(tries()).toBe(1);
  await timer.advance(outboxLimits.retryMs);
  expect(tries()).toBe(2);
  outbox.lineUp(false);
  outbox.lineUp(true);
  expect(tries()).toBe(3);
});

test('a command of somebody who left is kept so long and no longer, and a new connection is asked for', async () => {
  const { timer, outbox, silent, given, tries } = begin();
  outbox.lineUp(true);
  const answer = outbox.submit(silent);
  outbox.forget();
  await timer.advance(outboxLimits.afterLeavingMs - 1);
  expect(given).toEqual([]);
  await timer.advance(1);
  expect(await answer).toBeUndefined();
  expect(given).toEqual(['gave up']);
  const before = tries();
  await timer.advance(10 * outboxLimits.retryMs);
  expect(tries()).toBe(before);
  expect(timer.pending()).toBe(0);
});

test('more than the limit is not taken; settled waits for all that wait', async () => {
  const { outbox, silent } = begin();
  const all = Array.from({ length: outboxLimits.messages }, () => outbox.submit(silent));
  expect(await outbox.submit(silent)).toBeUndefined();
  const settled = outbox.settled();
  outbox.close();
  await settled;
  expect((await Promise.all(all)).every((answer) => answer === undefined)).toBe(true);
});
