/* The directory and the merged catalogue on both engines: whole in pages as at once, found by hall, trade, district and word, whatever the word is made of. */
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { offeredJobs, openJobs, type OpenJobsAsked } from '@kuaizhao/db/city/figures/jobs.ts';
import { publishHalls } from '@kuaizhao/db/city/feeds/city-words.ts';
import { applyBatch } from '@kuaizhao/db/city/journal/apply-batch.ts';
import { greetHall } from '@kuaizhao/db/city/journal/greet-hall.ts';
import { enrolHalls } from '@kuaizhao/db/city/journal/halls.ts';
import { sqlJournal } from '@kuaizhao/db/city/journal/sql-store.ts';
import { directoryRows, type DirectoryAsked } from '@kuaizhao/db/city/registry/directory.ts';
import { putEntry } from '@kuaizhao/db/city/registry/write.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { createAnswers } from '@kuaizhao/sync-agent/city/registry/answers.ts';
import { cityQuestions } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { engineNames, startEngine, type TestEngine } from '../../fixtures/city/databases.ts';
import { memoryJournal } from '../../fixtures/city/memory-journal.ts';
import { morningStart as now } from '../../fixtures/city/morning.ts';

const day = '2026-11-21';
const token = 'a'.repeat(32);
const places = ['奥体中路', '100%工地', '经十路_北'];

