/* Is this employer verified, watched, banned or trusted today? The one place where those words get their meaning. */
import type { HallSettings } from '../hall/settings.ts';
import type { BusinessDay, Instant } from '../scalars.ts';
import { isPerson } from './documents.ts';
import type { EmployerRow, EmployersView } from './view.ts';

const dayMs = 24 * 3_600_000;

type HeldOn = 'normal' | 'watched' | 'banned';
const heavier = (one: HeldOn, other: HeldOn): HeldOn => (one === 'banned' || other === 'banned' ? 'banned' : one === 'watched' || other === 'watched' ? 'watched' : 'normal');

/** The heavier of the hall's own word and the city's. */
export const standingOn = (employer: EmployerRow, day: BusinessDay): HeldOn => heavier(ownStandingOn(employer, day), heldByCity(employer, day));
/** Whether one of these is a contractor whom hall or city bans that day. */
export const hasBannedContractor = (employers: readonly EmployerRow[], day: BusinessDay): boolean => employers.some((one) => one.kind === 'contractor' && standingOn(one, day) === 'banned');

/** As `standingOn`; and whoever is banned as a contractor is banned as a household, too: no way round it under another name. */
export const heldOn = (view: Pick<EmployersView, 'employersOfOwner'>, employer: EmployerRow, day: BusinessDay): HeldOn =>
  (employer.kind === 'household' && hasBannedContractor(view.employersOfOwner(employer.employerId), day) ? 'banned' : standingOn(employer, day));

/** The live jobs that a ban of this employer reaches: its own, and those of the household that a contractor is as well. A household and a contractor are one person each, who alone speaks for them. */
export function liveJobsUnder(view: Pick<EmployersView, 'employersOfOwner'> & { liveJobsOf(employerId: string): readonly string[] }, { employerId, kind }: EmployerRow): readonly string[] {
  const known = kind === 'contractor' ? view.employersOfOwner(employerId) : [];
  const households = known.filter((one) => one.kind === 'household');
  return [...new Set([employerId, ...households.map((one) => one.employerId)].flatMap((id) => view.liveJobsOf(id)))];
}
const heldByCity = (employer: EmployerRow, day: BusinessDay): HeldOn => {
  const is = cityStandingOn(employer, day);
  return is === 'watched' || is === 'banned' ? is : 'normal';
};

/** What the city's list says, unless its last day is over. */
export const cityStandingOn = ({ city }: Pick<EmployerRow, 'city'>, day: BusinessDay): 'verified' | 'watched' | 'banned' | undefined => (city !== undefined && (city.until === undefined || day <= city.until) ? city.is : undefined);

/** What the hall itself set, unless its last day is over. */
export function ownStandingOn({ standing }: Pick<EmployerRow, 'standing'>, day: BusinessDay): HeldOn {
  return standing.is !== 'normal' && (standing.until === undefined || day <= standing.until) ? standing.is : 'normal';
}

/** By the hall's staff, or by the city's unless the hall has turned the employer down itself. */
export const isVerified = (employer: EmployerRow, day: BusinessDay): boolean => {
  const { verification } = employer;
  return verification.is === 'verified' && day <= verification.until || (verification.is !== 'declined' && cityStandingOn(employer, day) === 'verified');
};

/** Verified by staff; or a person who came with card and signed promise and was not turned down since. */
export const isVouchedFor = (employer: EmployerRow, day: BusinessDay): boolean =>
  isVerified(employer, day) || (isPerson(employer.kind) && employer.promiseVersion !== undefined && employer.verification.is === 'none');

/** When an employer's postings are shown first and checked after (F13): enough hires, rested long enough for a complaint to have come, and no dispute in the quiet time. */
export interface TrustRule { readonly version: string; readonly hires: number; readonly restDays: number; readonly quietDays: number }
export const shippedTrustRule: TrustRule = { version: '2026-11', hires: 20, restDays: 7, quietDays: 180 };
export const trustRuleOf = (settings: HallSettings): TrustRule => settings.trustRule ?? shippedTrustRule;

/** A supervisor's word first; else verified, and clean by the rule. A watched or banned employer is never trusted. */
export function isTrusted(view: EmployersView, employer: EmployerRow, rule: TrustRule, day: BusinessDay, now: Instant): boolean {
  if (standingOn(employer, day) !== 'normal' || !isVerified(employer, day)) return false;
  if (employer.trust !== undefined) return employer.trust === 'given';
  const quietSince = now - rule.quietDays * dayMs;
  if (employer.lastDisputeAt !== undefined && employer.lastDisputeAt > quietSince) return false;
  const since = employer.lastDisputeAt ?? 0;
  return view.hiresBetween(employer.employerId, since, now - rule.restDays * dayMs, rule.hires) >= rule.hires;
}
