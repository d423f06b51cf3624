/* Every question that a kiosk or a console may ask the agent, by name. */
import type { z } from 'zod';
import type { questionRows } from '../may/questions.ts';
import { helpCaseQuery, helpCasesQuery, helpStandingQuery } from './care.ts';
import { disputeQueries } from './disputes.ts';
import { employerListQuery, employerQuery, myEmployersQuery, principalsQuery } from './employers.ts';
import { floorQueries } from './floor/at-call.ts';
import { accountQueries } from './hall/accounts.ts';
import { hallQueries } from './hall/rules.ts';
import { hiringQueries, matchingQueries } from './hiring.ts';
import { candidatesQuery, jobQuery, myJobsQuery, reviewQueueQuery, steadyJobsQuery } from './jobs.ts';
import { boardQueries } from './machine/boards.ts';
import { networkQueries } from './machine/network.ts';
import { maintenanceQueries } from './machine/maintenance.ts';
import { updateQueries } from './machine/updates.ts';
import { accessCopyQuery, crewsQuery, erasureQuery, findWorkersQuery, knownElsewhereQuery, mergeProposalsQuery, mergesQuery, paperNumberQuery, phoneForEmployerQuery, trainingDemandQuery } from './people.ts';
import { queueQuery, ticketNotesQuery, ticketQuery, waitQuery, appointmentsQuery, slotsQuery } from './queue.ts';
import { referralQueries } from './referrals.ts';
import type { QuerySpec } from './query.ts';
import { recordsQueries } from './records.ts';
import { machineQueries } from './machine/readiness.ts';
import { lastClearingQuery, opinionsQuery, shiftsQuery } from './staff.ts';
import { workerDayQueries } from './worker/day.ts';

export const peopleQueries = {
  findWorkers: findWorkersQuery, accessCopy: accessCopyQuery, phoneForEmployer: phoneForEmployerQuery, mergeProposals: mergeProposalsQuery, merges: mergesQuery,
  erasure: erasureQuery, knownElsewhere: knownElsewhereQuery, crews: crewsQuery, trainingDemand: trainingDemandQuery, paperNumber: paperNumberQuery,
  helpStanding: helpStandingQuery, helpCase: helpCaseQuery, helpCases: helpCasesQuery,
  shifts: shiftsQuery, opinions: opinionsQuery, lastClearing: lastClearingQuery,
} as const;
export const queueQueries = { wait: waitQuery, queue: queueQuery, ticket: ticketQuery, ticketNotes: ticketNotesQuery, slots: slotsQuery, appointments: appointmentsQuery } as const;
export const jobQueries = {
  reviewQueue: reviewQueueQuery, job: jobQuery, myJobs: myJobsQuery, steadyJobs: steadyJobsQuery, candidates: candidatesQuery,
  employer: employerQuery, employers: employerListQuery, principals: principalsQuery, myEmployers: myEmployersQuery,
} as const;

export const queries = { ...peopleQueries, ...queueQueries, ...jobQueries, ...hiringQueries, ...matchingQueries, ...disputeQueries, ...recordsQueries, ...referralQueries, ...workerDayQueries, ...floorQueries, ...maintenanceQueries, ...machineQueries, ...networkQueries, ...updateQueries, ...boardQueries, ...hallQueries, ...accountQueries } as const satisfies Readonly<Record<keyof typeof questionRows, QuerySpec>>;
export type QueryName = keyof typeof queries;
export type QueryRequest<N extends QueryName> = z.input<(typeof queries)[N]['request']>;
export type QueryReply<N extends QueryName> = z.output<(typeof queries)[N]['reply']>;

/** The questions that a kiosk may ask. A question without a row in the table of rights does not compile. */
export type KioskQueryName = { [N in QueryName]: (typeof questionRows)[N] extends { readonly kiosk: true } ? N : never }[QueryName];
/** One of them with what is asked, and one with what was told. */
export type KioskQuestion = { [N in KioskQueryName]: { readonly name: N; readonly asked: QueryRequest<N> } }[KioskQueryName];
export type KioskTold = { [N in KioskQueryName]: { readonly name: N; readonly value: QueryReply<N> } }[KioskQueryName];
