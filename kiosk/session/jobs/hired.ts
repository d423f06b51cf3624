/* Whoever was hired: arrived, done, paid, did not come to the van; and the phone, with the worker's own consent. */
import type { HiredPerson } from '@kuaizhao/db/domain/hiring/asked.ts';
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';
import type { SceneDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import type { SceneOf, State } from '../state.ts';
import { warned } from '../steps/idle.ts';
import { refuse } from '../steps/refuse.ts';
import { askJob, askPhone, mark } from './asks.ts';
import { canMark } from './rules.ts';
import { markSteps, type JobsScene } from './scenes.ts';

const hireOf = ({ people, hireId }: SceneOf<'hired'>): HiredPerson | undefined => people.hires.find((one) => one.hireId === hireId);

export const hired: SceneDesk<'hired'> = {
  holds: 'somebody', touch: touchHired, tick: warned,
  screen(_, scene) {
    const { job, people, employer, sure, phone } = scene;
    const hire = hireOf(scene);
    if (hire === undefined) return { at: 'jobPeople', job, people, employerName: employer.name };
    return { at: 'hired', job, hire, ...(sure === undefined ? {} : { sure }), ...(phone === undefined ? {} : { phone }) };
  },
};

function touchHired(state: State, scene: SceneOf<'hired'>, touch: Touch, moment: Moment): Step {
  const { sure, ...plain } = scene;
  const hire = hireOf(scene);
  if (touch.type === 'back' || hire === undefined) return sure === undefined ? askJob(state, scene, moment, 'jobPeople') : stay({ ...state, scene: plain });
  if (touch.type === 'next') return sure === undefined ? stay(state) : mark(state, plain, scene.hireId, sure, moment);
  if (touch.type !== 'go' || sure !== undefined) return stay(state);
  if (touch.to === 'phone') return askPhone(state, plain, hire, moment);
  const step = markSteps.find((one) => one === touch.to);
  if (step === undefined || !canMark(hire, step)) return stay(state);
  return step === 'paid' || step === 'release' ? stay({ ...state, scene: { ...plain, sure: step } }) : mark(state, plain, scene.hireId, step, moment);
}

/** No consent, or no phone: the screen says so where the number would stand. */
export function phoneRefused(state: State, { from }: { readonly from: JobsScene }, refusal: Refusal): Step {
  if (from.at !== 'hired' || (refusal.code !== 'consentMissing' && refusal.code !== 'phoneWrong')) return refuse(state, refusal, from);
  return stay({ ...state, scene: { ...from, phone: null } });
}
