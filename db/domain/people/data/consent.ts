/* Consent, purpose by purpose; taking it back is as easy as giving it (个人信息保护法 art. 14, 15). */
import type { Context } from '../../context.ts';
import type { Fact } from '../../fact.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import { personOf } from '../who.ts';
import type { ProfileRecord } from '../view.ts';
import { nextRightReceipt, receiptAtKiosk } from './receipts.ts';
import type { GiveConsent, WithdrawConsent } from './commands.ts';

/** What stands already with the same text is not given twice. Refuses what `personOf` refuses. */
export function decideGiveConsent(view: HallView, { who, consent }: GiveConsent, context: Context): Result<Decision> {
  const person = personOf(view, who, context.actor);
  if (!person.ok) return person;
  const { workerId } = person.value;
  const stands = new Set(view.consentsOf(workerId).filter((one) => one.workerId === workerId && one.textVersion === consent.textVersion).map((one) => one.purpose));
  const wanted = [...new Set(consent.purposes)];
  const given = (purpose: typeof wanted[number]) => ({ type: 'consentGiven' as const, workerId, purpose, textVersion: consent.textVersion });
  const receipt = nextRightReceipt(view);
  const fresh = wanted.filter((purpose) => !stands.has(purpose)).map((purpose): Fact => ({ ...given(purpose), receipt }));
  return ok({
    facts: fresh.length === 0 ? [] : [...fresh, ...receiptAtKiosk(view, context, receipt)], records: [],
    standing: wanted.filter((purpose) => stands.has(purpose)).map(given),
  });
}

/** Takes consent back on every record of the person; with the purpose goes what was kept for it alone. Refuses what `personOf` refuses, `consentMissing` when none of it stands. */
export function decideWithdrawConsent(view: HallView, { who, purposes }: WithdrawConsent, context: Context): Result<Decision> {
  const person = personOf(view, who, context.actor);
  if (!person.ok) return person;
  const standing = view.consentsOf(person.value.workerId).filter((one) => purposes.includes(one.purpose));
  if (standing.length === 0) return refuse('consentMissing', 'purposes');
  const receipt = nextRightReceipt(view);
  const facts: Fact[] = standing.map(({ workerId, purpose }) => ({ type: 'consentWithdrawn', workerId, purpose, receipt }));
  const records: ProfileRecord[] = [];
  for (const workerId of purposes.includes('district') ? view.recordsOf(person.value.workerId) : []) {
    const record = view.heldRecord(workerId);
    if (record?.has.includes('district') !== true) continue;
    facts.push({ type: 'profileChanged', workerId, version: record.version + 1, source: context.actor.role === 'kiosk' ? 'self' : 'staff', fields: ['district'] });
    records.push({ table: 'profile', workerId, changes: { district: null } });
  }
  return ok({ facts: [...facts, ...receiptAtKiosk(view, context, receipt)], records });
}
