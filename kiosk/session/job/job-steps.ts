/* The screens of a posting in their order, and what must be there before each lets a person go on. */
import { requiredTerms, type DraftTerms, type JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';

export const jobSteps = ['jobTrade', 'jobPay', 'jobWhen', 'jobPlace', 'jobConditions', 'jobVan', 'jobMode', 'jobCheck'] as const;
export type JobStep = (typeof jobSteps)[number];

/** What each screen asks for. The van may be skipped; an open talk is what is meant when nobody says otherwise; the check wants everything the law wants. */
export const termsOf: { readonly [Step in JobStep]: readonly (keyof JobTerms)[] } = {
  jobTrade: ['trade', 'headcount'],
  jobPay: ['pay', 'settlement'],
  jobWhen: ['startAt', 'hoursPerDay', 'days', 'validUntil'],
  jobPlace: ['place'],
  jobConditions: ['meals', 'transport', 'tools', 'hazards', 'protection', 'insurance'],
  jobVan: [],
  jobMode: [],
  jobCheck: requiredTerms,
};

/** The first element this screen still needs, or undefined when `next` is allowed. */
export const missingOn = (step: JobStep, draft: DraftTerms): keyof JobTerms | undefined => termsOf[step].find((element) => draft[element] === undefined);

export const stepAfter = (step: JobStep): JobStep | undefined => jobSteps[jobSteps.indexOf(step) + 1];
export const stepBefore = (step: JobStep): JobStep | undefined => jobSteps[jobSteps.indexOf(step) - 1];

const vanTerms: ReadonlySet<string> = new Set(['bay', 'plate', 'leaveBy']);
const modeTerms: ReadonlySet<string> = new Set(['mode', 'namedTicket', 'sealedQuotes']);

/** The screen where the element that a refusal names (`terms.startAt`) can be put right; the check when no screen asks for it. */
export function stepOfField(field: string | undefined): JobStep {
  const element = field?.split('.')[1] ?? '';
  if (vanTerms.has(element)) return 'jobVan';
  if (modeTerms.has(element)) return 'jobMode';
  return jobSteps.find((step) => termsOf[step].some((one) => one === element)) ?? 'jobCheck';
}
