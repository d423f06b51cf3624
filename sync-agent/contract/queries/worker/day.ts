/* What a worker asks at a kiosk: my day in one answer, the open jobs as cards, what the hall has to read. Nothing here tells one person of another. */
import { z } from 'zod';
import { sheetSchema, sheetsMost } from '@kuaizhao/db/domain/content/leaflet.ts';
import { employerKindSchema } from '@kuaizhao/db/domain/employers/documents.ts';
import { myCallSchema } from '@kuaizhao/db/domain/hiring/asked.ts';
import { jobTermsSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import { cardSchema } from '@kuaizhao/db/domain/people/card.ts';
import { purposeSchema } from '@kuaizhao/db/domain/people/commands.ts';
import { appointmentCodeSchema } from '@kuaizhao/db/domain/queue/appointments/commands.ts';
import { ticketStates } from '@kuaizhao/db/domain/queue/view.ts';
import { businessDaySchema, hallNumberSchema, idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';
import { tradeCodeSchema } from '@kuaizhao/db/domain/trades/trade.ts';
import { waitSchema } from '../queue.ts';

const count = z.int().min(0);

/** Own appointments of a card that are told at once. */
export const appointmentsTold = 10;

export const myAppointmentSchema = z.strictObject({ code: appointmentCodeSchema, service: idSchema, day: businessDaySchema, slotAt: instantSchema });
export type MyAppointment = z.infer<typeof myAppointmentSchema>;

/** Everything that decides what a worker's own page offers. Refuses `workerUnknown`. */
export const myDayQuery = {
  request: z.strictObject({ card: cardSchema }),
  reply: z.strictObject({
    /** today's number for work; absent when there is none yet */
    ticket: z.strictObject({ ticketId: idSchema, number: hallNumberSchema, state: z.enum(ticketStates), ahead: count, wait: waitSchema.optional() }).optional(),
    /** the call that is open now, with the words that stand over its table */
    called: myCallSchema.extend({ table: z.string() }).optional(),
    trades: z.array(tradeCodeSchema),
    /** hires of which this card may confirm something now */
    toConfirm: count,
    /** offers of other halls that can still be answered */
    offers: count,
    /** so many offers were declined that the person is asked for the terms again */
    restate: z.boolean(),
    /** numbers of today's crew, one's own among them; empty for somebody who goes alone */
    crew: z.array(hallNumberSchema).max(6),
    appointments: z.array(myAppointmentSchema).max(appointmentsTold),
    /** for what this person has given consent, as it stands */
    consents: z.array(purposeSchema).max(4),
    /** the hall has other records of this card's person put together with this one */
    merged: count,
  }),
} as const;
export type MyDay = z.infer<typeof myDayQuery.reply>;

/** A posting as a card on a screen. The employer's name only where it is a unit's, never a person's. */
export const openJobSchema = z.strictObject({
  jobId: idSchema, number: hallNumberSchema,
  terms: jobTermsSchema.pick({
    trade: true, headcount: true, pay: true, settlement: true, place: true, startAt: true, hoursPerDay: true, days: true, meals: true, transport: true, tools: true,
    hazards: true, protection: true, insurance: true, bay: true, plate: true, leaveBy: true, conditions: true, mode: true, title: true, remark: true, sealedQuotes: true,
  }),
  employerKind: employerKindSchema, employerName: z.string().optional(),
  placesLeft: z.int().min(0), /** from the hall to the work, where the hall has said so */ km: z.number().optional(),
});
export type OpenJob = z.infer<typeof openJobSchema>;

/** How many cards one answer brings at most. */
export const openJobsMost = 60;
/** `today` and `later` by the start of work on the local calendar; `near` first what is nearest, places without a known way last. `trades`: all that are wanted now, with their postings. */
export const openJobsQuery = {
  request: z.strictObject({ trades: z.array(tradeCodeSchema).min(1).max(6).optional(), when: z.enum(['today', 'later']).optional(), near: z.boolean(), limit: z.int().min(1).max(openJobsMost) }),
  reply: z.strictObject({ total: count, jobs: z.array(openJobSchema).max(openJobsMost), trades: z.array(z.strictObject({ trade: tradeCodeSchema, jobs: count, placesLeft: count })).max(200) }),
} as const;

/** 明白纸: policy, training and rights in plain words, each with its source and date. */
export const leafletsQuery = { request: z.strictObject({}), reply: z.strictObject({ leaflets: z.array(sheetSchema).max(sheetsMost) }) } as const;

/** What somebody would wait at each service now; `wait` is absent while nothing is known of the rate. */
export const serviceWaitsQuery = {
  request: z.strictObject({}), reply: z.strictObject({ services: z.array(z.strictObject({ service: idSchema, ahead: count, wait: waitSchema.optional() })).max(20) }),
} as const;
export type ServiceWaits = z.infer<typeof serviceWaitsQuery.reply>['services'];

export const workerDayQueries = { serviceWaits: serviceWaitsQuery, myDay: myDayQuery, openJobs: openJobsQuery, leaflets: leafletsQuery } as const;
