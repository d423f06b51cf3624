/* What a rule of the fair-employment filter is: data, so that the city can keep, version and send it. */
import type { LegalBasis } from '../legal-basis.ts';

export const ruleClasses = [
  'sex', 'marriageBirth', 'ethnicityReligion', 'household', 'region', 'disability', 'carrier', 'age', 'lure', 'scam', 'feeDeposit', 'other',
] as const;
export type RuleClass = (typeof ruleClasses)[number];

/** Block: never shown as it is. Staff: a person looks first. */
export type RuleOutcome = 'block' | 'staff';
export type FilterOutcome = RuleOutcome | 'pass';

export interface Rule {
  /** `sex.only-men`: the class, then what it finds. Once shipped it is never given to another rule. */
  readonly id: string;
  readonly class: RuleClass;
  readonly outcome: RuleOutcome;
  /** In the language of pattern.ts, over normalised text. */
  readonly patterns: readonly string[];
  /** What is lawful: a finding that touches a match of one of these is none. */
  readonly exceptions: readonly string[];
  /** Rises with every change of patterns or exceptions. */
  readonly version: number;
  /** The day from which it is applied. */
  readonly since: string;
  readonly legalBasis: LegalBasis;
}

/** Words by name, for `<name>` in patterns; a word may itself be a pattern. */
export type Lexicon = Readonly<Record<string, readonly string[]>>;

export interface RuleSet {
  readonly version: string;
  readonly lexicon: Lexicon;
  readonly rules: readonly Rule[];
}
