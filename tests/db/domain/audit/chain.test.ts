/* The chain over the audit and the counting of refusals, as rules. */
import { hash } from 'node:crypto';
import { type Arbitrary, array, assert, constantFrom, dictionary, integer, oneof, option, property, record, string, stringMatching, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { auditStart, auditText, nextAuditHash } from '@kuaizhao/db/domain/audit/chain.ts';
import { kindsApart, owe, settle, togetherMs, type AllOwed } from '@kuaizhao/db/domain/audit/owed.ts';
import type { AuditContent, AuditEntry } from '@kuaizhao/db/domain/audit/row.ts';

const sha256 = (text: string): string => hash('sha256', text, 'hex');
const id = stringMatching(/^[0-9A-Za-z_-]{1,12}$/);
/** What a file could hold after somebody has been at it: also texts that no agent writes. */
const anything = oneof(id, string({ maxLength: 12 }), constantFrom('', '\n', '=', '=x', '\n\n'));
const content = record({
  seq: integer({ min: 1, max: 1e6 }), at: integer({ min: 1, max: 1e13 }), day: constantFrom('2026-11-21', '2026-11-22'), who: id, role: constantFrom('clerk', 'kiosk', 'agent'),
  device: option(id, { nil: undefined }), act: constantFrom('command', 'refused', 'signedIn'), commandId: option(id, { nil: undefined }), name: option(constantFrom('checkIn', 'recall'), { nil: undefined }),
  subject: option(id, { nil: undefined }), outcome: constantFrom('ok', 'notYourRole'), times: integer({ min: 1, max: 99 }), journal: option(integer({ min: 1, max: 1e6 }), { nil: undefined }),
}) as Arbitrary<AuditContent>;
type Field = 'who' | 'role' | 'device' | 'act' | 'commandId' | 'name' | 'subject' | 'outcome' | 'day';

test('architecture §4 a sound row and anything that somebody makes of it never give the same bytes', () => {
  assert(property(content, dictionary(constantFrom<Field>('who', 'role', 'device', 'act', 'commandId', 'name', 'subject', 'outcome', 'day'), option(anything, { nil: undefined }), { minKeys: 1 }), (row, changes) => {
    const other = { ...row, ...changes } as AuditContent;
    const same = Object.keys(other).every((key) => other[key as Field] === row[key as Field]);
    expect(auditText(auditStart, other) === auditText(auditStart, row)).toBe(same);
    expect(nextAuditHash(sha256, auditStart, other) === nextAuditHash(sha256, auditStart, row)).toBe(same);
  }), { numRuns: 2_000 });
});

const refusal = (name: string, device = 'kiosk-1'): AuditEntry => ({ act: 'refused', who: device, role: 'kiosk', device, name, outcome: 'notYourRole' });
const minute = 1_800_000_000_000;

test('architecture §4 the first refusal of a kind is due at once, its like of the same minute together', () => {
  let all: AllOwed = new Map();
  const one = (now: number, entry = refusal('recall')): boolean => {
    const next = owe(all, entry, now);
    all = next.all;
    return next.due;
  };
  const write = (now: number, whole = false) => {
    const next = settle(all, now, { whole });
    all = next.all;
    return next.rows.map(({ entry: { name }, times }) => [name, times]);
  };
  expect(one(minute)).toBe(true);
  expect(write(minute)).toEqual([['recall', 1]]);
  expect([one(minute + 1), one(minute + 2), one(minute + 3, refusal('undo'))]).toEqual([false, false, true]);
  expect(write(minute + 4)).toEqual([['undo', 1]]);
  expect(write(minute + togetherMs)).toEqual([['recall', 2]]);
  expect([one(minute + togetherMs + 5), write(minute + togetherMs + 6)]).toEqual([false, []]);
  // The agent ends: what was counted is written.
  expect(write(minute + togetherMs + 7, true)).toEqual([['recall', 1]]);
  // A clock that was set back holds nothing up; what was quiet for a minute is forgotten.
  one(minute - 1e9);
  expect(write(minute - 1e9)).toEqual([['recall', 1]]);
  write(minute + 1e9);
  expect(all.size).toBe(0);
});

test('architecture §4 no flood makes more rows a minute than a member of staff or machine has kinds, none of it is left out, and nobody is counted for another', () => {
  assert(property(array(tuple(integer({ min: 0, max: 200 }), constantFrom('kiosk-1', 'kiosk-2'), integer({ min: 0, max: 900 })), { maxLength: 400 }), (tries) => {
    let [all, now]: [AllOwed, number] = [new Map(), minute];
    const asked: Record<string, number> = {};
    const rows: Record<string, number> = {};
    const told: Record<string, number> = {};
    const put = (whole = false): void => {
      const settled = settle(all, now, { whole });
      all = settled.all;
      for (const { entry: { who }, times } of settled.rows) {
        rows[who] = (rows[who] ?? 0) + 1;
        told[who] = (told[who] ?? 0) + times;
      }
    };
    for (const [kind, device, wait] of tries) {
      now += wait;
      const next = owe(all, refusal(`c${kind}`, device), now);
      all = next.all;
      asked[device] = (asked[device] ?? 0) + 1;
      if (next.due) put();
    }
    put(true);
    expect(told).toEqual(asked);
    const minutes = Math.floor((now - minute) / togetherMs) + 2;
    for (const made of Object.values(rows)) expect(made).toBeLessThanOrEqual((kindsApart + 1) * minutes);
  }), { numRuns: 200 });
});
