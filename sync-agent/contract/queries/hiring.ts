/* Questions about calls for jobs, talks, hires and draws, and about why one is not called: nobody sees the plan itself. A kiosk asks for the card that lies on it; staff see numbers and short names. */
import { z } from 'zod';
import { calledPersonSchema, drawSheetSchema, jobPeopleSchema, liveTalkSchema, myCallSchema, myHireSchema, notCalledSchema } from '@kuaizhao/db/domain/hiring/asked.ts';
import { explanationSchema } from '@kuaizhao/db/domain/matching/pairs/explain.ts';
import { sessionWhySchema } from '@kuaizhao/db/domain/matching/sessions/facts.ts';
import { cardSchema } from '@kuaizhao/db/domain/people/card.ts';
import { heldCertificateSchema, wishesSchema } from '@kuaizhao/db/domain/people/wishes/wishes.ts';
import { hallNumberSchema, idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';

/** My calls of today, newest first, and why the jobs of my trades have not called me. Refuses `workerUnknown`. */
export const myCallsQuery = {
  request: z.strictObject({ card: cardSchema }), reply: z.strictObject({
    calls: z.array(myCallSchema).max(20), notCalled: z.array(notCalledSchema).max(30),
    /** what stands over the tables of these calls */
    tables: z.array(z.strictObject({ id: idSchema, label: z.string() })).max(20),
  }),
} as const;
/** My hires of today and the past 30 days, or still unsettled, newest first. Refuses `workerUnknown`. */
export const myHiresQuery = { request: z.strictObject({ card: cardSchema }), reply: z.strictObject({ hires: z.array(myHireSchema).max(60) }) } as const;
/** Everybody called for one's own job and hired into it. At a kiosk the card of somebody who may post for that employer must lie there. Refuses `jobUnknown`, `employerNotYours`. */
export const myJobPeopleQuery = { request: z.strictObject({ jobId: idSchema, card: cardSchema.optional() }), reply: jobPeopleSchema } as const;

/** Open calls and talks at the tables, by table, each with its limit. */
export const talksQuery = { request: z.strictObject({ tableId: idSchema.optional() }), reply: z.strictObject({ talks: z.array(liveTalkSchema).max(200) }) } as const;
/** Everybody who was ever called for a job, newest first. Refuses `jobUnknown`. */
export const jobTalksQuery = { request: z.strictObject({ jobId: idSchema, limit: z.int().min(1).max(200) }), reply: z.strictObject({ called: z.array(calledPersonSchema).max(200) }) } as const;
/** The newest draw of a job, for anybody to check; null when there was none. Refuses `jobUnknown`. */
export const drawSheetQuery = { request: z.strictObject({ jobId: idSchema }), reply: z.strictObject({ draw: drawSheetSchema.nullable() }) } as const;

export const hiringQueries = { myCalls: myCallsQuery, myHires: myHiresQuery, myJobPeople: myJobPeopleQuery, talks: talksQuery, jobTalks: jobTalksQuery, drawSheet: drawSheetQuery } as const;

/** What the person said, the papers staff have seen, the jobs asked for today. `restate`: so many offers were declined that the terms are asked for again. Refuses `workerUnknown`. */
export const myWishesQuery = {
  request: z.strictObject({ card: cardSchema }),
  reply: z.strictObject({ wishes: wishesSchema, certificates: z.array(heldCertificateSchema).max(30), applied: z.array(idSchema).max(60), restate: z.boolean() }),
} as const;

/** Why a job has not called a number, exact to the minute; null when the number or the job is not on the floor, or the job draws lots or goes by turn and nothing else speaks against it. A kiosk asks with the card. Refuses `workerUnknown`, `visitUnknown`, `ticketUnknown`, `jobUnknown`. */
export const whyNotQuery = {
  request: z.union([z.strictObject({ jobId: idSchema, card: cardSchema }), z.strictObject({ jobId: idSchema, number: hallNumberSchema })]),
  reply: z.strictObject({ explanation: explanationSchema.nullable() }),
} as const;

/** The sessions that go on, by table, and what `seatTable` would give the next free table. `scarce`: no table was free for a while, lists are made by arrival alone. */
export const sessionsQuery = {
  request: z.strictObject({}),
  reply: z.strictObject({
    sessions: z.array(z.strictObject({ sessionId: idSchema, tableId: idSchema, jobId: idSchema, jobNumber: hallNumberSchema, why: sessionWhySchema, scarce: z.boolean(), openedAt: instantSchema, called: z.int().min(0) })).max(200),
    next: z.strictObject({ jobId: idSchema, jobNumber: hallNumberSchema, why: sessionWhySchema }).nullable(), scarce: z.boolean(),
  }),
} as const;

export const matchingQueries = { myWishes: myWishesQuery, whyNot: whyNotQuery, sessions: sessionsQuery } as const;
