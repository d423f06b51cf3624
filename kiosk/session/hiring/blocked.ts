/* Words that may not stand: which they are, why, and the posting without them. */
import { ruleClasses } from '@kuaizhao/db/domain/law/filter/rule.ts';
import type { JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';
import type { ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { checkJob } from '../job/begin.ts';
import type { ErrandOf, SceneOf, State } from '../state.ts';
import { warned } from '../steps/idle.ts';
import { refuse } from '../steps/refuse.ts';
import { askHome } from './asks.ts';
import type { Boss } from './scenes.ts';

const elements = ['title', 'place', 'remark', 'conditions'] as const;

export const blockedScenes: ScenesDesk<'blockedWords'> = {
  blockedWords: { holds: 'somebody', touch: touchBlocked, tick: warned, screen: (_, { blocked }) => ({ at: 'blockedWords', blocked }) },
};

/** The scene that shows the very words, or undefined for any other refusal. */
export function blockedBy({ code, field, matched, ruleId = '' }: Refusal, { card, employers, employer }: Boss, terms: JobTerms): SceneOf<'blockedWords'> | undefined {
  if (code !== 'wordingBlocked' && code !== 'contactInText') return undefined;
  const element = elements.find((one) => one === field?.split('.')[1]);
  if (element === undefined) return undefined;
  const text = element === 'conditions' ? terms.conditions?.text : terms[element];
  const why = code === 'contactInText' ? 'contact' : ruleClasses.find((one) => ruleId.startsWith(`${one}.`)) ?? 'other';
  return { at: 'blockedWords', card, employers, employer, terms, blocked: { element, text: text ?? '', matched, why } };
}

/** Back to the page it came from; words that may not stand are shown. */
export function repeatRefused(state: State, { from }: ErrandOf<'repeatJob'>, refusal: Refusal): Step {
  const blocked = blockedBy(refusal, from, from.terms);
  return blocked === undefined ? refuse(state, refusal, from) : stay({ ...state, scene: blocked });
}

function touchBlocked(state: State, scene: SceneOf<'blockedWords'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back') return askHome(state, scene, moment);
  return touch.type === 'next' ? checkJob(state, scene, withoutText(scene)) : stay(state);
}

/** The posting without the text that was refused. A place has to be chosen anew: from the tiles, which the hall has read. */
function withoutText({ terms, blocked: { element } }: SceneOf<'blockedWords'>): Partial<JobTerms> {
  const { [element]: _refused, ...rest } = terms;
  if (element !== 'conditions' || terms.conditions === undefined) return rest;
  const { text: _text, ...lawful } = terms.conditions;
  return { ...rest, conditions: lawful };
}
