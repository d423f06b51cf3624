/* The kiosk's state machine: a pure function from what is and what happens to what is then and what is to be done. */
import { stay, type Moment, type SessionEvent, type Step } from './event.ts';
import type { Touch } from './face.ts';
import { settingOf } from './settings.ts';
import type { PaperStage } from './paper.ts';
import type { State } from './state.ts';
import { deskOf } from './desks.ts';
import { numberTaken } from './numbers-only/desk.ts';
import { answered, replied } from './steps/answered.ts';
import { cardLifted, cardRead, cardTrouble, cardUnfit, readerChanged } from './steps/card.ts';
import { leave } from './steps/leave.ts';
import { paperMoved } from './steps/paper.ts';
import { paperChangeAfter } from './steps/paper-change.ts';

/** Never throws. Whatever does not fit the scene leaves the state as it is, the very same object. */
export function next(state: State, event: SessionEvent, moment: Moment): Step {
  const step = happened(state, event, moment);
  if (!signsOfLife.has(event.type)) return withFreshScene(state, step, moment);
  return { ...step, state: { ...step.state, lifeMs: moment.ms } };
}

const signsOfLife: ReadonlySet<SessionEvent['type']> = new Set(['touch', 'cardRead', 'cardUnfit', 'cardTrouble', 'cardLifted', 'codeScanned']);

/** A new screen that came by itself (an answer, a paper) has its whole time from now. */
function withFreshScene(before: State, step: Step, { ms }: Moment): Step {
  const changed = step.state.scene.at !== before.scene.at || paperStage(step.state) !== paperStage(before);
  return changed ? { ...step, state: { ...step.state, lifeMs: ms, warning: undefined } } : step;
}

const paperStage = ({ scene }: State): string | undefined => ('paper' in scene ? scene.paper.stage : undefined);

function happened(state: State, event: SessionEvent, moment: Moment): Step {
  switch (event.type) {
    case 'touch': return touched({ ...state, warning: undefined }, event.touch, moment);
    case 'cardRead': return cardRead({ ...state, warning: undefined }, event.card, moment);
    case 'cardUnfit': return cardUnfit(state, event.code);
    case 'cardTrouble': return cardTrouble(state, event.trouble);
    case 'cardLifted': return cardLifted({ ...state, warning: undefined });
    case 'codeScanned': return deskOf(state.scene).scanned?.(state, state.scene, event.code, moment) ?? stay(state);
    case 'reader': return readerChanged(state, event.reader);
    case 'printer': return stay({ ...state, printer: event.printer, paperChange: paperChangeAfter(state.paperChange, event.printer), printTarget: { ...state.printTarget, ready: event.ready } });
    case 'hall': return stay({ ...state, hall: event.hall });
    case 'openPlaces': return stay({ ...state, openPlaces: event.openPlaces });
    case 'agentUp': return stay({ ...state, agentUp: true, agentSilent: false });
    case 'agentHeard': return stay(state.agentSilent ? { ...state, agentSilent: false } : state);
    case 'checked': return stay({ ...state, checks: event.checks });
    case 'left': return stay({ ...state, left: event.left });
    case 'numberTaken': return numberTaken(state, event.requestId, event.taken);
    case 'agentDown': return stay({ ...state, agentUp: false, openPlaces: [] });
    case 'answered': return answered(heard(state), event.commandId, event.answer, moment);
    case 'replied': return replied(heard(state), event.queryId, event.reply, moment);
    case 'paper': return paperMoved(triedOut(state, event.stage), event.printJobId, event.stage, event.successor);
    case 'tick': return deskOf(state.scene).tick(state, state.scene, moment);
  }
}

/** Whatever paper comes out first is the trial of a new roll. */
const triedOut = (state: State, stage: PaperStage): State => (stage === 'printed' && state.paperChange === 'tryOut' ? { ...state, paperChange: undefined } : state);

const heard = (state: State): State => (state.agentSilent ? { ...state, agentSilent: false } : state);

function touched(state: State, touch: Touch, moment: Moment): Step {
  const setting = settingOf(touch);
  if (setting !== undefined) return stay({ ...state, ...setting });
  const { scene } = state;
  const canEnd = scene.at !== 'attract' && scene.at !== 'takeCard';
  if (touch.type === 'end') return canEnd ? leave(state) : stay(state);
  return deskOf(scene).touch(state, scene, touch, moment);
}
