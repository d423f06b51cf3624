/* The tools of the city on both engines: status, halls, quarantine, release, restore codes, notices; refused by name, with nothing about a person in any answer. */
import { describe, expect, it } from 'vitest';
import { applyBatch } from '@kuaizhao/db/city/journal/apply-batch.ts';
import { greetHall } from '@kuaizhao/db/city/journal/greet-hall.ts';
import { sqlJournal } from '@kuaizhao/db/city/journal/sql-store.ts';
import { chainStart } from '@kuaizhao/db/domain/records/chain.ts';
import { operate, readArguments, type OperatorArguments } from '@kuaizhao/sync-agent/city/operator/operator.ts';
import { createHash } from 'node:crypto';
import { cityWithHalls } from '../../fixtures/city/city-with-halls.ts';
import { engineNames } from '../../fixtures/city/databases.ts';
import { memoryJournal } from '../../fixtures/city/memory-journal.ts';
import { morningStart } from '../../fixtures/city/morning.ts';

const given = (over: Partial<OperatorArguments> = {}): OperatorArguments => ({ config: 'city.json', json: true, urgent: false, ...over });

describe.each(engineNames)('the operator’s tools on %s', (name) => {
  const city = cityWithHalls(name, ['h1']);
  const greet = (over: object) => greetHall(sqlJournal(city.db), { hallId: 'h1', install: 'i1', epoch: 'e1', seq: 0, hash: chainStart, nextToken: 'a'.repeat(32), now: morningStart, ...over });

  it('arguments are checked whole', () => {
    expect(readArguments(['halls', '--config', 'c', '--json'])?.command).toBe('halls');
    for (const args of [['halls'], ['halls', '--config', 'c', '--hall', 'no spaces'], ['put-notice', '--config', 'c', '--hours', '0'], ['halls', '--config', 'c', '--x']]) expect(readArguments(args)).toBeUndefined();
  });

  it('shows what waits without a word of it, and releases it when it can be applied', async () => {
    await greet({});
    const journal = memoryJournal('00000000000000aa', () => morningStart);
    journal.append([{ type: 'jobFilled', jobId: 'j' }], ['{"name":"不该出现的人"}']);
    await applyBatch(sqlJournal(city.db), { hallId: 'h1', epoch: 'e1', token: 'a'.repeat(32), previous: chainStart, rows: journal.rows, now: morningStart });
    const waiting = await operate(city.db, 'quarantine', given(), morningStart);
    expect(waiting).toMatchObject({ ok: true, waiting: 1, rows: [{ hallId: 'h1', seq: 1, kind: 'jobFilled', reason: 'notAFact' }] });
    expect(JSON.stringify([waiting, await operate(city.db, 'halls', given(), morningStart), await operate(city.db, 'status', given(), morningStart)])).not.toContain('不该出现');
    expect(await operate(city.db, 'status', given(), morningStart)).toMatchObject({ ok: true, halls: 1, quarantined: 1, rows: 1 });
    expect(await operate(city.db, 'release', given({ hall: 'h1' }), morningStart)).toEqual({ ok: true, hallId: 'h1', released: 0, waiting: 1 });
    expect(await operate(city.db, 'release', given({ hall: 'h9' }), morningStart)).toEqual({ ok: false, refusal: 'unknownHall' });
    expect(await operate(city.db, 'release', given(), morningStart)).toEqual({ ok: false, refusal: 'badArguments' });
    expect(await operate(city.db, 'erase-everything', given(), morningStart)).toEqual({ ok: false, refusal: 'unknownCommand' });
  });

  it('§8 a code lets a restored machine in, and the one before is refused from then on', async () => {
    expect(await greet({ install: 'i2', token: 'f'.repeat(32) })).toEqual({ kind: 'refuse', reason: 'secondInstall' });
    const answer = await operate(city.db, 'restore-code', given({ hall: 'h1' }), morningStart);
    if (!answer.ok || typeof answer['code'] !== 'string') throw new Error('no code');
    const codeHash = createHash('sha256').update(answer['code']).digest('hex');
    expect(await greet({ install: 'i2', epoch: 'e2', codeHash: '0'.repeat(64) })).toEqual({ kind: 'refuse', reason: 'secondInstall' });
    expect(await greet({ install: 'i2', epoch: 'e2', codeHash, now: morningStart + 25 * 3_600_000 })).toEqual({ kind: 'refuse', reason: 'secondInstall' });
    expect(await greet({ install: 'i2', epoch: 'e2', codeHash, nextToken: 'b'.repeat(32) })).toMatchObject({ kind: 'welcome' });
    // The answer was lost: the same code once more.
    expect(await greet({ install: 'i2', epoch: 'e2', codeHash, nextToken: 'c'.repeat(32) })).toMatchObject({ kind: 'welcome' });
    expect(await greet({ install: 'i2', epoch: 'e2', token: 'c'.repeat(32), nextToken: 'd'.repeat(32) })).toMatchObject({ kind: 'welcome' });
    expect(await greet({ token: 'a'.repeat(32) })).toEqual({ kind: 'refuse', reason: 'secondInstall' });
    expect(await operate(city.db, 'restore-code', given({ hall: 'h9' }), morningStart)).toEqual({ ok: false, refusal: 'unknownHall' });
  });

  it('puts a notice up and takes it back', async () => {
    expect(await operate(city.db, 'put-notice', given({ notice: 'n1', text: '明天全市招聘', hours: 5 }), morningStart)).toEqual({ ok: true, noticeId: 'n1' });
    expect(await operate(city.db, 'put-notice', given({ notice: 'n1' }), morningStart)).toEqual({ ok: false, refusal: 'badArguments' });
    expect(await operate(city.db, 'end-notice', given({ notice: 'n1' }), morningStart)).toEqual({ ok: true, noticeId: 'n1' });
    expect(await operate(city.db, 'end-notice', given({ notice: 'n1' }), morningStart)).toEqual({ ok: false, refusal: 'unknownNotice' });
  });
});
