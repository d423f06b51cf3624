/* What can happen to the living plan of a hall. The moves of a day, in their order, are the whole plan. */
import { z } from 'zod';
import { businessDaySchema, idSchema, instantSchema } from '../../scalars.ts';
import { jobInputsSchema, workerInputsSchema } from '../pairs/inputs.ts';
import { matchingRulesSchema } from '../rules.ts';

const ticket = { ticketId: idSchema, at: instantSchema };

export const planMoveSchema = z.discriminatedUnion('move', [
  /** An empty floor. `bands`: offers and agreements by trade and pay that earlier days left. */
  z.strictObject({ move: z.literal('day'), day: businessDaySchema, rules: matchingRulesSchema, bands: z.array(z.tuple([z.string(), z.int().min(0), z.int().min(0)])) }),
  /** One person, or a crew that is whole. Whoever of them is there already comes in anew. */
  z.strictObject({ move: z.literal('arrive'), members: z.array(workerInputsSchema).min(1).max(6), at: instantSchema }),
  /** The person, with the crew. */
  z.strictObject({ move: z.literal('leave'), ...ticket }),
  /** A job that may be called for, or what has become of it. `planned`: by the plan; a draw, a rotation and steady work have orders of their own. */
  z.strictObject({ move: z.literal('open'), job: jobInputsSchema, planned: z.boolean(), at: instantSchema }),
  z.strictObject({ move: z.literal('close'), jobId: idSchema, at: instantSchema }),
  z.strictObject({ move: z.literal('call'), ...ticket, jobId: idSchema, tableId: idSchema }),
  /** Nothing came of the call, and nobody said no. */
  z.strictObject({ move: z.literal('release'), ...ticket }),
  z.strictObject({ move: z.literal('decline'), ...ticket, jobId: idSchema }),
  z.strictObject({ move: z.literal('hire'), ...ticket, jobId: idSchema }),
]);
export type PlanMove = z.infer<typeof planMoveSchema>;
export type MoveOf<M extends PlanMove['move']> = Extract<PlanMove, { move: M }>;
