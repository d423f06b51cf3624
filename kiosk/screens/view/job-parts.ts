/* A job screen asks one thing at a time: its parts, in order. The session knows the screens, only the view knows the parts. */
import type { DraftTerms, JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { jobSteps, type JobStep } from '@kuaizhao/kiosk/session/job/job-steps.ts';
import { leaveTimes } from './start-time.ts';

const partsByStep = {
  jobTrade: ['trade', 'headcount'],
  jobPay: ['amount', 'settlement'],
  jobWhen: ['start', 'length'],
  jobPlace: ['place'],
  jobConditions: ['provided', 'hazards', 'insurance'],
  jobVan: ['bay', 'leave', 'plate'],
  jobMode: ['mode', 'named', 'quotes'],
  jobCheck: ['check'],
} as const satisfies Record<JobStep, readonly string[]>;
export type JobPart = (typeof partsByStep)[JobStep][number];

/** What the screens ask for; other elements are given at the desk. */
const partByTerm = {
  trade: 'trade', headcount: 'headcount', pay: 'amount', settlement: 'settlement', startAt: 'start', validUntil: 'start', hoursPerDay: 'length', days: 'length',
  place: 'place', meals: 'provided', transport: 'provided', tools: 'provided', hazards: 'hazards', protection: 'hazards', insurance: 'insurance',
  bay: 'bay', leaveBy: 'leave', plate: 'plate', mode: 'mode', namedTicket: 'named', sealedQuotes: 'quotes',
} as const satisfies { readonly [Term in keyof JobTerms]?: JobPart };
export type AskedTerm = keyof typeof partByTerm;

export interface PartsContext {
  readonly draft: DraftTerms;
  readonly bays: readonly string[];
  readonly now: Instant;
}

/** The parts that have something to ask: no bays, no question about bays; work that begins at once leaves at once. */
export function partsOf(step: JobStep, { draft, bays, now }: PartsContext): readonly JobPart[] {
  return partsByStep[step].filter((part) => {
    if (part === 'bay') return bays.length > 0;
    // Asked only of who wants more than the way itself: from there they are one tap away.
    if (part === 'named' || part === 'quotes') return false;
    if (part === 'leave') return leaveTimes(draft.startAt, now).length > 0;
    return true;
  });
}

export const stepOfPart = (part: JobPart): JobStep => jobSteps.find((step) => partsByStep[step].some((one) => one === part)) ?? 'jobCheck';

/** The part that asks for the element that a refusal names (`terms.startAt`). */
export function partOfField(field: string | undefined): JobPart | undefined {
  const element = termOfField(field);
  return element === undefined ? undefined : partByTerm[element];
}

/** The element that a refusal names. */
export function termOfField(field: string | undefined): AskedTerm | undefined {
  const element = field?.split('.')[1];
  return (Object.keys(partByTerm) as AskedTerm[]).find((one) => one === element);
}

export const isJobStep = (at: string | undefined): at is JobStep => jobSteps.some((step) => step === at);

/**
 * One touch of a journey along the job screens, or undefined at its end. The view travels one answer at a time and never says `next` on the last
 * screen, where it would post the job.
 */
export function travelTouch(from: JobStep, to: JobStep): 'next' | 'back' | undefined {
  const way = jobSteps.indexOf(to) - jobSteps.indexOf(from);
  if (way === 0) return undefined;
  return way > 0 ? 'next' : 'back';
}
