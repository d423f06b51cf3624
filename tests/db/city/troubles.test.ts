/* Halls in trouble as the hub's tables say, on both engines: what a hello told, rows that wait or are lost, and a journal that has not come; a hall in order is left out. */
import { describe, expect, it } from 'vitest';
import { enrolHalls, keepPresence } from '@kuaizhao/db/city/journal/halls.ts';
import { greetHall } from '@kuaizhao/db/city/journal/greet-hall.ts';
import { applyBatch } from '@kuaizhao/db/city/journal/apply-batch.ts';
import { sqlJournal } from '@kuaizhao/db/city/journal/sql-store.ts';
import { noteHello } from '@kuaizhao/db/city/troubles/heard.ts';
import { troubledHalls } from '@kuaizhao/db/city/troubles/read.ts';
import { copyShownMs, hallTroubles, restoredShownMs, type HallStanding } from '@kuaizhao/db/domain/registry/hall-troubles.ts';
import { chainStart } from '@kuaizhao/db/domain/records/chain.ts';
import { cityWithHalls } from '../../fixtures/city/city-with-halls.ts';
import { engineNames } from '../../fixtures/city/databases.ts';
import { memoryJournal } from '../../fixtures/city/memory-journal.ts';
import { morningStart } from '../../fixtures/city/morning.ts';

const minute = 60_000;
const [now, token] = [morningStart, 'a'.repeat(32)];

