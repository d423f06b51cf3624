/* The employer's own page and what leads off it: a new job, one of before, the real employer of a contractor, the own record, the window. */
import type { JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { movedTo } from '@kuaizhao/db/domain/jobs/checks/moved-terms.ts';
import { postsForOthers } from '@kuaizhao/db/domain/employers/documents.ts';
import { dayStart, localDay } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { EmployerChoice } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { beginJob, checkJob } from '../job/begin.ts';
import { askJob } from '../jobs/asks.ts';
import { sessionLimits } from '../limits.ts';
import type { SceneOf, State } from '../state.ts';
import { warned } from '../steps/idle.ts';
import { leave } from '../steps/leave.ts';
import { askHome, askPrincipals, askRecord, employersService, repeatJob, takeDeskNumber } from './asks.ts';
import type { Boss, DeskReason, HiringErrand, OwnJob, OwnJobs } from './scenes.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const mostPeople = 999;

type HomeScenes = 'employerHome' | 'principals' | 'repeat' | 'atDesk' | 'employerRecord';
export const homeScenes: ScenesDesk<HomeScenes> = {
  employerHome: { holds: 'somebody', touch: touchHome, tick: warned, screen: (_, { employer, live, past }) => ({ at: 'employerHome', employer, live, past }) },
  principals: { holds: 'somebody', touch: touchPrincipals, tick: warned, screen: (_, { employer, principals }) => ({ at: 'principals', employer, principals }) },
  repeat: { holds: 'somebody', touch: touchRepeat, tick: warned, screen: (_, { employer, terms }) => ({ at: 'repeat', employer, terms }) },
  atDesk: { holds: 'somebody', touch: touchAtDesk, tick: warned, screen: (state, { employer, why }) => ({ at: 'atDesk', employer, why, canTicket: employersService(state) !== undefined }) },
  employerRecord: {
    holds: 'somebody', touch: touchAtDesk, tick: warned,
    screen: (state, { employer, record }) => ({ at: 'employerRecord', employer, record, canTicket: employersService(state) !== undefined }),
  },
};

export const homeErrands: ErrandsDesk<Extract<HiringErrand['kind'], 'employerHome' | 'employerRecord' | 'principals'>> = {
  employerHome: {
    told(state, { card, employers, employer }, told, { now }) {
      if (told.name !== 'myJobs') return stay(state);
      const own = told.value.jobs.filter((job) => job.employerId === employer.employerId);
      return stay({ ...state, scene: { at: 'employerHome', card, employers, employer, ...sorted(own, now) } });
    },
  },
  employerRecord: {
    told(state, { card, employers, employer }, told) {
      if (told.name !== 'myEmployerRecords') return stay(state);
      return stay({ ...state, scene: { at: 'employerRecord', card, employers, employer, record: told.value.employers.find((one) => one.employerId === employer.employerId) } });
    },
  },
  principals: {
    told(state, { card, employers, employer, live, past }, told) {
      if (told.name !== 'principals') return stay(state);
      const page = { card, employers, employer, live, past };
      const principals = told.value.employers.find((one) => one.employerId === employer.employerId)?.principals ?? [];
      return principals.length === 0 ? toDesk(state, page, 'noPrincipal') : stay({ ...state, scene: { at: 'principals', ...page, principals } });
    },
  },
};

/** Until then its people are marked on the employer's page: the end of the last day of work, or of the work itself when that is later. */
const overAt = ({ startAt, days, hoursPerDay }: JobTerms): Instant => {
  const last = startAt + (days - 1) * dayMs;
  return Math.max(dayStart(localDay(last)) + dayMs, last + hoursPerDay * hourMs);
};

/** What goes on, and what can be posted again: named once, however often it was posted. */
function sorted(own: readonly OwnJob[], now: Instant): OwnJobs {
  const live = own.filter(({ state, terms }) => (state === 'inReview' || state === 'open' || state === 'filled') && overAt(terms) > now);
  const past = own.filter(({ state, terms }) => state !== 'inReview' && state !== 'takenDown' && terms.startAt <= now);
  const nameOf = ({ terms: { trade, place, onBehalfOf } }: OwnJob): string => [trade, place, onBehalfOf].join('|');
  const first = past.filter((job, at) => past.findIndex((other) => nameOf(other) === nameOf(job)) === at);
  return { live: live.slice(0, sessionLimits.liveJobs), past: first.slice(0, sessionLimits.pastJobs) };
}

/** What keeps this employer from posting anything now. */
const shutOut = ({ standing, stoppedUntil }: EmployerChoice): DeskReason | undefined => (standing === 'banned' ? 'banned' : stoppedUntil === undefined ? undefined : 'stopped');

const toDesk = (state: State, { card, employers, employer }: Boss, why: DeskReason): Step => stay({ ...state, scene: { at: 'atDesk', card, employers, employer, why } });

function touchHome(state: State, scene: SceneOf<'employerHome'>, touch: Touch, moment: Moment): Step {
  const { card, employers, employer, live, past } = scene;
  if (touch.type === 'back') return stay({ ...state, scene: { at: 'whoAmI', card, employers } });
  if (touch.type === 'choose') {
    const running = live.find((job) => job.jobId === touch.id);
    if (running !== undefined) return askJob(state, { card, employers, employer, job: running }, moment);
    const before = past.find((job) => job.jobId === touch.id);
    if (before === undefined) return stay(state);
    const why = shutOut(employer);
    return why === undefined ? stay({ ...state, scene: { ...scene, at: 'repeat', job: before, terms: movedTo(before.terms, undefined, moment.now) } }) : toDesk(state, scene, why);
  }
  if (touch.type !== 'go') return stay(state);
  switch (touch.to) {
    case 'post': return toPost(state, scene, moment);
    case 'record': return askRecord(state, scene, moment);
    case 'desk': return employer.missing === undefined ? stay(state) : toDesk(state, scene, 'unverified');
    default: return stay(state);
  }
}

function toPost(state: State, scene: SceneOf<'employerHome'>, moment: Moment): Step {
  const why = shutOut(scene.employer);
  if (why !== undefined) return toDesk(state, scene, why);
  return postsForOthers(scene.employer.kind) ? askPrincipals(state, scene, moment) : beginJob(state, scene, { past: termsOf(scene) }, moment);
}

const termsOf = ({ live, past }: OwnJobs): readonly JobTerms[] => [...live, ...past].map((job) => job.terms);

/** The jobs of before are those for the same real employer: another one has another place and another van. */
function touchPrincipals(state: State, scene: SceneOf<'principals'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back') return askHome(state, scene, moment);
  const chosen = touch.type === 'choose' ? scene.principals.find((one) => one.employerId === touch.id) : undefined;
  if (chosen === undefined) return stay(state);
  return beginJob(state, scene, { past: termsOf(scene).filter((terms) => terms.onBehalfOf === chosen.employerId), onBehalfOf: chosen }, moment);
}

/** 发布 posts it as it stands; one line of it is changed on the check of a posting. */
function touchRepeat(state: State, scene: SceneOf<'repeat'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'next') return repeatJob(state, scene, moment);
  if (touch.type === 'back') return askHome(state, scene, moment);
  if (touch.type === 'go' && touch.to === 'edit') return checkJob(state, scene, scene.terms);
  // Whoever worked yesterday may still have to be paid.
  if (touch.type === 'go' && touch.to === 'people') return askJob(state, scene, moment, 'jobPeople');
  const headcount = touch.type === 'setTerms' ? touch.terms.headcount : undefined;
  if (headcount === undefined) return stay(state);
  // A crew that must be whole is never larger than the job.
  return stay({ ...state, scene: { ...scene, terms: { ...scene.terms, headcount: Math.min(Math.max(headcount, scene.terms.minimum ?? 1), mostPeople) } } });
}

function touchAtDesk(state: State, scene: SceneOf<'atDesk' | 'employerRecord'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'next') return leave(state);
  if (touch.type === 'back') return askHome(state, scene, moment);
  return touch.type === 'go' && touch.to === 'ticket' ? takeDeskNumber(state, scene, moment) : stay(state);
}
