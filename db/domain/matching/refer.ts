/* 点对点对接: who would be called for a job, in that order, each with the one reason why: the same choice as the tables make. */
import { z } from 'zod';
import type { JobRow } from '../jobs/view.ts';
import { hallNumberSchema, idSchema, instantSchema, type Instant } from '../scalars.ts';
import type { HallView } from '../view.ts';
import { chooseFor } from './choose.ts';
import { ticketsOfCrew } from './crew.ts';

/** `named`: the employer asked for this person; `front`: waited for an employer who was not there; `byPlan`, `lot`, `longestWithoutWork`: by the job's mode. */
export const referralReasons = ['named', 'front', 'byPlan', 'lot', 'longestWithoutWork'] as const;
export const referralSchema = z.strictObject({
  ticketId: idSchema, number: hallNumberSchema, reason: z.enum(referralReasons), /** when the number was issued */ since: instantSchema,
  /** how many go together, oneself included */
  crew: z.int().min(1),
});
export type Referral = z.infer<typeof referralSchema>;

const reasonOfMode = { open: 'byPlan', draw: 'lot', rotation: 'longestWithoutWork' } as const;

/** At most `count` people for the free places of a job. Numbers only: a name is nobody's before a call. */
export function refer(view: HallView, job: JobRow, count: number, now: Instant): Referral[] {
  return chooseFor(view, job, count, now).map((ticket) => ({
    ticketId: ticket.ticketId, number: ticket.number, since: ticket.at, crew: ticketsOfCrew(view, ticket)?.length ?? 1,
    reason: ticket.number === job.terms.namedTicket ? 'named' : ticket.rank < ticket.ownRank ? 'front' : reasonOfMode[job.terms.mode ?? 'open'],
  }));
}
