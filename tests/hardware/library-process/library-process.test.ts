/* A process of its own that answers, refuses, crashes and hangs: its owner is told each, and nothing of it stays. */
import { afterEach, expect, test } from 'vitest';
import { libraryLimits, openLibraryProcess, type LibraryProcess } from '@kuaizhao/hardware/library-process/library-process.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';

const limitMs = 20_000;
const open: LibraryProcess[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((library) => library.close()));
});

async function start(entry = new URL('./playful-child.ts', import.meta.url)) {
  const said: string[] = [];
  const library = await openLibraryProcess({ entry, timer: realTimer, log: (event, details) => said.push(JSON.stringify([event, details])) });
  open.push(library);
  return { library, said };
}
const pidOf = async (library: LibraryProcess): Promise<number> => {
  const outcome = await library.call('pid', {}, limitMs);
  return outcome.ok ? Number(outcome.value['pid']) : 0;
};
const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('calls are answered in their order, bytes as bytes', async () => {
  const { library } = await start();
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const answers = await Promise.all([1, 2, 3].map((n) => library.call('echo', { n, bytes }, limitMs)));
  expect(answers).toEqual([1, 2, 3].map((n) => ({ ok: true, value: { n, bytes } })));
});

test('§4 a call that throws fails alone, by a code; the words of an error stay inside', async () => {
  const { library, said } = await start();
  expect(await library.call('refuse', {}, limitMs)).toEqual({ ok: false, why: 'failed', code: 'notToday' });
  expect(await library.call('blunder', {}, limitMs)).toEqual({ ok: false, why: 'failed', code: 'callFailed' });
  expect(await library.call('toString', {}, limitMs)).toEqual({ ok: false, why: 'failed', code: 'noSuchCall' });
  expect(await library.call('echo', { still: true }, limitMs)).toEqual({ ok: true, value: { still: true } });
  expect(said.join()).not.toContain('张三');
});

test.each(['crash', 'hang'])('%s: the call and those behind it end, the owner is told once, the process is gone', async (name) => {
  const { library, said } = await start();
  const pid = await pidOf(library);
  let told = 0;
  library.onClose(() => { told += 1; });
  const [first, second] = await Promise.all([library.call(name, {}, 300), library.call('echo', {}, limitMs)]);
  expect([first, second]).toEqual([{ ok: false, why: 'ended' }, { ok: false, why: 'ended' }]);
  expect(told).toBe(1);
  expect(alive(pid)).toBe(false);
  expect(await library.call('echo', {}, limitMs)).toEqual({ ok: false, why: 'ended' });
  expect(said.some((line) => line.includes('libraryProcessEnded'))).toBe(true);
});

test('more calls than may wait are refused at once', async () => {
  const { library } = await start();
  const answers = await Promise.all(Array.from({ length: libraryLimits.waitingCalls + 3 }, () => library.call('echo', {}, limitMs)));
  expect(answers.filter((answer) => !answer.ok)).toEqual([{ ok: false, why: 'busy' }, { ok: false, why: 'busy' }]);
});

test('closed: in good order, also in the middle of a hang; a module that is not there never starts', async () => {
  const { library } = await start();
  const pid = await pidOf(library);
  await library.close();
  expect(alive(pid)).toBe(false);
  const stuck = await start();
  const hanging = stuck.library.call('hang', {}, limitMs);
  await stuck.library.close();
  expect(await hanging).toEqual({ ok: false, why: 'ended' });
  await expect(start(new URL('./no-such-child.ts', import.meta.url))).rejects.toThrow('did not start');
});
