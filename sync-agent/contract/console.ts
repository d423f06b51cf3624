/* Staff console ↔ agent. Staff see numbers, not names, before a call. */
import { z } from 'zod';
import { alarmSchema, alarmsMost } from '@kuaizhao/db/domain/hall/alarms.ts';
import { windowSchema } from '@kuaizhao/db/domain/hall/settings.ts';
import { paperKindSchema } from '@kuaizhao/db/domain/printing/print-job.ts';
import { helpKindSchema } from '@kuaizhao/db/domain/queue/desk/commands.ts';
import { businessDaySchema, hallNumberSchema, idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';
import { staffRoleSchema } from '@kuaizhao/db/domain/staff/role.ts';
import { cityTradeSchema, cityTradesMost } from '@kuaizhao/db/domain/trades/city-trade.ts';
import { tradeCodeSchema } from '@kuaizhao/db/domain/trades/trade.ts';
import type { Answer } from './answer.ts';
import { boardCallSchema, boardJobSchema, boardStateSchema } from './board.ts';
import { printerStates, readerStates } from './kiosk.ts';
import type { QueryAnswer } from './queries/query.ts';
import { waitSchema } from './queries/queue.ts';

export const signInSchema = z.strictObject({ staffId: idSchema, pin: z.string().regex(/^\d{4,12}$/) });
export const signInReplySchema = z.discriminatedUnion('ok', [
  /** `mustSetPin`: the PIN was good for this sign-in; until another one is set everything else is refused as `pinFirst` */
  z.strictObject({ ok: z.literal(true), staffName: z.string(), role: staffRoleSchema, mustSetPin: z.literal(true).optional(), /** the page locks itself after so long without input */ lockAfterMs: z.int().min(60_000).optional() }),
  /** `waitMs`: after five wrong PINs, how long until the next try */
  z.strictObject({ ok: z.literal(false), waitMs: z.int().min(0) }),
]);
/** So long after the PIN of the second person an export may still be asked for, and after the own one another PIN be set. */
export const vouchForMs = 120_000;
export type SignInReply = z.infer<typeof signInReplySchema>;

/** Boards that have answered for one call are told up to this many. */
export const echoesMost = 10;
export const floorCallSchema = boardCallSchema.extend({
  trades: z.array(tradeCodeSchema), jobId: idSchema.optional(), /** the person stands at the window */ begun: z.literal(true).optional(),
  /** boards on which these `times` of it stand, the first first; empty: nobody has seen it */
  shown: z.array(z.strictObject({ boardId: idSchema, at: instantSchema })).max(echoesMost),
  /** loudspeakers that have said it to its end */
  spoken: z.array(z.strictObject({ boardId: idSchema, speaker: idSchema.optional(), at: instantSchema })).max(echoesMost),
});
export type FloorCall = z.infer<typeof floorCallSchema>;

export const floorDeviceSchema = z.strictObject({
  deviceId: idSchema, role: z.enum(['kiosk', 'board', 'console']), connected: z.boolean(), since: instantSchema,
  reader: z.enum(readerStates).optional(), printer: z.enum(printerStates).optional(),
  /** since when they are as they are */
  readerSince: instantSchema.optional(), printerSince: instantSchema.optional(),
});

/** The hall as staff see it, whole, after every change. */
export const floorStateSchema = z.strictObject({
  version: z.int(), countedAt: instantSchema,
  counts: boardStateSchema.shape.counts,
  services: z.array(z.strictObject({ code: idSchema, label: z.string(), waiting: z.int(), next: hallNumberSchema.optional(), /** for whoever would take a number now */ wait: waitSchema.optional(), /** since when the longest wait is */ oldest: instantSchema.optional() })),
  windows: z.array(windowSchema.extend({
    call: floorCallSchema.optional(),
    /** who sits there, and the profile it calls by when not its own */
    staffId: idSchema.optional(), profile: idSchema.optional(),
    help: z.strictObject({ kind: helpKindSchema, at: instantSchema }).optional(),
    parked: z.array(hallNumberSchema).optional(),
    /** the last act at the window that may be taken back */
    undo: z.strictObject({ of: z.string(), act: z.string() }).optional(),
  })),
  /** the business day of all this: the last that somebody began; absent in a hall that never opened */
  day: businessDaySchema.optional(),
  /** that day was closed: no more numbers and calls */
  dayClosed: z.boolean().optional(),
  /** the agent repeats calls to windows: clerks mark who came */
  autoCalls: z.literal(true).optional(),
  /** 加开窗口: so many more are needed; absent while the windows keep up */
  moreWindows: z.int().min(1).max(60).optional(),
  tables: z.array(z.strictObject({ id: idSchema, label: z.string(), calls: z.array(floorCallSchema) })),
  jobs: z.array(boardJobSchema.extend({ eligible: z.int() })),
  devices: z.array(floorDeviceSchema),
  printers: z.array(idSchema).max(60).optional(),
  /** papers that came out or not is unknown, and papers that failed */
  papers: z.array(z.strictObject({ printJobId: idSchema, printer: idSchema, kind: paperKindSchema, /** of the number, slip or dispute it shows */ number: z.string().max(20), state: z.enum(['queued', 'unknown', 'failed']) })).max(50),
  /** calls that no board has shown within three seconds */
  unheard: z.array(hallNumberSchema).max(20),
  /** what is past its threshold, what cannot wait first */
  alarms: z.array(alarmSchema).max(alarmsMost).optional(),
});
export type FloorState = z.infer<typeof floorStateSchema>;

/** Shown before anybody signs in: who can. */
export const deskSchema = z.strictObject({ hallName: z.string(), staff: z.array(z.strictObject({ staffId: idSchema, staffName: z.string(), role: staffRoleSchema })) });
export type Desk = z.infer<typeof deskSchema>;
export const staffListSchema = deskSchema.shape.staff;

/** What the city says of trades, whole. */
export const cityTradesSchema = z.array(cityTradeSchema).max(cityTradesMost);

export interface ConsoleUp {
  signIn(attempt: unknown, reply: (reply: SignInReply) => void): void;
  signOut(reply: () => void): void;
  /** somebody touches the console; at most once in `inputEveryMs` */
  input(): void;
  /** the second person of an export, by name and PIN, for the next one within `vouchForMs` */
  vouch(attempt: unknown, reply: (reply: SignInReply) => void): void;
  command(command: unknown, answer: (answer: Answer) => void): void;
  /** one of queries/queries.ts */
  query(message: unknown, answer: (answer: QueryAnswer) => void): void;
}
export interface ConsoleDown {
  /** at once after the connection */
  desk(desk: Desk): void;
  /** nobody touched it for too long: everything is refused as `locked` until whoever sat here signs in again */
  locked(): void;
  /** who can sign in, when that is otherwise */
  staff(staff: Desk['staff']): void;
  /** at once after the connection, and when the list is another one */
  trades(trades: z.infer<typeof cityTradesSchema>): void;
  /** to signed-in consoles only */
  floor(state: FloorState): void;
}
