/* Time passes: a silent agent is told about, a finished step makes room, and a person who left is forgotten. Each scene's desk names one of these. */
import { limits } from '@kuaizhao/sync-agent/contract/lan.ts';
import { stay, type Moment, type Step } from '../event.ts';
import { sessionLimits } from '../limits.ts';
import { withoutAgent } from '../numbers-only/without-agent.ts';
import type { PaperState } from '../paper.ts';
import { isFirst } from '../settings.ts';
import { cardOf, type SceneOf, type State } from '../state.ts';
import { atRest, leave } from './leave.ts';

export const stays = (state: State): Step => stay(state);

/** Somebody who only changed the language and went away. */
export function restAtAttract(state: State, _: unknown, moment: Moment): Step {
  return stay(stillFor(state, moment) >= sessionLimits.idleMs && !isFirst(state) ? atRest(state) : state);
}

/** A finished step with its paper. Card lifted and idle ends it soonest. */
export const restWithPaper = (state: State, { paper }: { readonly paper: PaperState }, moment: Moment): Step =>
  stillFor(state, moment) >= restOf(paper, state.cardPresent) ? leave(state) : stay(state);

/** A sentence that nobody answers. */
export const restAfterTrouble = (state: State, _: unknown, moment: Moment): Step =>
  stillFor(state, moment) >= sessionLimits.troubleMs ? leave(state) : stay(state);

/** The agent is silent for longer than a person should wait without a word. */
export function waited(state: State, scene: SceneOf<'asking'>, moment: Moment): Step {
  if (!scene.late && moment.ms - scene.sinceMs >= limits.answerMs) {
    const silent = { ...state, agentSilent: true };
    return withoutAgent(silent, scene.errand, moment, scene.awaits) ?? stay({ ...silent, scene: { ...scene, late: true } });
  }
  return warned(state, scene, moment);
}

/** 90 s without a sign of life, 30 s once the card is gone → a warning of 30 s → everything is forgotten. */
export function warned(state: State, _: unknown, moment: Moment): Step {
  const { ms } = moment;
  if (state.warning === undefined) return stillFor(state, moment) < patienceOf(state) ? stay(state) : stay(withWarning(state, ms + sessionLimits.warningMs, ms));
  return ms >= state.warning.endsMs ? leave(state) : stay(withWarning(state, state.warning.endsMs, ms));
}

const patienceOf = (state: State): number => (cardOf(state.scene) !== undefined && !state.cardPresent && state.reader === 'ready' ? sessionLimits.idleLiftedMs : sessionLimits.idleMs);

const stillFor = (state: State, { ms }: Moment): number => ms - state.lifeMs;

function restOf(paper: PaperState, cardPresent: boolean): number {
  if (paper.stage !== 'printed') return sessionLimits.paperMs;
  return cardPresent ? sessionLimits.doneWithCardMs : sessionLimits.doneMs;
}

function withWarning(state: State, endsMs: number, ms: number): State {
  const secondsLeft = Math.ceil((endsMs - ms) / 1000);
  return state.warning?.secondsLeft === secondsLeft ? state : { ...state, warning: { endsMs, secondsLeft } };
}
