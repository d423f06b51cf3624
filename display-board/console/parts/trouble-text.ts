/* Why a question has no answer, in one sentence. */
import type { Say, TextKey } from '../../i18n/texts.ts';
import type { Told } from '../session/ask-question.ts';

type Trouble = Exclude<Told<unknown>, { kind: 'told' }>;

export function troubleKey(trouble: Trouble): TextKey {
  if (trouble.kind === 'refused') return `refusal.${trouble.refusal.code}`;
  return trouble.kind === 'noAnswer' ? 'console.askedInVain' : 'console.badAnswer';
}

export const troubleText = (say: Say, trouble: Trouble): string => say(troubleKey(trouble));
