/* The registry on both engines: versions, one command once, two editors told apart, the audit only appended, and the feed that follows. */
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { publishHalls } from '@kuaizhao/db/city/feeds/city-words.ts';
import { auditRows, entriesOf, versionsOf } from '@kuaizhao/db/city/registry/read.ts';
import { addWrongTry, triesOf } from '@kuaizhao/db/city/registry/tries.ts';
import { endEntry, putEntry } from '@kuaizhao/db/city/registry/write.ts';
import { engineNames, startEngine, type TestEngine } from '../../../fixtures/city/databases.ts';

const now = Date.parse('2026-11-20T21:00:00Z');
const hall = { hallId: 'h1', name: '济南市历下区东关综合零工市场', hotline: '053112345678', at: { x: 500, y: 400 } };
const change = (commandId: string, expected: number) => ({ kind: 'hall' as const, staffId: 'editor-1', commandId, expected, now, today: '2026-11-21' });

describe.each(engineNames)('%s', (name) => {
  let engine: TestEngine | undefined;
  afterAll(() => engine?.end());
  const fresh = async () => {
    engine ??= await startEngine(name);
    const place = await engine.database();
    const db = await place.open();
    onTestFinished(async () => { await db.close(); await place.remove(); });
    return db;
  };

  test('F24 an edit is a version, once however often it is sent, and halls read it', async () => {
    const db = await fresh();
    await publishHalls(db, [{ hallId: 'h1', name: '旧名' }, { hallId: 'h2', name: '另一个' }], now);
    expect(await putEntry(db, change('command-1', 0), hall)).toEqual({ kind: 'written', key: 'h1', version: 1 });
    expect(await putEntry(db, change('command-1', 0), hall), 'the same again').toEqual({ kind: 'written', key: 'h1', version: 1 });
    expect(await putEntry(db, change('command-1', 0), { ...hall, hours: '5:00–10:00' }), 'the id for something else').toEqual({ kind: 'otherCommand' });
    expect(await putEntry(db, change('command-2', 0), { ...hall, hours: '4:00–10:00' }), 'somebody was quicker').toEqual({ kind: 'changedMeanwhile' });
    expect(await putEntry(db, change('command-3', 1), { ...hall, name: '东关大厅' })).toEqual({ kind: 'stopped', findings: [{ code: 'nameKind', field: 'name', weight: 'stop' }] });
    expect(await putEntry(db, change('command-4', 1), { ...hall, hours: '5:00–10:00' })).toEqual({ kind: 'written', key: 'h1', version: 2 });
    expect((await versionsOf(db, 'hall', 'h1', 9)).map(({ version, staffId }) => [version, staffId])).toEqual([[2, 'editor-1'], [1, 'editor-1']]);
    // What the configuration says does not undo what staff have written.
    await publishHalls(db, [{ hallId: 'h1', name: '旧名' }], now);
    const feed = await db.query<{ key: string; body: string | null }>(`SELECT key, body FROM feed_row WHERE feed = 'halls' ORDER BY key`);
    expect(feed.map(({ key, body }) => [key, body === null ? null : (JSON.parse(body) as { hours?: string }).hours])).toEqual([['h1', '5:00–10:00'], ['h2', null]]);
    expect(await endEntry(db, change('command-5', 2), 'h1')).toEqual({ kind: 'written', key: 'h1', version: 3 });
    expect(await endEntry(db, change('command-6', 3), 'h1'), 'already gone').toEqual({ kind: 'changedMeanwhile' });
    expect((await entriesOf(db, 'hall', 9)).map(({ key, version, body }) => ({ key, version, body }))).toEqual([{ key: 'h1', version: 3, body: undefined }]);
  });

  test('F33 every change is in the audit, and neither audit nor versions are altered', async () => {
    const db = await fresh();
    await putEntry(db, change('command-1', 0), hall);
    expect(await auditRows(db, undefined, 9)).toEqual([{ no: 1, at: now, staffId: 'editor-1', act: 'put', about: 'hall h1 1' }]);
    for (const statement of ['DELETE FROM city_audit', `UPDATE city_audit SET act = 'ended'`, 'TRUNCATE city_audit', 'DELETE FROM registry_version']) await expect(db.query(statement)).rejects.toThrow('only appended');
  });

  test('F33 two who edit at once: one of them', async () => {
    const db = await fresh();
    const both = await Promise.all([putEntry(db, change('command-a', 0), hall), putEntry(db, change('command-b', 0), { ...hall, hours: '早5点' })]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['changedMeanwhile', 'written']);
  });

  test('F33 wrong tries are counted together and kept', async () => {
    const db = await fresh();
    await Promise.all([1, 2, 3].map(() => addWrongTry(db, 'editor-1', now, (wrong) => wrong * 1_000)));
    expect(await triesOf(db, 'editor-1')).toEqual({ wrong: 3, until: now + 3_000 });
  });
});
