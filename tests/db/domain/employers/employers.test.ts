/* The rules of employers that need no hall: credit codes, licences, what holds on a day, who is trusted. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditCheckCharacter, isCreditCode } from '@kuaizhao/db/domain/employers/credit-code.ts';
import { agencyLicenceSchema, requiredDocuments } from '@kuaizhao/db/domain/employers/documents.ts';
import { isTrusted, isVouchedFor, shippedTrustRule, standingOn } from '@kuaizhao/db/domain/employers/standing.ts';
import type { EmployerRow, EmployersView } from '@kuaizhao/db/domain/employers/view.ts';

const employer = (changes: Partial<EmployerRow> = {}): EmployerRow => ({
  employerId: 'e', kind: 'enterprise', promiseVersion: undefined, verification: { is: 'verified', by: 's', at: 0, until: '2026-12-31' }, standing: { is: 'normal' }, trust: undefined, lastDisputeAt: undefined, ...changes,
});
const dayMs = 24 * 3_600_000;
const now = 1_000 * dayMs;

test('F10 GB 32100: a true code of a real authority holds, every wrong character and every swap of neighbours does not', () => {
  expect(isCreditCode('91350100M000100Y43')).toBe(true);
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'.split('');
  const seventeen = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }).map((all) => all.join(''));
  fc.assert(fc.property(seventeen, fc.nat(16), fc.constantFrom(...alphabet), (body, place, other) => {
    const code = body + creditCheckCharacter(body);
    expect(isCreditCode(code)).toBe(true);
    const wrong = code.slice(0, place) + other + code.slice(place + 1);
    expect(isCreditCode(wrong)).toBe(wrong === code);
  }), { verbose: 1 });
  for (const wrong of ['', '9135', '91350100M000100Y4', '91350100M000100Y433', '91350100I000100Y43', '91350100m000100Y43']) expect(isCreditCode(wrong)).toBe(false);
});

test('F10 each of the five kinds has its documents', () => {
  expect(requiredDocuments).toEqual({
    enterprise: ['businessLicence'], soleTrader: ['businessLicence'], agency: ['businessLicence', 'agencyLicence'], household: ['idCard', 'promise'], contractor: ['idCard', 'promise', 'crewList'],
  });
  expect(['（鲁）人服证字〔2026〕第0100000123号', '370102260001'].every((text) => agencyLicenceSchema.safeParse(text).success)).toBe(true);
  expect(['', '人服证字', '12345', '370102; DROP', '3'.repeat(41)].some((text) => agencyLicenceSchema.safeParse(text).success)).toBe(false);
});

test('F10 watched and banned hold through their last day, and without one until lifted', () => {
  const held = employer({ standing: { is: 'banned', until: '2026-11-21' } });
  expect([standingOn(held, '2026-11-21'), standingOn(held, '2026-11-22')]).toEqual(['banned', 'normal']);
  expect(standingOn(employer({ standing: { is: 'watched', until: undefined } }), '2099-01-01')).toBe('watched');
});

test('F10 vouched for: verified and not lapsed, or a person with card and promise who was not turned down', () => {
  expect([isVouchedFor(employer(), '2026-12-31'), isVouchedFor(employer(), '2027-01-01')]).toEqual([true, false]);
  const home = employer({ kind: 'household', promiseVersion: '2026-11', verification: { is: 'none' } });
  expect(isVouchedFor(home, '2026-11-21')).toBe(true);
  expect(isVouchedFor({ ...home, verification: { is: 'declined', by: 's', at: 0 } }, '2026-11-21')).toBe(false);
  expect(isVouchedFor({ ...home, kind: 'enterprise' }, '2026-11-21')).toBe(false);
});

test('F13 trusted: enough clean hires, rested and quiet; a supervisor’s word goes before the rule; held or lapsed is never trusted', () => {
  const asked: number[][] = [];
  const view = (hires: number): EmployersView => ({ hiresBetween: (_id: string, ...rest: number[]) => { asked.push(rest); return Math.min(hires, shippedTrustRule.hires); } }) as unknown as EmployersView;
  const trusted = (row: EmployerRow, hires = 0) => isTrusted(view(hires), row, shippedTrustRule, '2026-11-21', now);
  expect([trusted(employer(), 19), trusted(employer(), 20)]).toEqual([false, true]);
  expect(asked.at(-1)).toEqual([0, now - shippedTrustRule.restDays * dayMs, 20]);
  expect(trusted(employer({ lastDisputeAt: now - 179 * dayMs }), 500)).toBe(false);
  expect(trusted(employer({ lastDisputeAt: now - 181 * dayMs }), 20)).toBe(true);
  expect(asked.at(-1)?.[0]).toBe(now - 181 * dayMs);
  expect([trusted(employer({ trust: 'given' })), trusted(employer({ trust: 'withdrawn' }), 500)]).toEqual([true, false]);
  for (const row of [employer({ trust: 'given', standing: { is: 'watched', until: undefined } }), employer({ trust: 'given', verification: { is: 'none' } }), employer({ trust: 'given', verification: { is: 'verified', by: 's', at: 0, until: '2026-11-20' } })]) expect(trusted(row, 500)).toBe(false);
});
