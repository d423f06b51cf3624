/* The journal as an auditor reads it: by number and backwards, who did what; held against the chain while it is read. */
import SqliteDatabase from 'better-sqlite3';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { journalLookLimit, journalPageSchema, type JournalPage, type JournalRequest } from '@kuaizhao/db/domain/records/journal-page.ts';
import { openJournalView } from '@kuaizhao/db/hall/faces/records/journal-view.ts';
import { openEngine, tempDir, type TestEngine } from '../../../fixtures/engine.ts';
import { workDay } from '../../../db/hall/records/worked-day.ts';
import { openDesk } from './open-desk.ts';

const auditor: Actor = { role: 'console', staffId: 'auditor-1', staffRole: 'auditor' };

async function openWorked(): Promise<{ hall: TestEngine; page: (asked: JournalRequest) => Promise<JournalPage>; whole: (asked: JournalRequest) => Promise<JournalPage['rows']> }> {
  const hall = openEngine();
  for (const day of [0, 1]) await workDay(hall, day, 12);
  const { desk } = openDesk(hall);
  const page = async (asked: JournalRequest): Promise<JournalPage> => {
    const told = await desk.answer('journal', asked, auditor);
    if (!told.ok) throw new Error(told.error.code);
    return journalPageSchema.parse(told.value);
  };
  const whole = async (asked: JournalRequest): Promise<JournalPage['rows']> => {
    const rows: JournalPage['rows'] = [];
    for (let next: JournalPage['next'] | 'first' = 'first'; next !== undefined;) {
      const told: JournalPage = await page({ ...asked, ...(next === 'first' ? {} : { after: next }) });
      expect(told.checked.broken).toBeUndefined();
      rows.push(...told.rows);
      ({ next } = told);
    }
    return rows;
  };
  return { hall, page, whole };
}

test('F26 F33 the journal by number, newest first: page by page every row once, sound to its head', async () => {
  const { hall, page, whole } = await openWorked();
  const all = hall.db.journal.read(1, 100_000).toReversed();
  expect((await whole({ limit: 7 })).map(({ seq, fact, about, hash }) => ({ seq, fact, about, hash }))).toEqual(all.map((row) => ({ seq: row.seq, fact: row.kind, about: row.key, hash: row.hash })));
  const { head, checked } = await page({ limit: 10 });
  expect([head, checked]).toEqual([hall.db.journal.head(), { from: head.seq - 9, to: head.seq }]);
  expect(all.length).toBeLessThan(journalLookLimit * 10);
});

test('F26 the journal of a day, of a kind of fact, of one of the staff, about one thing: what fits and nothing else', async () => {
  const { hall, whole } = await openWorked();
  const all = hall.db.journal.read(1, 100_000).toReversed();
  const seqs = (rows: readonly { readonly seq: number }[]): number[] => rows.map(({ seq }) => seq);
  const china = (clock: number): string => new Date(clock + 8 * 3_600_000).toISOString().slice(0, 10);
  for (const day of new Set(all.map((row) => china(row.clock)))) expect(seqs(await whole({ day, limit: 30 }))).toEqual(seqs(all.filter((row) => china(row.clock) === day)));
  expect(await whole({ day: '2020-01-01' })).toEqual([]);
  expect(await whole({ day: '2099-01-01' })).toEqual([]);
  expect(seqs(await whole({ kinds: ['hireConfirmed', 'dayOpened'] }))).toEqual(seqs(all.filter((row) => row.kind === 'hireConfirmed' || row.kind === 'dayOpened')));
  const by = all.map((row) => (JSON.parse(row.body) as { by?: string }).by).find((who) => who !== undefined) ?? 'none';
  expect(seqs(await whole({ by }))).toEqual(seqs(all.filter((row) => { const body = JSON.parse(row.body) as { by?: string; staffId?: string }; return (body.by ?? body.staffId) === by; })));
  const hired = all.find((row) => row.kind === 'hireConfirmed')?.key ?? 'none';
  expect(seqs(await whole({ about: hired }))).toEqual(seqs(all.filter((row) => row.key === hired)));
});

test('F26 §4 a row that was changed behind the agent’s back is named by its number', async () => {
  const { hall } = await openWorked();
  const seq = Math.floor(hall.db.journal.head().seq / 2);
  hall.db.close();
  const file = join(tempDir(), 'copy.db');
  copyFileSync(join(hall.dir, 'hall.db'), file);
  const sql = new SqliteDatabase(file);
  sql.exec('DROP TRIGGER journal_never_changed');
  sql.prepare("UPDATE journal SET body = replace(body, '{', '{ ') WHERE seq = ?").run(seq);
  const read = openJournalView(sql);
  expect(read({ after: { seq: seq + 5 }, limit: 20 }).checked).toEqual({ from: seq - 15, to: seq + 4, broken: seq });
  expect(read({ after: { seq }, limit: 20 }).checked.broken).toBeUndefined();
  sql.close();
});
