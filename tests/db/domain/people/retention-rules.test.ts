/* What is kept how long, as a table that can be read aloud. */
import { expect, test } from 'vitest';
import { clearedKinds, cutoffOf, retentionRules } from '@kuaizhao/db/domain/records/retention.ts';

test('§4 ledgers at least three years, the audit log at least six months, and every rule names its ground', () => {
  expect(retentionRules.ledger.keepDays).toBeGreaterThanOrEqual(3 * 365 + 1);
  expect(retentionRules.audit.keepDays).toBeGreaterThanOrEqual(183);
  expect([retentionRules.ledger.end, retentionRules.audit.end]).toEqual(['kept', 'kept']);
  for (const rule of Object.values(retentionRules)) expect(rule.basis.every((one) => one.law.length > 3 && one.article.length > 2) && rule.basis.length > 0).toBe(true);
  expect(retentionRules.workers.keepDays).toBeGreaterThanOrEqual(retentionRules.ledger.keepDays);
});

test('§4 everything that the job clears ends, and a cutoff lies its whole time back', () => {
  for (const kind of clearedKinds) {
    expect(retentionRules[kind].end).not.toBe('kept');
    expect(cutoffOf(kind, 1_800_000_000_000)).toBe(1_800_000_000_000 - retentionRules[kind].keepDays * 86_400_000);
  }
  // A kiosk may be offline for 72 hours and hands its numbers in afterwards.
  expect(retentionRules.answers.keepDays).toBeGreaterThan(3);
});
