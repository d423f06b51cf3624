/* Time passes: a silent agent is told about, a finished step makes room, and a person who left is forgotten. */
import { limits } from '@kuaizhao/sync-agent/contract/lan.ts';
import { stay, type Moment, type Step } from '../event.ts';
import { sessionLimits } from '../limits.ts';
import type { PaperState, State } from '../state.ts';
import { atRest, leave } from './leave.ts';

export function tick(state: State, moment: Moment): Step {
  const { scene } = state;
  const still = moment.ms - state.lifeMs;
  switch (scene.at) {
    case 'attract':
      // Somebody who only changed the language and went away.
      return stay(still >= sessionLimits.idleMs && (state.language !== 'zh-CN' || state.textStep !== 0) ? atRest(state) : state);
    case 'takeCard':
      return stay(state);
    case 'number':
    case 'posted':
      return still >= restOf(scene.paper, state.cardPresent) ? leave(state) : stay(state);
    case 'minor':
    case 'cardTrouble':
      return still >= sessionLimits.troubleMs ? leave(state) : stay(state);
    case 'refused':
      return scene.resume === undefined && still >= sessionLimits.troubleMs ? leave(state) : warned(state, moment);
    case 'asking':
      if (!scene.late && moment.ms - scene.sinceMs >= limits.answerMs) return stay({ ...state, scene: { ...scene, late: true } });
      return warned(state, moment);
    case 'services': case 'employerCard': case 'consent': case 'phone': case 'trades': case 'whoAmI': case 'promise':
    case 'jobTrade': case 'jobPay': case 'jobWhen': case 'jobPlace': case 'jobConditions': case 'jobVan': case 'jobCheck':
      return warned(state, moment);
  }
}

/** How long a finished step stays. Card lifted and idle ends it soonest. */
function restOf(paper: PaperState, cardPresent: boolean): number {
  if (paper.stage !== 'printed') return sessionLimits.paperMs;
  return cardPresent ? sessionLimits.doneWithCardMs : sessionLimits.doneMs;
}

/** 90 s without a sign of life → a warning of 30 s → everything is forgotten. */
function warned(state: State, { ms }: Moment): Step {
  if (state.warning === undefined) {
    if (ms - state.lifeMs < sessionLimits.idleMs) return stay(state);
    return stay(withWarning(state, ms + sessionLimits.warningMs, ms));
  }
  return ms >= state.warning.endsMs ? leave(state) : stay(withWarning(state, state.warning.endsMs, ms));
}

function withWarning(state: State, endsMs: number, ms: number): State {
  const secondsLeft = Math.ceil((endsMs - ms) / 1000);
  return state.warning?.secondsLeft === secondsLeft ? state : { ...state, warning: { endsMs, secondsLeft } };
}
