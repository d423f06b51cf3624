/* Why a question has no answer, in one sentence. */
import type { Say } from '../../i18n/texts.ts';
import type { Told } from '../session/ask-question.ts';

export function troubleText(say: Say, trouble: Exclude<Told<unknown>, { kind: 'told' }>): string {
  if (trouble.kind === 'refused') return say(`refusal.${trouble.refusal.code}`);
  return say(trouble.kind === 'noAnswer' ? 'console.askedInVain' : 'console.badAnswer');
}
