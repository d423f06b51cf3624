/* After work: arrived, done, paid, one question a screen; and the rights ticket of somebody who was not paid. */
import type { EveningWord } from '@kuaizhao/db/domain/attendance/commands.ts';
import type { MyHire } from '@kuaizhao/db/domain/hiring/asked.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { PaperFate, PaperState } from '../paper.ts';

export const eveningSteps = ['arrived', 'done', 'paid'] as const;
export type EveningStep = (typeof eveningSteps)[number];
export type EveningWords = { readonly [Step in EveningStep]?: EveningWord };

export type SceneOfHires = { readonly at: 'evening'; readonly card: Card; readonly hires: readonly MyHire[] };
/** `notPaid`: before anything is opened the person hears what will happen. */
export type SceneOfHire = { readonly at: 'eveningHire' | 'notPaid'; readonly card: Card; readonly list: SceneOfHires; readonly hire: MyHire; readonly step: EveningStep; readonly words: EveningWords };
/** `number`: of the rights window, where the hall has one; `dispute`: what every later question is asked by. */
interface Rights { readonly at: 'rights'; readonly number: string | undefined; readonly dispute: string; readonly answerBy: string }

export type EveningScene = SceneOfHires | SceneOfHire | Rights & { readonly card: Card; readonly paper: PaperState };
export type EveningScreen =
  | { readonly at: 'evening'; readonly hires: readonly MyHire[] }
  | { readonly at: 'eveningHire' | 'notPaid'; readonly hire: MyHire; readonly step: EveningStep; readonly words: EveningWords }
  | Rights & { readonly paper: PaperFate };

export type EveningErrand =
  | { readonly kind: 'myHires'; readonly card: Card; /** after a word was kept: on to the next, or thanks */ readonly kept: boolean }
  | { readonly kind: 'confirmEvening'; readonly card: Card; readonly scene: SceneOfHire };
