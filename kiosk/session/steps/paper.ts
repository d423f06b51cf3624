/* The paper of a finished step: the number is on screen before it, and whatever happens to it can be told and put right. */
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { printerUsable, type PaperFate, type PaperStage, type PaperState } from '../paper.ts';
import type { Scene, State } from '../state.ts';
import { leave } from './leave.ts';

/** A finished step that ends in a paper. */
type Finished = Extract<Scene, { readonly paper: PaperState }>;

/** The paper that an answer speaks of. One that is not handed out for printing now may be an old one (second tap) or wait for its printer: the host says which. */
export function paperOf(answer: Extract<Answer, { ok: true }>): PaperState {
  const order = answer.papers[0];
  if (order !== undefined) return { printJobId: order.printJobId, stage: 'printing', asked: undefined };
  const queued = answer.facts.find((fact) => fact.type === 'printQueued');
  return { printJobId: queued?.printJobId, stage: 'failed', asked: undefined };
}

/** A paper got on. A copy that takes the place of one with an unknown end is followed from then on. */
export function paperMoved(state: State, printJobId: string, stage: PaperStage, successor: string | undefined): Step {
  const { scene } = state;
  if (!('paper' in scene) || scene.paper.printJobId !== printJobId) return stay(state);
  return withPaper(state, scene, { ...scene.paper, printJobId: successor ?? printJobId, stage });
}

/** 补打: free, any number of times, once the printer can and nobody else is working on this paper. */
const canReprint = (state: State, paper: PaperState): boolean =>
  paper.printJobId !== undefined && paper.stage === 'failed' && paper.asked === undefined && printerUsable(state.printer) && state.agentUp;

/** 补打 or on. */
export function touchPaper(state: State, scene: Finished, touch: Touch, moment: Moment): Step {
  if (touch.type === 'reprint') return reprint(state, scene, moment);
  if (touch.type === 'paperCameOut' || touch.type === 'paperDidNot') return saidOf(state, scene, touch.type === 'paperCameOut');
  return touch.type === 'next' || touch.type === 'back' ? leave(state) : stay(state);
}

/** What the person saw; asked once. */
function saidOf(state: State, scene: Finished, came: boolean): Step {
  const { printJobId, stage } = scene.paper;
  return printJobId === undefined || stage !== 'unsure' ? stay(state) : { state, effects: [{ type: 'paperSaid', printJobId, came }] };
}

function reprint(state: State, scene: Finished, moment: Moment): Step {
  const { printJobId } = scene.paper;
  if (printJobId === undefined || !canReprint(state, scene.paper)) return stay(state);
  return {
    ...withPaper(state, scene, { ...scene.paper, asked: moment.freshId }),
    effects: [{ type: 'send', command: { type: 'reprint', commandId: moment.freshId, printJobId, printer: state.printTarget } }],
  };
}

export function reprintAnswered(state: State, scene: Finished, commandId: string, answer: Answer): Step {
  if (scene.paper.asked !== commandId) return stay(state);
  return withPaper(state, scene, answer.ok ? paperOf(answer) : { ...scene.paper, asked: undefined });
}

export function fateOf(state: State, paper: PaperState): PaperFate {
  if (paper.stage === 'printing' || paper.asked !== undefined) return { kind: 'printing' };
  if (paper.stage === 'printed' || paper.stage === 'unsure' || paper.stage === 'elsewhere') return { kind: paper.stage };
  return { kind: 'trouble', printer: state.printer, canReprint: canReprint(state, paper) };
}

const withPaper = (state: State, scene: Finished, paper: PaperState): Step => stay({ ...state, scene: { ...scene, paper } });
