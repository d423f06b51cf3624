/* Agent → board: the whole public state of the hall. No field here can hold anything about a person: a test walks this schema. */
import { z } from 'zod';
import { wallLineSchema, wallLinesMost } from '@kuaizhao/db/domain/hall/wall.ts';
import { placeSchema } from '@kuaizhao/db/domain/queue/commands.ts';
import { hallNumberSchema, idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';
import { offeredPaySchema, settlementSchema } from '@kuaizhao/db/domain/jobs/pay.ts';
import { tradeCodeSchema } from '@kuaizhao/db/domain/trades/trade.ts';

export const boardJobSchema = z.strictObject({
  jobId: idSchema, number: hallNumberSchema, trade: tradeCodeSchema,
  headcount: z.int(), placesLeft: z.int(),
  pay: offeredPaySchema, settlement: settlementSchema,
  workPlace: z.string(), startAt: instantSchema,
  bay: z.string().optional(), plate: z.string().optional(), leaveBy: instantSchema.optional(),
  meals: z.boolean(), transport: z.boolean(),
});
export type BoardJob = z.infer<typeof boardJobSchema>;

/** One call drives the row and the voice. `times` grows with each recall: the voice speaks once for each. */
export const boardCallSchema = z.strictObject({
  callId: idSchema, number: hallNumberSchema, to: placeSchema, toLabel: z.string(), jobNumber: hallNumberSchema.optional(), times: z.int(), at: instantSchema,
  /** the person is still expected */
  open: z.boolean(),
});
export type BoardCall = z.infer<typeof boardCallSchema>;

export const boardStateSchema = z.strictObject({
  version: z.int(),
  /** when the counts were taken, by the agent's clock */
  countedAt: instantSchema,
  hallName: z.string(), hotline: z.string(), notices: z.array(z.string()),
  jobs: z.array(boardJobSchema),
  /** newest first; the first is the large one */
  calls: z.array(boardCallSchema).max(12),
  /** the rules of the hall, shown in turn with the jobs while nobody is called */
  wall: z.array(wallLineSchema).max(wallLinesMost).optional(),
  /** 加开窗口: so many more are needed; absent while the windows keep up */
  moreWindows: z.int().min(1).max(60).optional(),
  counts: z.strictObject({ seekers: z.int(), waiting: z.int(), jobs: z.int(), places: z.int(), placesLeft: z.int(), hires: z.int() }),
});
export type BoardState = z.infer<typeof boardStateSchema>;

/** What a board did with a call; the console warns when nobody did. */
export const boardEchoSchema = z.strictObject({ callId: idSchema, times: z.int().min(1) });
export interface BoardUp {
  shown(echo: unknown): void;
  spoken(echo: unknown): void;
}
export interface BoardDown {
  board(state: BoardState): void;
}