describe.each(engineNames)('%s', (name) => {
  let engine: TestEngine | undefined;
  afterAll(() => engine?.end());
  const fresh = async () => {
    engine ??= await startEngine(name);
    const place = await engine.database();
    const db = await place.open();
    onTestFinished(async () => { await db.close(); await place.remove(); });
    await enrolHalls(db, ['h1', 'h2', 'h3'].map((hallId) => ({ hallId, name: `临时 ${hallId}`, keyHash: new Uint8Array(32).fill(1) })));
    await publishHalls(db, [{ hallId: 'h1', name: '临时 h1' }, { hallId: 'h2', name: '临时 h2' }, { hallId: 'h3', name: '临时 h3' }], now);
    for (const [hallId, district, trades] of [['h1', '370102', ['0101']], ['h2', '370105', ['0201', '0101']]] as const) {
      expect(await putEntry(db, { kind: 'hall', staffId: 'editor-1', commandId: `command-${hallId}`, expected: 0, now, today: day }, { hallId, name: `济南市历下区${hallId === 'h1' ? '东关' : '泉福'}综合零工市场`, district, trades: [...trades], address: `样例路${hallId === 'h1' ? 1 : 2}号` })).toMatchObject({ kind: 'written' });
    }
    for (const [at, hallId] of ['h1', 'h2'].entries()) {
      const journal = memoryJournal(`00000000000000b${at}`, () => now);
      journal.append([{ type: 'dayOpened', businessDay: day }]);
      for (let n = 1; n <= 60; n += 1) {
        const terms = soundTerms(now, { trade: n % 3 === 0 ? '0201' : '0101', place: places[n % 3]!, startAt: now + (1 + n % 7) * 3_600_000, validUntil: now + 86_400_000 });
        const posted: Fact = { type: 'jobPosted', jobId: `j${n}`, number: `J${String(n).padStart(3, '0')}`, businessDay: day, employerId: 'e1', terms };
        journal.append(n === 60 ? [posted, { type: 'jobClosed', jobId: 'j60', reason: 'enough' }] : [posted]);
      }
      const head = journal.head();
      await greetHall(sqlJournal(db), { hallId, install: 'install1', epoch: 'epoch1', seq: head.seq, hash: head.hash, nextToken: token, now });
      expect(await applyBatch(sqlJournal(db), { hallId, epoch: 'epoch1', token, previous: journal.hashAt(0)!, rows: journal.rows, now })).toMatchObject({ kind: 'ack', quarantined: 0 });
    }
    const jobs = async (asked: Omit<OpenJobsAsked, 'limit' | 'after'> = {}, limit = 50): Promise<string[]> => {
      const found: string[] = [];
      for (let after: OpenJobsAsked['after']; ;) {
        const page = await openJobs(db, now, { ...asked, after, limit });
        found.push(...page.jobs.map(({ hallId, number }) => `${hallId} ${number}`));
        if (page.next === undefined) return found;
        after = page.next;
      }
    };
    const halls = async (asked: Omit<DirectoryAsked, 'limit' | 'after' | 'today'> = {}, limit = 50): Promise<string[]> => {
      const found: string[] = [];
      for (let after: DirectoryAsked['after']; ;) {
        const page = await directoryRows(db, { ...asked, after, today: '2026-11-22', limit });
        found.push(...page.halls.map(({ hallId }) => hallId));
        if (page.next === undefined) return found;
        after = page.next;
      }
    };
    return { db, jobs, halls };
  };

  test('F19 wage clues look at the newest offers up to their limit, and say when there were others before', async () => {
    const { db } = await fresh();
    const span = { from: day, to: day };
    const [whole, part] = [await offeredJobs(db, span, 120), await offeredJobs(db, span, 119)];
    expect([whole.jobs.length, whole.more, part.jobs, part.more]).toEqual([120, false, whole.jobs.slice(0, 119), true]);
    const asked = async (offers: number) => cityQuestions.wageClues.reply.parse(await createAnswers({ db, now: () => now, offers }).wageClues({ span }, { staffId: 'editor-1', name: '样例', role: 'editor' }));
    expect(await asked(119)).toMatchObject({ looked: 119, more: true });
    const told = await asked(120);
    expect([told.looked, 'more' in told]).toEqual([120, false]);
  });

  test('F23 the merged catalogue: fifty a page, each open job once, the soonest first, by hall, trade, district and word', async () => {
    const { db, jobs } = await fresh();
    const first = await openJobs(db, now, { limit: 50 });
    expect([first.jobs.length, first.next !== undefined]).toEqual([50, true]);
    const starts = first.jobs.map(({ terms }) => terms.startAt);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    const whole = await jobs();
    expect([whole.length, new Set(whole).size]).toEqual([118, 118]);
    expect(await jobs({}, 7)).toEqual(whole);
    expect(await jobs({ hallId: 'h2' })).toEqual(whole.filter((one) => one.startsWith('h2')));
    expect((await jobs({ district: '370105' })).length).toBe(59);
    expect((await jobs({ district: '3701' })).length).toBe(118);
    expect((await jobs({ trade: '0201', hallId: 'h1' })).length).toBe(19);
    expect(await jobs({ text: 'J007' })).toEqual(['h1 J007', 'h2 J007']);
    // Signs that a pattern would read are letters here.
    expect((await jobs({ text: '100%' })).length).toBe(40);
    expect((await jobs({ text: '%' })).length).toBe(40);
    expect((await jobs({ text: '_' })).length).toBe(40);
    expect(await jobs({ text: `'; DROP TABLE job; --` })).toEqual([]);
    // A page of another order begins at the beginning.
    expect((await openJobs(db, now, { after: ['x'], limit: 50 })).jobs.map(({ jobId }) => jobId)).toEqual(first.jobs.map(({ jobId }) => jobId));
  });

  test('F24 the directory: every hall by name, in pages too, by trade, district and word, with means counted from its days', async () => {
    const { db, halls } = await fresh();
    const whole = await halls();
    expect(whole.toSorted()).toEqual(['h1', 'h2', 'h3']);
    expect(await halls({}, 1)).toEqual(whole);
    expect(await halls({ trade: '0201' })).toEqual(['h2']);
    expect(await halls({ district: '370102' })).toEqual(['h1']);
    expect(await halls({ text: '泉福' })).toEqual(['h2']);
    expect(await halls({ text: '样例路1' })).toEqual(['h1']);
    await db.script(`INSERT INTO day_figures (hall_no, day, seekers, waiting, jobs, places, hires) SELECT hall_no, DATE '2026-11-20', 101, 0, 1, 1, 40 FROM hall WHERE hall_id = 'h1'; UPDATE day_figures SET seekers = 200, hires = 60 WHERE day = '2026-11-21' AND hall_no = (SELECT hall_no FROM hall WHERE hall_id = 'h1')`);
    const [first] = (await directoryRows(db, { text: '东关', today: '2026-11-22', limit: 50 })).halls;
    expect(first).toMatchObject({ hallId: 'h1', days: 2, meanSeekers: 151, meanHires: 50, entry: { district: '370102' } });
  });
});
