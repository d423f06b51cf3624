/* Questions about disputes and the record of both sides. What people said is opened only for those who mediate or decide. */
import { z } from 'zod';
import { disputeDetailSchema, disputeRowSchema } from '@kuaizhao/db/domain/disputes/asked.ts';
import { cardSchema } from '@kuaizhao/db/domain/people/card.ts';
import { idSchema } from '@kuaizhao/db/domain/scalars.ts';
import { openAppealSchema, standingRecordSchema } from '@kuaizhao/db/domain/standing/asked.ts';
import { standingSideSchema } from '@kuaizhao/db/domain/standing/facts.ts';

const limit = z.int().min(1).max(200);

/** Disputes that are not closed: what is late first, then by the end of mediation. The counts are of all of them. */
export const disputesQuery = {
  request: z.strictObject({ limit }), reply: z.strictObject({ open: z.int().min(0), late: z.int().min(0), disputes: z.array(disputeRowSchema).max(200) }),
} as const;
/** One dispute with statement, mediation and the slip's facts. The agent logs who opened it. Refuses `disputeUnknown`. */
export const disputeQuery = { request: z.strictObject({ disputeId: idSchema }), reply: disputeDetailSchema } as const;

/** The record of whoever's card lies there. Refuses `workerUnknown`. */
export const myRecordQuery = { request: z.strictObject({ card: cardSchema }), reply: standingRecordSchema } as const;
/** The records of the employers that this card may post for. */
export const myEmployerRecordsQuery = {
  request: z.strictObject({ card: cardSchema }), reply: z.strictObject({ employers: z.array(standingRecordSchema.extend({ employerId: idSchema, name: z.string() })).max(20) }),
} as const;
/** The record of a worker or an employer. Refuses `workerUnknown`, `employerUnknown`. */
export const standingQuery = { request: z.strictObject({ side: standingSideSchema, who: idSchema }), reply: standingRecordSchema } as const;
/** Appeals to be decided, oldest first, with what was said. */
export const appealsQuery = { request: z.strictObject({ limit }), reply: z.strictObject({ appeals: z.array(openAppealSchema).max(200) }) } as const;

export const disputeQueries = {
  disputes: disputesQuery, dispute: disputeQuery, myRecord: myRecordQuery, myEmployerRecords: myEmployerRecordsQuery, standing: standingQuery, appeals: appealsQuery,
} as const;
