/* What a choice of a form is called: dangers, papers and reasons by the words they have everywhere, all others by the desk's own. */
import { workTags } from '@kuaizhao/db/domain/law/hazards.ts';
import { ruleClasses } from '@kuaizhao/db/domain/law/filter/rule.ts';
import { certificates, certificateSchema } from '@kuaizhao/db/domain/trades/certificate.ts';
import type { Say } from '../../../i18n/texts.ts';
import type { DeskOption, FieldName, OptionName } from './form-types.ts';

export function choiceText(say: Say, field: FieldName, option: OptionName): string {
  const [tag, paper] = [workTags.find((one) => one === option), certificateSchema.safeParse(option).data];
  if (field === 'hazards' && tag !== undefined) return say(`tag.${tag}`);
  if (field === 'certificates' && paper !== undefined) return say.language === 'en' ? certificates[paper].en : certificates[paper].zh;
  const ruleClass = ruleClasses.find((one) => one === option);
  if (field === 'ruleClass' && ruleClass !== undefined) return say(`ruleClass.${ruleClass}`);
  // All that is left has a word of its own.
  return say(`cityDesk.option.${option as DeskOption}`);
}
