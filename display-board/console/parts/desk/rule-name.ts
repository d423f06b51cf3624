/* What a rule of the filter looks for, in a word: `sex.only-men` is 限性别. The id itself says which one, to whoever asks. */
import { ruleClasses } from '@kuaizhao/db/domain/law/filter/rule.ts';
import type { Say } from '../../../i18n/texts.ts';

/** The class stands before the point; a rule of a class that this page does not know yet is told by its id. */
export function ruleName(say: Say, ruleId: string): string {
  const known = ruleClasses.find((one) => ruleId.startsWith(`${one}.`));
  return known === undefined ? ruleId : say(`ruleClass.${known}`);
}
