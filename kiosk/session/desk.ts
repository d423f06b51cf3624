/* The shape of a desk: a subject of the kiosk says here, scene by scene, what a touch does, what the screen sees and how the clock treats it. `desks.ts` puts all of them together. */
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { KioskTold } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';
import type { Moment, Step } from './event.ts';
import type { Screen, Touch } from './face.ts';
import type { Errand, ErrandKind, ErrandOf, SceneName, SceneOf, State } from './state.ts';

export type Accepted = Extract<Answer, { ok: true }>;

/**
 * Who may stand at a scene, for a card that comes: `nobody` yet (a card begins, settings stay), `somebody` (a misread card disturbs nobody), or one
 * who has `finished` (another card may begin).
 */
export type Holds = 'nobody' | 'somebody' | 'finished';

export interface SceneDesk<At extends SceneName> {
  readonly holds: Holds;
  /** What does not fit the scene stays: `stay(state)`. Language, size and 结束 never come here. */
  touch(state: State, scene: SceneOf<At>, touch: Touch, moment: Moment): Step;
  /** A code was held before the scanner: printable ASCII, whatever it means. A scene without this takes none. */
  scanned?(state: State, scene: SceneOf<At>, code: string, moment: Moment): Step;
  /** What a further card means here, another than the scene holds; without it a card begins as it does anywhere: another card is another person. */
  card?(state: State, scene: SceneOf<At>, card: Card, moment: Moment): Step;
  screen(state: State, scene: SceneOf<At>): Screen;
  /** The answer to a question that the scene asked without leaving it. */
  told?(state: State, scene: SceneOf<At>, told: KioskTold, moment: Moment): Step;
  /** Twice a second. One of steps/idle.ts, mostly `warned`. */
  tick(state: State, scene: SceneOf<At>, moment: Moment): Step;
  /** Another card changes nothing just now. */
  ignoresCard?(scene: SceneOf<At>): boolean;
}
export type ScenesDesk<At extends SceneName> = { readonly [One in At]: SceneDesk<One> };

/** What an answer means for the person who waits. What is left out never happens (`told` of a command) or is shown as a refusal. */
export interface ErrandDesk<E extends Errand> {
  accepted?(state: State, errand: E, answer: Accepted, moment: Moment): Step;
  told?(state: State, errand: E, told: KioskTold, moment: Moment): Step;
  refused?(state: State, errand: E, refusal: Refusal, moment: Moment): Step;
}
export type ErrandsDesk<Kind extends ErrandKind> = { readonly [One in Kind]: ErrandDesk<ErrandOf<One>> };
