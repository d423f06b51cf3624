/* A command is asked again under the same id until it is answered, and its answer is believed only if it makes sense. */
import { expect, test } from 'vitest';
import { commandTries, sendCommand, type StaffCommand } from '@kuaizhao/display-board/console/session/send-command.ts';

const next: StaffCommand = { type: 'callNext', windowId: 'w1' };
const commandId = 'command-1';

/** Answers in turn; undefined is silence. */
function agent(...answers: unknown[]) {
  const asked: unknown[] = [];
  return { asked, ask: (_event: string, message: unknown) => { asked.push(message); return Promise.resolve(answers[asked.length - 1]); } };
}
const send = (link: ReturnType<typeof agent>) => sendCommand(link, next, () => commandId);

test('answered at once', async () => {
  const link = agent({ ok: true, commandId, facts: [], papers: [] });
  expect(await send(link)).toEqual({ kind: 'done', facts: [] });
  expect(link.asked).toEqual([{ ...next, commandId }]);
});

test('silence: again with the same id, then the answer', async () => {
  const link = agent(undefined, undefined, { ok: false, commandId, refusal: { code: 'nobodyWaiting' } });
  expect(await send(link)).toEqual({ kind: 'refused', refusal: { code: 'nobodyWaiting' } });
  expect(link.asked).toEqual(Array.from({ length: 3 }, () => ({ ...next, commandId })));
});

test('silence for good has an end, and nobody claims to know what happened', async () => {
  const link = agent();
  expect(await send(link)).toEqual({ kind: 'noAnswer' });
  expect(link.asked).toHaveLength(commandTries);
});

test('signed out while waiting: what became of the first try is unknown', async () => {
  expect(await send(agent(undefined, { ok: false, commandId, refusal: { code: 'notSignedIn' } }))).toEqual({ kind: 'noAnswer' });
  expect(await send(agent({ ok: false, commandId, refusal: { code: 'notSignedIn' } }))).toEqual({ kind: 'refused', refusal: { code: 'notSignedIn' } });
});

test.each([{}, 'ok', { ok: true }, { ok: false, refusal: { code: 'somethingNew' } }, null])('an answer that makes no sense is not believed: %j', async (answer) => {
  expect(await send(agent(answer))).toEqual({ kind: 'badAnswer' });
});
