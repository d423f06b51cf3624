/* Erased means gone: sealed boxes and blind indexes themselves are looked for in every byte of every file of the hall. */
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { pino } from 'pino';
import { clearIfDue } from '@kuaizhao/sync-agent/hall/clockwork/retention-job.ts';
import { factOf, openEngine, tempDir } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { bytesOf, clerk, consent } from './stage.ts';

const crowd = 720;
const card = (n: number) => ({ ...person(n), name: `样例${n}` });
const who = (n: number) => ({ by: 'card' as const, card: card(n) });

/** Everything sealed or indexed of these people, as it lies in the file. */
function boxesOf(dir: string, workerIds: readonly string[]): Buffer[] {
  const sql = new SqliteDatabase(`${dir}/hall.db`);
  const queries = [
    'SELECT name_sealed, number_sealed, number_index, birth_sealed, phone_sealed, phone_index, name_index, person_index FROM worker WHERE worker_id = ?',
    'SELECT name_sealed, number_sealed, birth_sealed, phone_sealed FROM profile_past WHERE worker_id = ?',
    'SELECT grounds_sealed, note_sealed FROM help_case JOIN help_visit USING (case_id) WHERE worker_id = ?',
  ].map((text) => sql.prepare(text));
  const boxes = workerIds.flatMap((id) => queries.flatMap((query) => (query.all(id) as object[]).flatMap((row) => Object.values(row) as unknown[]))).filter((value): value is Buffer => Buffer.isBuffer(value));
  sql.close();
  return boxes;
}

test('§4 erased means gone: after the day’s clearing no box and no index of the erased is in any file, and everybody else is still there', async () => {
  const dir = tempDir();
  const hall = openEngine(dir);
  const ids: string[] = [];
  for (let n = 0; n < crowd; n += 60) {
    const answers = await Promise.all(Array.from({ length: 60 }, (_, k) => hall.ask('registerWorker', { card: card(n + k), consent: consent(), trades: ['0201'], phone: `138${String(n + k).padStart(8, '0')}` })));
    ids.push(...answers.map((answer) => factOf(answer, 'workerRegistered').workerId));
  }
  // New versions and notes in between, so that rows move from page to page.
  for (let n = 0; n < crowd; n += 3) await hall.ask('changeContact', { who: who(n), phone: `139${String(n).padStart(8, '0')}` });
  const erased = Array.from({ length: 24 }, (_, index) => index * 30);
  const erasedIds = erased.map((n) => ids[n] ?? '');
  for (const workerId of erasedIds) {
    const { caseId } = factOf(await hall.ask('openHelpCase', { workerId, grounds: [{ group: 'disabled', evidence: 'certificate', verifiedOn: '2026-11-01', until: '2027-11-01' }] }, clerk), 'helpCaseOpened');
    await hall.ask('recordHelpVisit', { caseId, kind: 'homeVisit', on: '2026-11-20', note: '家里三口人' }, clerk);
  }
  hall.close();
  const boxes = boxesOf(dir, erasedIds);
  expect(boxes).toHaveLength(24 * 14);
  const before = bytesOf(hall);
  expect(boxes.filter((box) => before.includes(box))).toHaveLength(boxes.length);

  const next = openEngine(dir, 'b0b0b0b0b0b0b0b0');
  for (const n of erased) await next.ask('eraseWorker', { who: who(n), reason: 'personAsked' });
  // At once: the rows are null, what was deleted is overwritten, the log is cut. A copy that SQLite left in a gap of a page may still lie there until the quiet hour.
  const atOnce = bytesOf(next);
  expect(boxes.filter((box) => atOnce.includes(box)).length).toBeLessThan(boxes.length / 20);
  next.clock.now += 7 * 3_600_000;
  let runs = 0;
  const clock = { now: () => next.clock.now, monotonicMs: () => 0, after: () => () => undefined };
  expect(await clearIfDue({ db: next.db, engine: next.engine, clock, newId: () => `clearing-${++runs}`, log: pino({ level: 'silent' }) })).toBe(1);
  const after = bytesOf(next);
  expect(boxes.filter((box) => after.includes(box))).toEqual([]);
  for (const secret of ['样例30', card(30).number, '13800000030', '13900000030', '家里三口人']) expect([secret, after.includes(Buffer.from(secret))]).toEqual([secret, false]);

  const others = ids.filter((id) => !erasedIds.includes(id));
  expect(others.every((id) => next.db.view.worker(id)?.consented)).toBe(true);
  expect(next.db.faces.people.findWorkers({ by: 'phone', text: '13900000003' }, 5)).toHaveLength(1);
  expect(next.db.rewritePeople()).toBe(false);
  expect(next.failures).toEqual([]);
}, 60_000);
