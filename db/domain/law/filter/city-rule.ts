/* A rule of fair employment that the city keeps for all its halls: plain words, not the pattern language, so that no clerk can write one that is slow or says what nobody meant. It adds to the shipped rules and takes none away. */
import { z } from 'zod';
import { textSchema } from '../../scalars.ts';
import { basis } from '../legal-basis.ts';
import { normalise } from './normalise.ts';
import { ruleClasses, type Rule } from './rule.ts';

/** Letters and figures alone: signs between them are overlooked by the filter anyway, and none of them means anything here. */
const wordSchema = z.string().regex(/^[\p{Script=Han}A-Za-z0-9]{2,20}$/u);

export const cityRuleSchema = z.strictObject({
  ruleId: z.string().regex(/^[0-9a-z-]{1,20}$/), class: z.enum(ruleClasses), outcome: z.enum(['block', 'staff']),
  words: z.array(wordSchema).min(1).max(60),
  /** what is lawful although one of the words is in it */
  exceptions: z.array(wordSchema).min(1).max(40).optional(),
  /** the law or paper that says so, as it is cited */
  source: textSchema(60),
});
export type CityRule = z.infer<typeof cityRuleSchema>;

/** How many rules of the city a hall takes in. */
export const cityRulesMost = 200;

/** As the filter reads it: `other.city-left-handed`. No shipped rule has such a name. */
export const cityRuleId = ({ class: ofClass, ruleId }: Pick<CityRule, 'class' | 'ruleId'>): string => `${ofClass}.city-${ruleId}`;

/** In the spelling to which every text is brought; nothing when only sounds are left of it. */
const spelt = (words: readonly string[]): string[] => words.map((word) => normalise(word).chars.join('')).filter((word) => word.length > 1);

/** `ruleVersion` and the day stand in the city's registry; here a rule is as it came last. */
export function ruleOf(said: CityRule): Rule {
  return { id: cityRuleId(said), class: said.class, outcome: said.outcome, patterns: spelt(said.words), exceptions: spelt(said.exceptions ?? []), version: 1, since: '', legalBasis: basis(said.source, '') };
}

/** Eight signs that are others when any word of the list is: FNV-1a over the list. */
export function listMark(rules: readonly CityRule[]): string {
  let hash = 0x811C9DC5;
  for (const char of JSON.stringify(rules)) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