describe.each(engineNames)('halls in trouble on %s', (name) => {
  const city = cityWithHalls(name, ['h1', 'h2', 'h3', 'h4']);
  const greet = (hallId: string, over: object = {}) => greetHall(sqlJournal(city.db), { hallId, install: 'i1', epoch: 'e1', seq: 0, hash: chainStart, nextToken: token, now, ...over });
  const heard = (hallId: string, over: object = {}) => noteHello(city.db, { hallId, copy: false, anew: false, aheadMs: 0, now, ...over });
  const toldOf = async (hallId: string, at = now) => (await troubledHalls(city.db, at)).halls.find((one) => one.hallId === hallId)?.troubles;

  it('rule 8 a second machine is counted each time that it knocks, and shown for a day after the last; rule 6 another epoch is told by the greeting', async () => {
    expect(await troubledHalls(city.db, now)).toEqual({ looked: 4, halls: [] });
    expect(await greet('h1')).toMatchObject({ kind: 'welcome', anew: false });
    expect(await greet('h1', { install: 'i2' })).toEqual({ kind: 'refuse', reason: 'secondInstall' });
    await heard('h1', { copy: true, aheadMs: 99 * minute });
    await heard('h1', { copy: true, now: now + minute });
    expect(await toldOf('h1', now + minute), 'and not a word of its clock').toEqual([{ kind: 'copy', since: now + minute, n: 2 }]);
    expect(await toldOf('h1', now + minute + copyShownMs)).toBeUndefined();
    expect(await greet('h1', { token, epoch: 'e2', nextToken: 'b'.repeat(32) })).toMatchObject({ kind: 'welcome', anew: true });
    await heard('h1', { anew: true, now: now + copyShownMs });
    expect(await toldOf('h1', now + 2 * copyShownMs)).toEqual([{ kind: 'restored', since: now + copyShownMs }]);
    expect(await toldOf('h1', now + copyShownMs + restoredShownMs)).toBeUndefined();
  });

  it('rule 13 a clock that is off by more than a minute is told in minutes until it is right', async () => {
    await heard('h2', { aheadMs: -(7 * minute + 1) });
    expect(await toldOf('h2')).toEqual([{ kind: 'clock', since: now, n: -7 }]);
    await heard('h2', { aheadMs: 200_000 });
    expect(await toldOf('h2')).toEqual([{ kind: 'clock', since: now, n: 3 }]);
    await heard('h2', { aheadMs: minute });
    expect(await toldOf('h2')).toBeUndefined();
  });

  it('rule 18 rows that wait are told with how many, since when and why; what has not come with how many and how old the newest is', async () => {
    const journal = memoryJournal('0'.repeat(16), () => now - 30 * minute);
    const day = { type: 'dayOpened' as const, businessDay: '2026-11-21' };
    journal.append([day]);
    journal.append([day], ['no JSON']);
    journal.append([day], ['{"type":"dayOpened"}']);
    journal.append([day], ['no JSON either'], 99);
    expect(await greet('h3')).toMatchObject({ kind: 'welcome' });
    const rows = journal.rows.map(({ hash: _hash, ...row }) => row);
    expect(await applyBatch(sqlJournal(city.db), { hallId: 'h3', epoch: 'e1', token, previous: chainStart, rows, now })).toMatchObject({ kind: 'ack', quarantined: 3 });
    await keepPresence(city.db, [{ hallId: 'h3', seenAt: now, claimedSeq: 54 }, { hallId: 'h4', seenAt: now, claimedSeq: 9 }]);
    const { halls } = await troubledHalls(city.db, now);
    expect(halls).toMatchObject([{ hallId: 'h1' }, { hallId: 'h3', name: '市场 h3', seenAt: now, troubles: [{ kind: 'waiting', since: now, n: 3 }, { kind: 'behind', n: 50, minutes: 30 }] }, { hallId: 'h4', troubles: [{ kind: 'behind', since: null, n: 9 }] }]);
    const reasons = halls.find(({ hallId }) => hallId === 'h3')?.reasons ?? [];
    expect(reasons.reduce((sum, { n }) => sum + n, 0)).toBe(3);
    expect(JSON.stringify(halls)).not.toContain('JSON either');
    expect(await toldOf('h3', now - 29 * minute), 'what is younger than two minutes is on its way').toEqual([{ kind: 'waiting', since: now, n: 3 }]);
  });

  it('rule 9 rows that are lost for good stay on the list, with how many of them were counted last', async () => {
    for (const [counter, rows, at] of [[7, 5, now], [9, 12, now + minute]] as const) await city.db.query(`INSERT INTO journal_gap (hall_no, epoch, seq, boot, counter, clock, own, at, rows) SELECT hall_no, 'e1', 9, decode('0000000000000000', 'hex'), $1, $2, 0, $3, $4 FROM hall WHERE hall_id = 'h2'`, [counter, now, at, rows]);
    expect(await toldOf('h2', now + 400 * copyShownMs)).toEqual([{ kind: 'gap', since: now + minute, n: 12 }]);
  });

  it('a hall that is no longer enrolled is nobody’s trouble', async () => {
    await enrolHalls(city.db, [{ hallId: 'h4', name: '市场 h4', keyHash: new Uint8Array(32).fill(1) }]);
    expect(await troubledHalls(city.db, now)).toMatchObject({ looked: 1, halls: [{ hallId: 'h4' }] });
  });
});

it('the most pressing first, and a hall in order has none', () => {
  const fine: HallStanding = { claimedSeq: 9, seq: 9, newestClock: now - 999 * minute, waiting: 0, waitingSince: null, gaps: 0, lost: undefined, gapAt: null };
  expect(hallTroubles(fine, now)).toEqual([]);
  const alarm = { at: now, times: 3, value: 5 * minute };
  const worst: HallStanding = { ...fine, claimedSeq: 19, waiting: 2, waitingSince: now, gaps: 1, gapAt: now, copy: alarm, restored: alarm, clock: alarm, auditKey: alarm, auditBack: alarm, auditOther: alarm };
  expect(hallTroubles(worst, now).map(({ kind }) => kind)).toEqual(['copy', 'auditOther', 'auditBack', 'auditKey', 'gap', 'waiting', 'behind', 'restored', 'clock']);
  expect(hallTroubles(worst, now).find(({ kind }) => kind === 'gap'), 'not counted yet').toEqual({ kind: 'gap', since: now });
});
