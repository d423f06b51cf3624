/* What is kept, how long, and on what ground. A table and nothing else: the daily job reads it and records what it did by it. */
import { basis, type LegalBasis } from '../law/legal-basis.ts';
import type { Instant } from '../scalars.ts';

const shortest: LegalBasis = basis('个人信息保护法', '第十九条');
const onErasure: LegalBasis = basis('个人信息保护法', '第四十七条');
const proof: LegalBasis = basis('个人信息保护法', '第六十九条');
const logs: LegalBasis = basis('网络安全法', '第二十一条');
/** Our own rule where no law names a time: `../shared/product.md` section 4. */
const own: LegalBasis = basis('零工市场数据规则', '台账三年');

const year = 365;
/** Three years with a leap day in them: never shorter than what was promised. */
const threeYears = 3 * year + 1;

export interface RetentionRule {
  /** counted from this */
  readonly from: 'lastVisit' | 'given' | 'replaced' | 'ended' | 'closed' | 'answered' | 'recorded';
  readonly keepDays: number;
  /** `kept`: nothing is deleted; `keepDays` is then the least. */
  readonly end: 'erased' | 'deleted' | 'textErased' | 'kept';
  readonly basis: readonly LegalBasis[];
}

/** The kinds that the job clears. */
export const clearedKinds = ['workers', 'pastProfiles', 'endedConsents', 'closedHelpCases', 'opinionTexts', 'trainingWishes', 'answers', 'shifts', 'ticketNotes', 'priorityReasons', 'deskNotes', 'slipPages', 'slipMarks', 'rightReceipts'] as const;
export type ClearedKind = (typeof clearedKinds)[number];

export const retentionRules: { readonly [K in ClearedKind | 'ledger' | 'audit']: RetentionRule } = {
  // The ledger names people for three years after they last came; then the person goes and the ledger row stays as a count.
  workers: { from: 'lastVisit', keepDays: threeYears, end: 'erased', basis: [own, shortest, onErasure] },
  pastProfiles: { from: 'replaced', keepDays: year, end: 'deleted', basis: [shortest] },
  // That somebody had agreed must be provable as long as somebody may still complain.
  endedConsents: { from: 'ended', keepDays: threeYears, end: 'deleted', basis: [proof] },
  closedHelpCases: { from: 'closed', keepDays: threeYears, end: 'deleted', basis: [own, shortest] },
  opinionTexts: { from: 'given', keepDays: year, end: 'textErased', basis: [shortest] },
  trainingWishes: { from: 'given', keepDays: year, end: 'deleted', basis: [shortest] },
  // A command that comes back later than this comes from no machine that was only offline (72 h).
  answers: { from: 'answered', keepDays: 14, end: 'deleted', basis: [shortest] },
  shifts: { from: 'ended', keepDays: threeYears, end: 'deleted', basis: [own] },
  ticketNotes: { from: 'recorded', keepDays: year, end: 'deleted', basis: [shortest] },
  // Why somebody was called earlier matters on that day and for a complaint about it.
  priorityReasons: { from: 'recorded', keepDays: 31, end: 'deleted', basis: [shortest] },
  // About employers and jobs: the ground of a decision, as long as the decision is in the ledger.
  deskNotes: { from: 'recorded', keepDays: threeYears, end: 'deleted', basis: [own] },
  // As long as the city shows them. A mark that the city has not taken out of its feed stays known, or it would be followed twice.
  slipPages: { from: 'recorded', keepDays: threeYears, end: 'deleted', basis: [own] },
  slipMarks: { from: 'recorded', keepDays: threeYears, end: 'deleted', basis: [own] },
  // That somebody asked and when it was done must be provable as long as somebody may still complain.
  rightReceipts: { from: 'given', keepDays: threeYears, end: 'deleted', basis: [proof] },
  // Jobs, tickets, calls and hires hold ids and no names. Nothing shortens them yet.
  ledger: { from: 'recorded', keepDays: threeYears, end: 'kept', basis: [own] },
  // The journal is the audit trail. A hall keeps what the city has acknowledged for its `journalDays` and everything else until then; the city keeps it for good.
  audit: { from: 'recorded', keepDays: 183, end: 'kept', basis: [logs] },
};

const dayMs = 24 * 3_600_000;
/** What lies before this instant is over its time. */
export const cutoffOf = (kind: ClearedKind, now: Instant): Instant => now - retentionRules[kind].keepDays * dayMs;
