/* Agent ↔ board: the public state of the hall whole, then its changes, and what this board shows where. No field here can hold anything about a person: a test walks these schemas. */
import { z } from 'zod';
import { boardPlanSchema, boardScenes } from '@kuaizhao/db/domain/boards/plan.ts';
import { citySteadyMost } from '@kuaizhao/db/domain/content/city-offers.ts';
import { sheetSchema } from '@kuaizhao/db/domain/content/leaflet.ts';
import { fairTradesMost } from '@kuaizhao/db/domain/fairs/commands.ts';
import { wallLineSchema, wallLinesMost } from '@kuaizhao/db/domain/hall/wall.ts';
import { placeSchema } from '@kuaizhao/db/domain/queue/commands.ts';
import { hallNumberSchema, idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';
import { offeredPaySchema, settlementSchema } from '@kuaizhao/db/domain/jobs/pay.ts';
import { cityTradeSchema, cityTradesMost } from '@kuaizhao/db/domain/trades/city-trade.ts';
import { tradeCodeSchema } from '@kuaizhao/db/domain/trades/trade.ts';

/** How much a board is ever told at once. */
export const boardMost = { jobs: 1_500, calls: 12, notices: 40, cityNotices: 20, tables: 200, numbersAtTable: 24, bays: 60, steady: 40, hours: 24, trades: 8, sheets: 40, fairs: 6 } as const;

export const boardJobSchema = z.strictObject({
  jobId: idSchema, number: hallNumberSchema, trade: tradeCodeSchema,
  headcount: z.int(), placesLeft: z.int(),
  pay: offeredPaySchema, settlement: settlementSchema,
  workPlace: z.string(), startAt: instantSchema,
  bay: z.string().optional(), plate: z.string().optional(), leaveBy: instantSchema.optional(),
  meals: z.boolean(), transport: z.boolean(),
  /** 线上订单: ordered outside, confirmed here */
  online: z.literal(true).optional(),
  /** full since then: shown as full for a short while, and then gone from the list */
  filledAt: instantSchema.optional(),
});
export type BoardJob = z.infer<typeof boardJobSchema>;

/** One call drives the row and the voice. `times` grows with each recall: the voice speaks once for each. */
export const boardCallSchema = z.strictObject({
  callId: idSchema, number: hallNumberSchema, to: placeSchema, toLabel: z.string(), jobNumber: hallNumberSchema.optional(), times: z.int(), at: instantSchema,
  /** the person is still expected */
  open: z.boolean(),
});
export type BoardCall = z.infer<typeof boardCallSchema>;

/** `called`: people are expected there; `talking`: somebody has said yes and sits there. */
export const boardTableSchema = z.strictObject({
  id: idSchema, label: z.string(), state: z.enum(['free', 'called', 'talking']),
  /** of the calls to this table that are open, the earliest first */
  numbers: z.array(hallNumberSchema).max(boardMost.numbersAtTable), jobNumber: hallNumberSchema.optional(),
});
export type BoardTable = z.infer<typeof boardTableSchema>;

/** A van that is due or stands there, whether its job is open or already full: whoever was hired looks for it. */
export const boardBaySchema = z.strictObject({ bay: z.string(), plate: z.string().optional(), leaveBy: instantSchema.optional(), startAt: instantSchema, jobNumber: hallNumberSchema, trade: tradeCodeSchema });
export type BoardBay = z.infer<typeof boardBaySchema>;

const amount = z.int().min(0);
/** Of this business day, counted from the journal at `countedAt`, which may be some seconds before the state's. Trades: those with most places. */
export const boardFiguresSchema = z.strictObject({
  countedAt: instantSchema,
  byHour: z.array(z.strictObject({ hour: z.int().min(0).max(23), seekers: amount, hires: amount })).max(boardMost.hours),
  byTrade: z.array(z.strictObject({ trade: tradeCodeSchema, places: amount, hires: amount })).max(boardMost.trades),
});
export type BoardFigures = z.infer<typeof boardFiguresSchema>;

/** A fair that is on or comes today. */
export const boardFairSchema = z.strictObject({ title: z.string(), from: instantSchema, until: instantSchema, place: z.string().optional(), trades: z.array(tradeCodeSchema).max(fairTradesMost), /** of its tables */ labels: z.array(z.string()).max(boardMost.tables) });
export type BoardFair = z.infer<typeof boardFairSchema>;

export const boardStateSchema = z.strictObject({
  /** of this picture; each further one is one higher */
  version: z.int(),
  /** when the counts were taken, by the agent's clock */
  countedAt: instantSchema,
  hallName: z.string(), hotline: z.string(),
  /** the first `urgent` of them stand out */
  notices: z.array(z.string()).max(boardMost.notices), urgent: z.int().min(0).max(boardMost.notices),
  /** of the city, for all its halls */
  cityNotices: z.array(z.strictObject({ text: z.string(), urgent: z.boolean() })).max(boardMost.cityNotices),
  jobs: z.array(boardJobSchema).max(boardMost.jobs),
  /** newest first; the first is the large one */
  calls: z.array(boardCallSchema).max(boardMost.calls),
  tables: z.array(boardTableSchema).max(boardMost.tables),
  /** by the time to leave, the next first */
  bays: z.array(boardBaySchema).max(boardMost.bays),
  /** longer than six months */
  steady: z.array(boardJobSchema).max(boardMost.steady),
  /** of the city, in every hall: without a number, asked for at a window */
  citySteady: z.array(boardJobSchema.pick({ trade: true, headcount: true, workPlace: true, pay: true, settlement: true, meals: true, transport: true }).extend({ id: idSchema })).max(citySteadyMost),
  figures: boardFiguresSchema,
  /** what the city says of trades: names that the board does not bring itself */
  trades: z.array(cityTradeSchema).max(cityTradesMost),
  /** 明白纸 to read, by topic */
  sheets: z.array(sheetSchema).max(boardMost.sheets),
  /** the earliest first */
  fairs: z.array(boardFairSchema).max(boardMost.fairs),
  /** the rules of the hall */
  wall: z.array(wallLineSchema).max(wallLinesMost),
  /** 加开窗口: so many more are needed; 0 while the windows keep up */
  moreWindows: z.int().min(0).max(60),
  counts: z.strictObject({ seekers: z.int(), waiting: z.int(), jobs: z.int(), places: z.int(), placesLeft: z.int(), hires: z.int() }),
});
export type BoardState = z.infer<typeof boardStateSchema>;

const { version, countedAt, jobs: _jobs, ...parts } = boardStateSchema.shape;
/** From picture `from` to picture `version`: parts that are otherwise now, whole; of the jobs those that are new or otherwise, and those that are gone. A board that has another picture than `from` asks for the whole. */
export const boardChangeSchema = z.strictObject({
  from: z.int(), version, countedAt,
  jobs: z.strictObject({ put: z.array(boardJobSchema).max(boardMost.jobs), gone: z.array(idSchema).max(boardMost.jobs) }).optional(),
  parts: z.strictObject(parts).partial(),
});
export type BoardChange = z.infer<typeof boardChangeSchema>;

/** What this board shows where. A board without a published plan is given the shipped one (`published` is false). */
export const boardOrderSchema = z.strictObject({
  plan: boardPlanSchema, published: z.boolean(), scene: z.enum(boardScenes), why: z.enum(['clock', 'hand']),
  /** this board says the calls: of those with one loudspeaker only one does */
  speaks: z.boolean(),
});
export type BoardOrder = z.infer<typeof boardOrderSchema>;

/** What a board did with a call; the console warns when nobody did. */
export const boardEchoSchema = z.strictObject({ callId: idSchema, times: z.int().min(1) });
export type BoardEcho = z.infer<typeof boardEchoSchema>;
/** The picture that stands on the board: told every `paintedEveryMs`, so that staff see how old it is. */
export const boardPaintedSchema = z.strictObject({ version, countedAt });
export const paintedEveryMs = 5_000;

export interface BoardUp {
  shown(echo: unknown): void;
  spoken(echo: unknown): void;
  painted(painted: unknown): void;
  /** A change does not fit what the board has: it is told the whole again, once a second at most. */
  whole(): void;
}
/** After each connection: `plan` and `board`; then `change` after every change, and `plan` whenever plan or scene is another. */
export interface BoardDown {
  plan(order: BoardOrder): void;
  board(state: BoardState): void;
  change(change: BoardChange): void;
}
