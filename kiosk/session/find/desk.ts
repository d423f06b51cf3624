/* The desk of whoever looks for work: list, trades, one job, 我要报名. */
import { tell, toHome } from '../home/asks.ts';
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import type { SceneOf, State } from '../state.ts';
import { warned } from '../steps/idle.ts';
import { refuse } from '../steps/refuse.ts';
import { applyFor, askJobs, askWhyNot } from './asks.ts';
import type { FindErrand, FindScene, Look, SceneOfList } from './scenes.ts';

const listScene = {
  holds: 'somebody', tick: warned,
  screen: (_: State, { at, look, total, jobs, trades }: SceneOfList) => ({ at, look, total, jobs, trades }),
} as const;

export const findScenes: ScenesDesk<FindScene['at']> = {
  jobs: { ...listScene, touch: touchJobs },
  jobTrades: { ...listScene, touch: touchTrades },
  jobDetail: { holds: 'somebody', touch: touchDetail, screen: (_, { job, why }) => ({ at: 'jobDetail', job, why }), tick: warned },
};

export const findErrands: ErrandsDesk<FindErrand['kind']> = {
  openJobs: {
    told: (state, { card, look }, told) => stay(told.name === 'openJobs' ? { ...state, scene: { at: 'jobs', card, look, ...told.value } } : state),
  },
  applyForJob: {
    accepted: (state, { card, detail }) => tell(state, 'applied', card, detail.job.number),
    refused: (state, { detail }, refusal) => refuse(state, refusal, detail),
  },
  whyNot: {
    told: (state, { detail }, told) => stay(told.name === 'whyNot' ? { ...state, scene: { ...detail, why: told.value.explanation ?? undefined } } : state),
    // The reason is a kindness: without it the job is still there to read.
    refused: (state, { detail }) => stay({ ...state, scene: detail }),
  },
};

function touchJobs(state: State, scene: SceneOf<'jobs'>, touch: Touch, moment: Moment): Step {
  const { card, look, jobs } = scene;
  if (touch.type === 'back') return toHome(state, card, moment);
  if (touch.type === 'choose') {
    const job = jobs.find((one) => one.jobId === touch.id);
    return job === undefined ? stay(state) : askWhyNot(state, { at: 'jobDetail', card, list: scene, job, why: undefined }, moment);
  }
  if (touch.type !== 'go') return stay(state);
  if (touch.to === 'jobTrades') return stay({ ...state, scene: { ...scene, at: 'jobTrades' } });
  const turned = turn(look, touch.to);
  return turned === undefined ? stay(state) : askJobs(state, card, turned, moment);
}

/** Each key a switch: a second press takes it back. */
function turn(look: Look, to: string): Look | undefined {
  switch (to) {
    case 'near': return { ...look, near: !look.near };
    case 'today': case 'later': return { ...look, when: look.when === to ? undefined : to };
    case 'allJobs': return { ...look, among: { kind: 'all' } };
    case 'ownJobs': return look.own.length === 0 ? undefined : { ...look, among: { kind: 'own', trades: look.own } };
    default: return undefined;
  }
}

function touchTrades(state: State, scene: SceneOf<'jobTrades'>, touch: Touch, moment: Moment): Step {
  const { card, look, trades } = scene;
  if (touch.type === 'back') return stay({ ...state, scene: { ...scene, at: 'jobs' } });
  if (touch.type === 'go') {
    const turned = turn(look, touch.to);
    return turned === undefined ? stay(state) : askJobs(state, card, turned, moment);
  }
  if (touch.type !== 'choose') return stay(state);
  const wanted = trades.find((one) => one.trade === touch.id);
  return wanted === undefined ? stay(state) : askJobs(state, card, { ...look, among: { kind: 'trade', trade: wanted.trade } }, moment);
}

function touchDetail(state: State, scene: SceneOf<'jobDetail'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back') return stay({ ...state, scene: scene.list });
  return touch.type === 'agree' ? applyFor(state, scene, moment) : stay(state);
}
