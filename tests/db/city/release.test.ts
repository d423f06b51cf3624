/* Rows that wait: of a newer hall, of a text that no table holds, and what came behind them; judged again, they go on in their order. On both engines. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyBatch, type Applied } from '@kuaizhao/db/city/journal/apply-batch.ts';
import { greetHall } from '@kuaizhao/db/city/journal/greet-hall.ts';
import { enrolHalls, hallsWithWaiting } from '@kuaizhao/db/city/journal/halls.ts';
import { judgeRow, type JudgeRow } from '@kuaizhao/db/city/journal/judge-row.ts';
import { releaseWaiting } from '@kuaizhao/db/city/journal/release.ts';
import { sqlJournal } from '@kuaizhao/db/city/journal/sql-store.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { factVersion } from '@kuaizhao/db/domain/records/fact-version.ts';
import { engineNames, startEngine, type TestDatabase, type TestEngine } from '../../fixtures/city/databases.ts';
import { memoryJournal, type MemoryJournal } from '../../fixtures/city/memory-journal.ts';
import { morningStart } from '../../fixtures/city/morning.ts';

const token = 'a'.repeat(32);
/** As a program one version later would: what was new is understood. */
const newer: JudgeRow = (row) => judgeRow({ ...row, v: Math.min(row.v, factVersion) });

describe.each(engineNames)('quarantine on %s', (name) => {
  let engine: TestEngine;
  let place: TestDatabase;
  let db: CityDb;
  let journal: MemoryJournal;
  let hallId = '';
  let halls = 0;
  beforeAll(async () => {
    engine = await startEngine(name);
    place = await engine.database();
    db = await place.open();
  });
  afterAll(async () => {
    await db.close();
    await place.remove();
    await engine.end();
  });
  beforeEach(async () => {
    hallId = `h${++halls}`;
    await enrolHalls(db, [{ hallId, name: '测试零工市场', keyHash: new Uint8Array(32).fill(1) }]);
    journal = memoryJournal('00000000000000aa', () => morningStart);
    await greetHall(sqlJournal(db), { hallId, install: 'install1', epoch: 'epoch1', seq: 0, hash: journal.head().hash, nextToken: token, now: morningStart });
  });
  const push = (from: number): Promise<Applied> =>
    applyBatch(sqlJournal(db), { hallId, epoch: 'epoch1', token, previous: journal.hashAt(from - 1)!, rows: journal.rows.slice(from - 1), now: morningStart + from });
  const reasons = async (): Promise<string[]> => (await db.query<{ reason: string }>('SELECT reason FROM quarantine JOIN hall USING (hall_no) WHERE hall_id = $1 ORDER BY position', [hallId])).map(({ reason }) => reason);
  const day = (businessDay: string) => ({ type: 'dayOpened' as const, businessDay });

  it('§2 rule 16: a row of a newer hall waits word for word, what follows about the same thing waits behind it, and a newer hub applies both in order', async () => {
    journal.append([day('2026-11-20')], undefined, factVersion + 1);
    journal.append([day('2026-11-20')]);
    expect(await push(1)).toMatchObject({ kind: 'ack', quarantined: 2 });
    expect(await reasons()).toEqual(['newerVersion', 'behind']);
    expect(await hallsWithWaiting(db)).toContain(hallId);
    // The same program again changes nothing.
    expect(await releaseWaiting(sqlJournal(db), hallId)).toEqual({ kind: 'released', released: 0, waiting: 2 });
    expect(await releaseWaiting(sqlJournal(db), hallId, newer)).toEqual({ kind: 'released', released: 2, waiting: 0 });
    expect(await reasons()).toEqual([]);
    expect(await hallsWithWaiting(db)).not.toContain(hallId);
  });

  it('§2 rule 18: a text that no table holds makes later rows of its thing wait too, in this batch and in the next, and nothing else', async () => {
    const [first] = [day('2026-11-21')];
    journal.append([first], ['{"type":"dayOpened","businessDay":"\u0000"}']);
    journal.append([{ type: 'jobFilled', jobId: 'elsewhere' }]);
    expect(await push(1)).toMatchObject({ kind: 'ack', quarantined: 1 });
    journal.append([first]);
    expect(await push(3)).toMatchObject({ kind: 'ack', quarantined: 2 });
    expect((await reasons())[1]).toBe('behind');
    expect(await releaseWaiting(sqlJournal(db), hallId)).toEqual({ kind: 'released', released: 0, waiting: 2 });
  });

  it('a hall that is not enrolled has nothing to release', async () => {
    expect(await releaseWaiting(sqlJournal(db), 'nobody')).toEqual({ kind: 'unknownHall' });
  });
});
