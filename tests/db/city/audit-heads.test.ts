/* Signed heads of halls' audits at the city, on both engines: kept, held against each other, thinned out and forgotten in their time. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AuditHead } from '@kuaizhao/db/domain/audit/head.ts';
import { auditHeads, forgetAuditHeads, headsKeptMs, headsWholeMs, keepAuditHead, settleAudit } from '@kuaizhao/db/city/audit/heads.ts';
import { troubledHalls } from '@kuaizhao/db/city/troubles/read.ts';
import { isTrueHead, readOrMakeAuditKey, signHead } from '@kuaizhao/db/sealing/audit-key.ts';
import { isSignedBy } from '@kuaizhao/db/sealing/signing-key.ts';
import { cityWithHalls } from '../../fixtures/city/city-with-halls.ts';
import { engineNames } from '../../fixtures/city/databases.ts';
import { morningStart as now } from '../../fixtures/city/morning.ts';

const folder = mkdtempSync(join(tmpdir(), 'kuaizhao-heads-'));
const [key, otherKey] = [readOrMakeAuditKey(join(folder, 'a.key')), readOrMakeAuditKey(join(folder, 'b.key'))];
const epoch = 'a'.repeat(16);
const head = (over: Partial<AuditHead> = {}, by = key): AuditHead => {
  const { hall = 'h1', count = 10, at = now, epoch: of = epoch } = over;
  return signHead(by, { hall, epoch: of, count, hash: over.hash ?? count.toString(16).padStart(64, '0'), at });
};
const minute = 60_000;
const dayMs = 24 * 60 * minute;

describe.each(engineNames)('heads of audits on %s', (name) => {
  const city = cityWithHalls(name, ['h1', 'h2', 'h3', 'h4', 'h5']);
  const troublesOf = async (hallId: string) => (await troubledHalls(city.db, now)).halls.find((one) => one.hallId === hallId)?.troubles;

  test('architecture §4 a head that goes on from the one before is kept; told twice it is there once; of a hall that nobody knows nothing is', async () => {
    const [first, second] = [head({ hall: 'h1', count: 10 }), head({ hall: 'h1', count: 25, at: now + minute })];
    for (const one of [first, second, second]) expect(await keepAuditHead(city.db, one, now)).toBeUndefined();
    expect(await auditHeads(city.db, 'h1')).toEqual({ key: key.publicKey, heads: [first, second], doubts: [] });
    expect([await keepAuditHead(city.db, head({ hall: 'h9' }), now), await auditHeads(city.db, 'h9'), await troublesOf('h1')]).toEqual([undefined, undefined, undefined]);
  });

  test('architecture §4 fewer rows without another epoch, or as many and others, are troubles of that hall and kept as evidence; a backup that was put back is none', async () => {
    const kept = [head({ hall: 'h2', count: 30 }), head({ hall: 'h2', count: 50 })];
    for (const one of kept) await keepAuditHead(city.db, one, now);
    expect(await keepAuditHead(city.db, head({ hall: 'h2', count: 30, hash: 'f'.repeat(64) }), now)).toBe('other');
    expect(await troublesOf('h2')).toEqual([{ kind: 'auditOther', since: now, n: 30 }]);
    expect(await keepAuditHead(city.db, head({ hall: 'h2', count: 42 }), now + minute)).toBe('back');
    expect(await troublesOf('h2')).toEqual([{ kind: 'auditOther', since: now, n: 30 }, { kind: 'auditBack', since: now + minute, n: 8 }]);
    const restored = head({ hall: 'h2', count: 12, epoch: 'b'.repeat(32) });
    expect(await keepAuditHead(city.db, restored, now + minute)).toBeUndefined();
    const { heads, doubts } = await auditHeads(city.db, 'h2') ?? {};
    expect(heads).toEqual([...kept, restored]);
    expect(doubts?.map(({ doubt, count }) => [doubt, count])).toEqual([['other', 30], ['back', 42]]);
    // Until somebody has judged it, however long that takes.
    expect((await troubledHalls(city.db, now + 300 * dayMs)).halls.find(({ hallId }) => hallId === 'h2')?.troubles).toHaveLength(2);
    expect([await settleAudit(city.db, 'h2', now), await troublesOf('h2'), (await auditHeads(city.db, 'h2'))?.doubts.length]).toEqual([true, undefined, 2]);
  });

  test('architecture §4 once a person has looked into it, the hall goes on from where it is, and is held to what it tells from there', async () => {
    const said = [head({ hall: 'h5', count: 100 }), head({ hall: 'h5', count: 40, at: now + minute })];
    expect([await keepAuditHead(city.db, said[0]!, now), await keepAuditHead(city.db, said[1]!, now + minute)]).toEqual([undefined, 'back']);
    expect(await settleAudit(city.db, 'h5', now + 2 * minute)).toBe(true);
    for (const count of [45, 60]) expect(await keepAuditHead(city.db, head({ hall: 'h5', count, at: now + count * minute }), now + count * minute)).toBeUndefined();
    expect(await troublesOf('h5')).toBeUndefined();
    expect(await keepAuditHead(city.db, head({ hall: 'h5', count: 50, at: now + 62 * minute }), now + 62 * minute)).toBe('back');
  });

  test('architecture §4 the key is that of the first head; another one is a trouble each time, until a person takes it over', async () => {
    await keepAuditHead(city.db, head({ hall: 'h3', count: 5 }), now);
    expect(await keepAuditHead(city.db, head({ hall: 'h3', count: 9 }, otherKey), now)).toBe('key');
    expect(await troublesOf('h3')).toEqual([{ kind: 'auditKey', since: now }]);
    expect((await auditHeads(city.db, 'h3'))?.key).toBe(key.publicKey);
    expect(await settleAudit(city.db, 'h3', now)).toBe(true);
    expect([await troublesOf('h3'), (await auditHeads(city.db, 'h3'))?.key]).toEqual([undefined, otherKey.publicKey]);
    expect(await keepAuditHead(city.db, head({ hall: 'h3', count: 12 }, otherKey), now + minute)).toBeUndefined();
    expect(await keepAuditHead(city.db, head({ hall: 'h3', count: 13 }), now + minute)).toBe('key');
    expect(await settleAudit(city.db, 'h9', now)).toBe(false);
  });

  test('§4 more than six months: a month whole, then the last of each day, after four hundred days none', async () => {
    const at = (days: number, minutes = 0): number => now - days * dayMs + minutes * minute;
    const times = [at(410), at(390), at(390, 5), at(389), at(40), at(40, 5), at(40, 9), at(20), at(20, 5)];
    for (const [index, heard] of times.entries()) await keepAuditHead(city.db, head({ hall: 'h4', count: (index + 1) * 10, at: heard }), heard);
    await keepAuditHead(city.db, head({ hall: 'h4', count: 61, at: at(40, 10) }), at(40, 6));
    await keepAuditHead(city.db, head({ hall: 'h4', count: 60, hash: 'e'.repeat(64) }), at(40, 7));
    expect([headsKeptMs / dayMs, headsWholeMs / dayMs]).toEqual([400, 31]);
    expect(await forgetAuditHeads(city.db, now)).toBeGreaterThanOrEqual(4);
    const kept = await auditHeads(city.db, 'h4');
    expect(kept?.heads.map(({ count }) => count)).toEqual([30, 40, 70, 80, 90]);
    expect(kept?.doubts.map(({ doubt, count }) => [doubt, count])).toEqual([['back', 61], ['other', 60]]);
    expect(await forgetAuditHeads(city.db, now)).toBe(0);
  });
});

test('architecture §4 a signature holds for one head and one key; any other word of it does not', () => {
  const good = head();
  expect(isTrueHead(good)).toBe(true);
  for (const over of [{ count: 11 }, { hash: '0'.repeat(63) + '1' }, { epoch: 'c'.repeat(16) }, { hall: 'h2' }, { at: now + 1 }, { key: otherKey.publicKey }, { signature: head({}, otherKey).signature }, { key: 'x' }, { signature: '' }]) expect([over, isTrueHead({ ...good, ...over })]).toEqual([over, false]);
  expect(isSignedBy(key.publicKey, 'something else', good.signature)).toBe(false);
});
