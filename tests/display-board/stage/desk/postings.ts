/* What an agent would tell the page on which postings are changed: slips by their number, what one employer posted, and the calls that are open for one of them. */
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { at0531, floorState } from '../morning.ts';
import type { Answers } from '../console-stage.ts';
import { deskAnswers, reviews } from './employers.ts';

const open = reviews.map((one, at) => ({ ...one, state: at === 0 ? 'inReview' as const : 'open' as const, placesLeft: at === 0 ? one.placesLeft : 1 }));

export const postingAnswers: Answers = {
  ...deskAnswers,
  paperNumber: (asked: { readonly number: string }) => {
    const job = open.find((one) => one.number === asked.number);
    return { about: job === undefined ? { kind: 'none' } : { kind: 'job', state: job.state, jobId: job.jobId, jobNumber: job.number, trade: job.terms.trade, employerId: job.employerId, employerName: job.employerName } };
  },
  employerJobs: () => ({
    jobs: open.map(({ jobId, number, terms, jobKind, state, placesLeft, postedAt }, at) => ({ jobId, number, businessDay: at === 2 ? '2026-11-20' : '2026-11-21', terms, jobKind, state: at === 2 ? 'closed' as const : state, placesLeft, postedAt })),
  }),
  job: (asked: { readonly jobId: string }) => ({
    job: open.find((one) => one.jobId === asked.jobId) ?? null,
    decisions: [
      { at: at0531 - 1_200_000, kind: 'jobReviewed', what: 'approve fine', ruleIds: [], by: 's5' }, { at: at0531 - 600_000, kind: 'jobChanged', what: 'open headcount pay', ruleIds: [] },
      { at: at0531 - 300_000, kind: 'jobChanged', what: 'open place startAt slip', ruleIds: [], by: 's1' },
    ],
  }),
};

/** The tables of the morning, with everybody there called for one of these postings. */
export const calledFor = (jobId: string): FloorState['tables'] => floorState().tables.map((table) => ({ ...table, calls: table.calls.map((call) => ({ ...call, jobId })) }));
