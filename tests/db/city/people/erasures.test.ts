/* Erasures as the desk of the city asks for them and lists them, on both engines: one command is one erasure, the number is kept nowhere, and each hall is waited for until its journal says that it is through. */
import { describe, expect, it } from 'vitest';
import { keepPresence } from '@kuaizhao/db/city/journal/halls.ts';
import { erasurePage, erasureTold } from '@kuaizhao/db/city/people/erasure-pages.ts';
import { askErasureAtDesk, type DeskErasure } from '@kuaizhao/db/city/people/erasures.ts';
import { foldPeople } from '@kuaizhao/db/city/people/fold-people.ts';
import { auditRows } from '@kuaizhao/db/city/registry/read.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { cityWithHalls } from '../../../fixtures/city/city-with-halls.ts';
import { engineNames } from '../../../fixtures/city/databases.ts';
import { morningStart } from '../../../fixtures/city/morning.ts';
import { person } from '../../../fixtures/people.ts';

describe.each(engineNames)('erasures on %s', (name) => {
  const city = cityWithHalls(name, ['h1', 'h2']);

  const ask = (n: number, commandId: string, now = morningStart) => askErasureAtDesk(city.db, { number: person(n).number, staffId: 'supervisor-1', approvedBy: 'supervisor-2', commandId, now } satisfies DeskErasure);
  const idOf = async (asked: ReturnType<typeof ask>): Promise<string> => {
    const told = await asked;
    if (told.kind !== 'asked') throw new Error(told.kind);
    return told.erasureId;
  };
  const tell = (hallId: string, facts: readonly Fact[], clock: number) => city.db.transaction(async (sql) => {
    const [hall] = await sql.query<{ hall_no: number }>('SELECT hall_no FROM hall WHERE hall_id = $1', [hallId]);
    await foldPeople(sql, hall?.hall_no ?? 0, facts.map((fact) => ({ fact, clock })));
  });
  const markOf = async (erasureId: string) => {
    const [row] = await city.db.query<{ quick: string; mark: string }>('SELECT quick, mark FROM erasure WHERE erasure_id = $1', [erasureId]);
    return { erasureId, quick: row?.quick ?? '', mark: row?.mark ?? '' };
  };

  it('rule 14 one command of the desk is one erasure, also when two come at once; for somebody else it is refused; the audit has its line and nothing has the number', async () => {
    const [one, other] = await Promise.all([idOf(ask(1, 'command-1')), idOf(ask(1, 'command-1'))]);
    expect(other).toBe(one);
    expect(await idOf(ask(1, 'command-1', morningStart + 60_000)), 'an answer that was lost').toBe(one);
    expect(await ask(2, 'command-1')).toEqual({ kind: 'otherCommand' });
    expect(await auditRows(city.db, undefined, 9)).toEqual([
      { no: 2, at: morningStart, staffId: 'supervisor-2', act: 'erasureApproved', about: one }, { no: 1, at: morningStart, staffId: 'supervisor-1', act: 'erasureAsked', about: one },
    ]);
    const kept = [...await city.db.query('SELECT * FROM erasure'), ...await city.db.query('SELECT * FROM erasure_audit'), ...await city.db.query('SELECT * FROM city_audit')];
    expect(kept).toHaveLength(4);
    expect(JSON.stringify(kept)).not.toContain(person(1).number);
  });

  it('rule 14 each hall is waited for until it says that it is through, with its own time and how many records went; then the erasure is among the done ones', async () => {
    const [{ erasures: [open] }] = [await erasurePage(city.db, { open: true, limit: 5 })];
    if (open === undefined) throw new Error('the erasure of the test before is open');
    expect(open).toEqual({ erasureId: open.erasureId, at: morningStart, askedHall: null, doneAt: null, halls: 2, done: 0 });
    await keepPresence(city.db, [{ hallId: 'h2', seenAt: morningStart + 1_000, claimedSeq: 4 }]);
    const mark = await markOf(open.erasureId);
    await tell('h1', [{ type: 'erasureHeard', erasure: mark, at: morningStart, records: 2 }], morningStart + 5_000);
    await tell('h1', [{ type: 'erasureHeard', erasure: mark, at: morningStart, records: 0 }], morningStart + 90_000);
    await city.db.query('UPDATE erasure SET done_at = $1', [morningStart + 2_000]);
    expect((await erasureTold(city.db, open.erasureId))?.of, 'what a restored hall does again is not the first time').toEqual([
      { hallId: 'h1', name: '市场 h1', done: true, doneAt: morningStart + 5_000, records: 2, seenAt: null },
      { hallId: 'h2', name: '市场 h2', done: false, doneAt: null, records: null, seenAt: morningStart + 1_000 },
    ]);
    expect((await erasurePage(city.db, { open: false, limit: 5 })).erasures).toEqual([]);
    await tell('h2', [{ type: 'erasureHeard', erasure: mark, at: morningStart, records: 0 }], morningStart + 6_000);
    expect(await erasurePage(city.db, { open: true, limit: 5 })).toEqual({ erasures: [] });
    expect((await erasurePage(city.db, { open: false, limit: 5 })).erasures).toEqual([{ ...open, doneAt: morningStart + 2_000, done: 2 }]);
    expect(await erasureTold(city.db, 'nothing')).toBeUndefined();
  });

  it('rule 14 one that began at the desk of a hall names that hall and counts its records; an erasure that the city learns again from a hall names none', async () => {
    const [here, elsewhere] = [{ erasureId: 'begun-in-h2', quick: 'abc', mark: 'a'.repeat(64) }, { erasureId: 'known-to-h1', quick: 'abc', mark: 'b'.repeat(64) }];
    const gone = { type: 'workerErased' as const, receipt: '20261121-001', reason: 'personAsked' as const, by: 'supervisor-9' };
    await tell('h2', [{ ...gone, workerId: 'w-1', everywhere: { ...here, at: morningStart + 7_000 } }, { ...gone, workerId: 'w-2' }, { ...gone, workerId: 'w-3', receipt: '20261121-002' }], morningStart + 7_000);
    await tell('h1', [{ type: 'erasureHeard', erasure: elsewhere, at: morningStart + 8_000, records: 1 }], morningStart + 9_000);
    expect(await erasureTold(city.db, 'begun-in-h2')).toMatchObject({ askedHall: 'h2', at: morningStart + 7_000, halls: 2, done: 1, of: [{ hallId: 'h1', done: false }, { hallId: 'h2', doneAt: morningStart + 7_000, records: 2 }] });
    expect(await erasureTold(city.db, 'known-to-h1')).toMatchObject({ askedHall: null, at: morningStart + 8_000, of: [{ hallId: 'h1', doneAt: morningStart + 9_000, records: 1 }, { hallId: 'h2', done: false }] });
  });

  it('rule 14 the list is read in pages, the newest first, each once', async () => {
    for (let n = 10; n < 17; n += 1) await ask(n, `command-page-${n}`, morningStart + 100_000);
    const seen: string[] = [];
    for (let after: readonly (string | number)[] | undefined; ;) {
      const page = await erasurePage(city.db, { open: true, after, limit: 4 });
      expect(page.erasures.length).toBeLessThanOrEqual(4);
      seen.push(...page.erasures.map(({ erasureId }) => erasureId));
      after = page.next;
      if (after === undefined) break;
    }
    expect(new Set(seen).size).toBe(9);
    expect(seen).toHaveLength(9);
    expect(seen.slice(-2), 'the oldest last').toEqual(['known-to-h1', 'begun-in-h2']);
    expect((await erasurePage(city.db, { open: true, after: ['not', 7], limit: 100 })).erasures, 'a place that makes no sense is the beginning').toHaveLength(9);
  });
});
