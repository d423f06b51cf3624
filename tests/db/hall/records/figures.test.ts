/* Every figure is counted from the journal and from nothing else: counted again here from the journal alone, in another way, and compared. */
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { reportDefinitions, type ReportDefinition } from '@kuaizhao/db/domain/records/figures/definition.ts';
import { figureNames, type FigureName } from '@kuaizhao/db/domain/records/figures/measures.ts';
import type { FiguresReport } from '@kuaizhao/db/domain/records/figures/report.ts';
import { openEngine, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { hallSettings } from '../../../fixtures/hall.ts';
import { hallAfter, workDay } from './worked-day.ts';

interface Row { readonly seq: number; readonly key: string; readonly at: number; readonly day: string; readonly hour: string; readonly fact: Fact }
const seed = 20_261_121;

/** The journal as facts, each with the day that was open. */
function journalOf(hall: TestEngine): Row[] {
  let day = '';
  return hall.db.journal.read(1, 100_000).map((row) => {
    const fact = JSON.parse(row.body) as Fact;
    if (fact.type === 'dayOpened') day = fact.businessDay;
    return { seq: row.seq, key: row.key, at: row.clock, day, hour: new Date(row.clock + 8 * 3_600_000).toISOString().slice(11, 13), fact };
  });
}
function countAll(hall: TestEngine): void {
  while (hall.db.catchUp(37) > 0);
}
const definition = (by: ReportDefinition['by'], period: ReportDefinition['period'], figures: readonly FigureName[]): ReportDefinition => ({ id: 'asked', version: 1, zh: '问', en: 'Asked', by, period, figures: [...figures] });
const report = (hall: TestEngine, by: ReportDefinition['by'], period: ReportDefinition['period'], figures: readonly FigureName[]): FiguresReport =>
  hall.db.faces.records.report(definition(by, period, figures), { from: '2026-11-01', to: '2026-12-31' }, 'hall', hall.clock.now);

/** The recount: plain counting over facts, with nothing of the product in it. */
function recount(belongs: (row: Row) => boolean, journal: readonly Row[]): Record<FigureName, number | null> {
  // What was undone has never been; only the longest wait remembers it.
  const gone = new Set(journal.flatMap(({ fact }) => (fact.type === 'queueUndone' ? [fact.of] : [])));
  const all = journal.filter(({ fact }) => !('step' in fact && fact.step !== undefined && gone.has(fact.step)));
  const rows = all.filter(belongs);
  const of = <T extends Fact['type']>(type: T) => rows.filter((row): row is Row & { fact: Extract<Fact, { type: T }> } => row.fact.type === type);
  const first = <T extends Fact['type']>(type: T, wanted: (fact: Extract<Fact, { type: T }>) => boolean) => all.find((row) => row.fact.type === type && wanted(row.fact as Extract<Fact, { type: T }>));
  const waitOf = ({ at, fact }: Row): number => at - (first('ticketIssued', (one) => fact.type === 'ticketCalled' && one.ticketId === fact.ticketId)?.at ?? Number.NaN);
  const waits = of('ticketCalled').filter((call) => first('ticketCalled', (fact) => fact.ticketId === call.fact.ticketId)?.seq === call.seq).map(waitOf);
  const undone = journal.filter((row) => belongs(row) && !all.includes(row) && row.fact.type === 'ticketCalled').map(waitOf);
  // A posting is counted for its own day, in the hour in which everybody could first see it.
  const shown = all.flatMap((row) => {
    if (row.fact.type === 'jobPosted' && row.fact.state !== 'inReview') return [{ ...row, posted: row.fact }];
    if (row.fact.type !== 'jobReviewed' || row.fact.outcome !== 'approve') return [];
    const { jobId } = row.fact;
    const posted = first('jobPosted', (fact) => fact.jobId === jobId && fact.state === 'inReview')?.fact;
    return posted?.type === 'jobPosted' ? [{ ...row, day: posted.businessDay, posted }] : [];
  });
  const changes = all.flatMap((row) => {
    const change = row.fact.type === 'jobChanged' ? row.fact : undefined;
    const job = shown.find((one) => one.posted.jobId === change?.jobId);
    if (change === undefined || job === undefined) return [];
    const before = all.findLast((one) => one.seq < row.seq && one.fact.type === 'jobChanged' && one.fact.jobId === change.jobId)?.fact;
    return [{ ...row, day: job.day, more: change.terms.headcount - (before?.type === 'jobChanged' ? before : job.posted).terms.headcount }];
  });
  const fills = of('jobFilled').map((row) => row.at - (shown.find((one) => one.posted.jobId === row.fact.jobId)?.at ?? Number.NaN));
  const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
  const mean = (values: number[]): number | null => (values.length === 0 ? null : Math.round(sum(values) / values.length));
  const [seekers, places, hires] = [of('visitOpened').length, sum(shown.filter(belongs).map((row) => row.posted.terms.headcount)) + sum(changes.filter(belongs).map((row) => row.more)), of('hireConfirmed').length];
  const stars = of('opinionGiven').map((row) => row.fact.stars);
  const per = (n: number): number | null => (seekers === 0 ? null : Math.round((n / seekers) * 100) / 100);
  return {
    seekers, newcomers: of('workerRegistered').length, tickets: of('ticketIssued').length, calls: of('ticketCalled').length,
    waits: waits.length, averageWaitMs: mean(waits), longestWaitMs: Math.max(0, ...waits, ...undone), noShows: of('noShowMarked').length,
    served: of('callEnded').filter((row) => row.fact.outcome === 'served').length, transfers: of('ticketRequeued').filter((row) => row.fact.why === 'transferred').length, parted: of('callEnded').filter((row) => row.fact.outcome === 'noAgreement').length,
    employers: of('employerRegistered').length, jobs: shown.filter(belongs).length, places, rejected: of('jobReviewed').filter((row) => row.fact.outcome === 'reject').length, takenDown: of('jobTakenDown').filter((row) => shown.some((one) => one.posted.jobId === row.fact.jobId)).length,
    filled: fills.length, averageFillMs: mean(fills), hires, placesPerSeeker: per(places), hiresPerSeeker: per(hires),
    opinions: of('opinionGiven').length, averageStars: stars.length === 0 ? null : Math.round((sum(stars) / stars.length) * 100) / 100,
  };
}

async function threeDays(): Promise<{ hall: TestEngine; journal: Row[] }> {
  const hall = await hallAfter([0, 1, 9], seed % 7);
  countAll(hall);
  return { hall, journal: journalOf(hall) };
}

test('F25 F26 every figure of every day equals the recount from the journal alone', async () => {
  const { hall, journal } = await threeDays();
  const told = report(hall, 'all', 'day', figureNames);
  expect(told.rows.map((row) => row.period)).toEqual(['2026-11-21', '2026-11-22', '2026-11-30']);
  for (const row of told.rows) {
    const again = recount((one) => one.day === row.period, journal);
    expect([row.period, Object.fromEntries(figureNames.map((name, index) => [name, row.values[index]]))]).toEqual([row.period, again]);
  }
  // The day was a day: nothing here is zero because nothing happened.
  const first = told.rows[0]?.values ?? [];
  expect(figureNames.filter((_, index) => (first[index] ?? 0) <= 0)).toEqual([]);
});

test('F25 weeks, months and hours equal the recount; 求人倍率 is places ÷ seekers of the whole period', async () => {
  const { hall, journal } = await threeDays();
  const compare = (told: FiguresReport, belongs: (row: Row, period: string, key: string) => boolean): void => {
    for (const row of told.rows) {
      const again = recount((one) => belongs(one, row.period, row.key), journal);
      expect([row.period, row.key, row.values]).toEqual([row.period, row.key, told.definition.figures.map((name) => again[name])]);
    }
  };
  const weeks = report(hall, 'all', 'week', figureNames);
  expect(weeks.rows.map((row) => row.period)).toEqual(['2026-W47', '2026-W49']);
  compare(weeks, (row, period) => (period === '2026-W47') === (row.day < '2026-11-23'));
  compare(report(hall, 'all', 'month', figureNames), () => true);
  compare(report(hall, 'hour', 'day', figureNames), (row, period, key) => row.day === period && row.hour === key);
  compare(report(hall, 'hour', 'whole', ['seekers', 'hires', 'placesPerSeeker']), (row, _, key) => row.hour === key);
});

test('F4 F25 by trade: a seeker counts once for each trade named that day, jobs, places and hires for the job’s trade', async () => {
  const { hall, journal } = await threeDays();
  const told = report(hall, 'trade', 'day', ['seekers', 'tickets', 'jobs', 'places', 'hires', 'filled']);
  const tradeOfJob = new Map(journal.flatMap(({ fact }) => (fact.type === 'jobPosted' ? [[fact.jobId, fact.terms.trade]] : [])));
  const headcountAtLast = new Map(journal.flatMap(({ fact }) => (fact.type === 'jobPosted' || fact.type === 'jobChanged' ? [[fact.jobId, fact.terms.headcount]] : [])));
  const shownAtLast = new Set(journal.flatMap(({ fact }) => ((fact.type === 'jobPosted' && fact.state !== 'inReview') || (fact.type === 'jobReviewed' && fact.outcome === 'approve') ? [fact.jobId] : [])));
  for (const { period, key, values } of told.rows) {
    const rows = journal.filter((row) => row.day === period).map((row) => row.fact);
    const tickets = rows.filter((fact) => fact.type === 'ticketIssued').filter((fact) => fact.trades.includes(key));
    const posted = rows.filter((fact) => fact.type === 'jobPosted').filter((fact) => fact.terms.trade === key && shownAtLast.has(fact.jobId));
    expect([period, key, values]).toEqual([period, key, [
      new Set(tickets.map((fact) => fact.visitId)).size, tickets.length, posted.length, posted.reduce((total, fact) => total + (headcountAtLast.get(fact.jobId) ?? 0), 0),
      rows.filter((fact) => fact.type === 'hireConfirmed' && tradeOfJob.get(fact.jobId) === key).length,
      rows.filter((fact) => fact.type === 'jobFilled' && tradeOfJob.get(fact.jobId) === key).length,
    ]]);
  }
  expect(new Set(told.rows.map((row) => row.key)).size).toBe(5);
});

test('F14 F25 by service: numbers, calls and waits of the windows', async () => {
  const { hall, journal } = await threeDays();
  const told = report(hall, 'service', 'whole', ['tickets', 'calls', 'served', 'noShows']);
  const gone = new Set(journal.flatMap(({ fact }) => (fact.type === 'queueUndone' ? [fact.of] : [])));
  const alive = journal.filter(({ fact }) => !('step' in fact && fact.step !== undefined && gone.has(fact.step)));
  const serviceAt = (ticketId: string, seq: number): string | undefined => {
    const said = alive.findLast((row) => row.seq <= seq && ((row.fact.type === 'ticketIssued' || row.fact.type === 'ticketRequeued') && row.fact.ticketId === ticketId))?.fact;
    return said?.type === 'ticketIssued' ? said.service : said?.type === 'ticketRequeued' ? said.queue : undefined;
  };
  for (const { key, values } of told.rows) {
    const of = (type: Fact['type'], also: (fact: Fact) => boolean = () => true): number =>
      alive.filter(({ seq, fact }) => fact.type === type && 'ticketId' in fact && serviceAt(fact.ticketId ?? '', seq) === key && also(fact)).length;
    expect([key, values]).toEqual([key, [of('ticketIssued'), of('ticketCalled'), of('callEnded', (fact) => fact.type === 'callEnded' && fact.outcome === 'served'), of('noShowMarked')]]);
  }
});

test('F32 opinions: totals and stars, over all and by reason, equal the recount', async () => {
  const { hall, journal } = await threeDays();
  const told = report(hall, 'reason', 'whole', ['opinions', 'averageStars']);
  const given = journal.flatMap(({ fact }) => (fact.type === 'opinionGiven' ? [fact] : []));
  expect(report(hall, 'all', 'whole', ['opinions']).rows.map((row) => row.values[0])).toEqual([given.length]);
  for (const { key, values } of told.rows) {
    const stars = given.filter((fact) => fact.reasons.some((reason) => reason === key)).map((fact) => fact.stars);
    expect([key, values]).toEqual([key, [stars.length, Math.round((stars.reduce((a, b) => a + b, 0) / stars.length) * 100) / 100]]);
  }
  expect(told.rows.map((row) => row.key)).toEqual(['easyMachine', 'kindStaff', 'longWait']);
});

test('F16 F25 the figures of the day are what the board counts from the tables', async () => {
  const { hall } = await threeDays();
  const board = hall.db.faces.board.counts(hall.clock.now);
  const last = report(hall, 'all', 'day', ['seekers', 'jobs', 'places', 'hires']).rows.at(-1);
  expect(last?.values).toEqual([board.seekers, board.jobs, board.places, board.hires]);
});

test('F26 drill-down: the evidence rows of each figure add up to it, and each names its fact and number', async () => {
  const { hall, journal } = await threeDays();
  const all = (figure: FigureName, slice: 'all' | 'trade' | 'hour' | 'service', key: string) => {
    const rows = [];
    for (let after; ;) {
      const page = hall.db.faces.records.evidence({ figure, from: '2026-11-01', to: '2026-12-31', slice, key, after, limit: 7 });
      rows.push(...page.rows);
      if (page.next === undefined) return rows;
      after = page.next;
    }
  };
  for (const [figure, by] of [['seekers', 'all'], ['tickets', 'all'], ['places', 'trade'], ['hires', 'trade'], ['seekers', 'trade'], ['calls', 'service'], ['hires', 'hour']] as const) {
    for (const row of report(hall, by, 'whole', [figure]).rows) {
      const evidence = all(figure, by, row.key);
      expect([figure, by, row.key, evidence.reduce((total, one) => total + one.amount, 0)]).toEqual([figure, by, row.key, row.values[0]]);
      expect(new Set(evidence.map((one) => one.seq)).size).toBe(evidence.length);
      for (const one of evidence) expect(journal[one.seq - 1]?.fact.type).toBe(one.fact);
    }
  }
  const hires = all('hires', 'all', '');
  expect(hires.map((row) => row.number)).toEqual(journal.flatMap(({ fact }) => (fact.type === 'hireConfirmed' ? [fact.number] : [])));
  const waits = all('averageWaitMs', 'all', '');
  expect(waits.every((row) => row.fact === 'queueUndone' || /^[A-F]\d{3}$/.test(row.number ?? ''))).toBe(true);
});

test('F26 from any number of a paper to every row of the journal about it', async () => {
  const { hall, journal } = await threeDays();
  const hired = journal.find((row) => row.fact.type === 'hireConfirmed');
  if (hired?.fact.type !== 'hireConfirmed') throw new Error('nobody was hired');
  const { hireId, number, visitId, callId, jobId } = hired.fact;
  const trace = hall.db.faces.records.trace({ day: hired.day, number });
  const ids = trace.things.map((thing) => thing.id);
  expect(ids).toEqual(expect.arrayContaining([hireId, visitId, callId, jobId]));
  expect(trace.things.some((thing) => thing.kind === 'paper')).toBe(true);
  expect(trace.rows.map((row) => row.seq)).toEqual(journal.filter((row) => ids.includes(row.key)).map((row) => row.seq));
  const job = hall.db.faces.records.trace({ day: hired.day, number: trace.things.find((thing) => thing.id === jobId)?.number ?? '' });
  expect(job.things.map((thing) => thing.id)).toEqual(expect.arrayContaining([jobId, hireId]));
  expect(hall.db.faces.records.trace({ day: '2026-11-21', number: 'A99999' })).toEqual({ things: [], rows: [] });
  expect(hall.db.faces.records.trace({ day: '1999-01-01', number: number })).toEqual({ things: [], rows: [] });
});

test('F26 no figure can be typed, changed or taken away, inside the program or with a shell', async () => {
  const { hall } = await threeDays();
  hall.close();
  const sql = new SqliteDatabase(join(hall.dir, 'hall.db'));
  const some = "('hires', 'all', '2026-11-21', '', 1, 999, 999)";
  for (const attempt of [`INSERT INTO figures VALUES ${some}`, `INSERT OR REPLACE INTO figures VALUES ${some}`, 'UPDATE figures SET amount = amount + 1', 'UPDATE counting SET seq = seq + 1',
    "INSERT INTO counted VALUES ('hires', 999999, 0, 1, 1, '2026-11-21', 5, 1, '[]')"]) expect([attempt, attemptOf(sql, attempt)]).toEqual([attempt, 'no such function: in_operation']);
  expect(attemptOf(sql, 'DELETE FROM figures')).toBe('a figure is never erased');
  expect(attemptOf(sql, 'UPDATE counted SET amount = 9')).toBe('a counted row is never changed');
  // Even where the function exists, nothing is counted twice or skipped.
  sql.function('in_operation', () => 1);
  expect(attemptOf(sql, 'UPDATE counting SET seq = seq + 2')).toBe('counted row by row, each once');
  sql.close();
});
function attemptOf(sql: SqliteDatabase.Database, text: string): string {
  try {
    sql.exec(text);
    return 'done';
  } catch (error) {
    return (error as Error).message;
  }
}

test('F25 the seal: the same journal gives the same digest, one more fact another; a clock that jumps back changes no wait', async () => {
  const { hall } = await threeDays();
  const ask = () => report(hall, 'all', 'day', ['seekers', 'hires']);
  const first = ask();
  hall.clock.now += 5_000;
  expect(ask().seal).toEqual(first.seal);
  expect(first.seal.seq).toBe(hall.db.journal.head().seq);
  expect(first.seal.chain).toBe(hall.db.journal.head().hash);
  hall.clock.now -= 3 * 3_600_000;
  await hall.ask('takeTicket', { service: 'policy' });
  await hall.ask('callNext', { windowId: 'w2' }, staffActor);
  countAll(hall);
  expect(ask().seal.digest).not.toBe(first.seal.digest);
  const journal = journalOf(hall);
  const last = report(hall, 'all', 'day', figureNames).rows.at(-1);
  expect(last?.values).toEqual(figureNames.map((name) => recount((row) => row.day === '2026-11-30', journal)[name]));
});

test('F25 counting follows the journal in any portions, also over a restart, and a figure says to where it is counted', async () => {
  const hall = openEngine();
  await workDay(hall, 0, 3);
  const before = report(hall, 'all', 'day', ['seekers']);
  expect([before.rows, before.seal.seq]).toEqual([[], 0]);
  expect(hall.db.catchUp(10)).toBe(hall.db.journal.head().seq - 10);
  hall.close();
  const again = openEngine(hall.dir, 'b0b0b0b0b0b0b0b0');
  again.clock.now = hall.clock.now;
  countAll(again);
  const whole = openEngine();
  await workDay(whole, 0, 3);
  expect(whole.db.catchUp(1_000_000)).toBe(0);
  expect(report(again, 'all', 'day', figureNames).rows).toEqual(report(whole, 'all', 'day', figureNames).rows);
  expect(report(again, 'trade', 'day', ['seekers', 'places']).rows).toEqual(report(whole, 'trade', 'day', ['seekers', 'places']).rows);
});

test('F25 every report that every hall has can be asked and answers with its own figures', async () => {
  const { hall } = await threeDays();
  for (const one of reportDefinitions) {
    const told = hall.db.faces.records.report(one, { from: '2026-11-21', to: '2026-11-30' }, 'hall', hall.clock.now);
    expect([one.id, told.rows.length > 0, told.rows.every((row) => row.values.length === one.figures.length)]).toEqual([one.id, true, true]);
  }
});

test('F24 the directory entry: averages over the open days before today, never typed', async () => {
  const { hall, journal } = await threeDays();
  const entry = hall.db.faces.records.directory(hallSettings, hall.clock.now);
  const finished = journal.filter((row) => row.day === '2026-11-21' || row.day === '2026-11-22');
  const mean = (type: Fact['type']): number => Math.round((finished.filter((row) => row.fact.type === type).length / 2) * 10) / 10;
  expect([entry.openDays, entry.firstDay, entry.lastDay]).toEqual([2, '2026-11-21', '2026-11-22']);
  expect([entry.averageSeekers, entry.averageHires]).toEqual([mean('visitOpened'), mean('hireConfirmed')]);
  expect(entry.mainTrades.length).toBe(5);
  expect(entry.opensBetween).toEqual({ earliest: '05:00', latest: '05:00' });
  const empty = openEngine();
  expect(empty.db.faces.records.directory(hallSettings, empty.clock.now)).toMatchObject({ openDays: 0, averageSeekers: null, mainTrades: [] });
});
