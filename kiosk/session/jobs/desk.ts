/* The desk of one job: what it says now, its papers, its prices under seal, and what becomes of each answer. */
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';
import type { Accepted, ErrandsDesk, SceneDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { askHome } from '../hiring/asks.ts';
import { sessionLimits } from '../limits.ts';
import type { SceneOf, State } from '../state.ts';
import { warned } from '../steps/idle.ts';
import { fateOf, paperOf, touchPaper } from '../steps/paper.ts';
import { factOf, refuse } from '../steps/refuse.ts';
import { askJob, commandJob, ofJob } from './asks.ts';
import { jobChange } from './change.ts';
import { hired, phoneRefused } from './hired.ts';
import { mayChange } from './rules.ts';
import { jobParts, type JobsErrand, type JobsScene, type OfJob } from './scenes.ts';

type Looked = SceneOf<'myJob' | 'jobPeople' | 'jobQuotes' | 'placard'>;

const looked: SceneDesk<Looked['at']> = {
  holds: 'somebody', touch: touchLooked,
  screen: (_, { at, job, people, employer }) => ({ at, job, people, employerName: employer.name }),
  tick: askedAgain,
  // What comes by itself changes numbers on the screen and nothing else.
  told(state, scene, told) {
    if (told.name !== 'myJobPeople') return stay(state);
    const { value: people } = told;
    return stay({ ...state, scene: { ...scene, awaits: undefined, people, job: { ...scene.job, state: people.job.state, placesLeft: people.job.placesLeft } } });
  },
};

export const jobsScenes: ScenesDesk<JobsScene['at']> = {
  myJob: looked, jobPeople: looked, jobQuotes: looked, placard: looked, hired, jobChange,
  jobPaper: {
    holds: 'somebody', tick: warned, screen: (state, { paperOf: of, job, paper }) => ({ at: 'jobPaper', paperOf: of, job, paper: fateOf(state, paper) }),
    touch(state, scene, touch, moment) {
      if (scene.paper.asked !== undefined) return stay(state);
      return touch.type === 'next' || touch.type === 'back' ? askJob(state, scene, moment) : touchPaper(state, scene, touch, moment);
    },
  },
};

export const jobsErrands: ErrandsDesk<JobsErrand['kind']> = {
  jobPeople: {
    told(state, { card, employers, employer, job: asked, look, hireId }, told, { ms }) {
      if (told.name !== 'myJobPeople') return stay(state);
      const { value: people } = told;
      const job = { ...asked, state: people.job.state, placesLeft: people.job.placesLeft };
      const all = { card, employers, employer, job, people };
      if (hireId !== undefined && people.hires.some((one) => one.hireId === hireId)) return stay({ ...state, scene: { ...all, at: 'hired', hireId } });
      return stay({ ...state, scene: { ...all, at: look, askedMs: ms, awaits: undefined } });
    },
  },
  changeJob: {
    accepted(state, errand, answer, moment) {
      const changed = factOf(answer, 'jobChanged');
      if (changed === undefined) return refuse(state, { code: 'jobUnknown' }, errand.from);
      return askJob(state, { ...errand, job: { ...errand.job, terms: changed.terms, placesLeft: changed.placesLeft } }, moment);
    },
    refused: back,
  },
  closeJob: { accepted: (state, errand, _, moment) => askHome(state, errand, moment), refused: back },
  openQuotes: { accepted: (state, errand, _, moment) => askJob(state, errand, moment, 'jobQuotes'), refused: back },
  mark: { accepted: (state, errand, _, moment) => askJob(state, errand, moment, 'jobPeople', errand.from.at === 'hired' ? errand.from.hireId : undefined), refused: back },
  printSlip: { accepted: (state, errand, answer) => printed(state, errand, 'slip', answer), refused: back },
  printDraw: { accepted: (state, errand, answer) => printed(state, errand, 'draw', answer), refused: back },
  phone: {
    told: (state, { from }, told) => stay(told.name === 'phoneForEmployer' && from.at === 'hired' ? { ...state, scene: { ...from, phone: told.value.phone } } : state),
    refused: phoneRefused,
  },
};

const printed = (state: State, errand: OfJob, of: 'slip' | 'draw', answer: Accepted): Step =>
  stay({ ...state, scene: { ...ofJob(errand), at: 'jobPaper', paperOf: of, paper: paperOf(answer) } });

function back(state: State, { from }: { readonly from: JobsScene }, refusal: Refusal): Step {
  return refuse(state, refusal, from);
}

/** Quietly, every few seconds; an answer that never comes holds nothing up. */
function askedAgain(state: State, scene: Looked, moment: Moment): Step {
  const step = warned(state, scene, moment);
  if (step.state.scene !== scene || !state.agentUp || moment.ms - scene.askedMs < sessionLimits.refreshMs) return step;
  return {
    state: { ...step.state, scene: { ...scene, askedMs: moment.ms, awaits: moment.freshId } },
    effects: [...step.effects, { type: 'ask', queryId: moment.freshId, question: { name: 'myJobPeople', asked: { jobId: scene.job.jobId, card: scene.card } } }],
  };
}

function touchLooked(state: State, scene: Looked, touch: Touch, moment: Moment): Step {
  const { job, people, card } = scene;
  const look = (at: Looked['at']): Step => stay({ ...state, scene: { ...scene, at } });
  if (touch.type === 'back') return scene.at === 'myJob' ? askHome(state, scene, moment) : look('myJob');
  if (touch.type === 'choose' && scene.at === 'jobPeople' && people.hires.some((one) => one.hireId === touch.id)) {
    return stay({ ...state, scene: { ...ofJob(scene), at: 'hired', hireId: touch.id } });
  }
  if (touch.type !== 'go') return stay(state);
  const part = jobParts.find((one) => one === touch.to);
  if (part !== undefined && mayChange(scene, part)) return stay({ ...state, scene: { ...ofJob(scene), at: 'jobChange', part, change: {} } });
  switch (touch.to) {
    case 'people': return look('jobPeople');
    case 'prices': return people.quotes.wanted ? look('jobQuotes') : stay(state);
    case 'placard': return look('placard');
    case 'open': return scene.at === 'jobQuotes' && people.quotes.sealed > 0 ? commandJob(state, 'openQuotes', scene, { type: 'openQuotes', commandId: moment.freshId, jobId: job.jobId, card }, moment) : stay(state);
    case 'slip': return print(state, scene, 'slip', moment);
    case 'draw': return people.job.mode === 'draw' ? print(state, scene, 'draw', moment) : stay(state);
    default: return stay(state);
  }
}

/** Another copy each time. The scene of the paper is where the answer leads; a refusal leads back to the job. */
function print(state: State, scene: Looked, of: 'slip' | 'draw', moment: Moment): Step {
  const { job, card } = scene;
  const form = of === 'slip' ? { form: 'jobSlip', card } as const : { form: 'draw' } as const;
  return commandJob(state, of === 'slip' ? 'printSlip' : 'printDraw', scene, { type: 'printForm', commandId: moment.freshId, id: job.jobId, printer: state.printTarget, ...form }, moment);
}
