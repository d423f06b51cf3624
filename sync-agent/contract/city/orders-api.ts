/* The city's public HTTP API under /api/v1: halls and open jobs for everybody, orders for whoever has a key. Of people it takes one number, of a household that orders, and keeps a mark of it. */
import { z } from 'zod';
import { isCreditCode } from '@kuaizhao/db/domain/employers/credit-code.ts';
import { closeReasonSchema, orderChangeSchema, orderChangesMost, revisionSchema } from '@kuaizhao/db/domain/jobs/commands.ts';
import { idNumberSchema } from '@kuaizhao/db/domain/people/commands.ts';
import { jobTermsSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import { hallNumberSchema, idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';
import { cityTradeSchema, cityTradesMost } from '@kuaizhao/db/domain/trades/city-trade.ts';
import { tradeCodeSchema } from '@kuaizhao/db/domain/trades/trade.ts';

export const ordersApiLimits = {
  bodyBytes: 32 * 1024, perPage: 100, changesPerOrder: orderChangesMost,
  /** a minute: of one address, and of one key; a configuration may say otherwise */
  perAddress: 120, perKey: 300,
  /** orders of one hall that have not ended */
  livePerHall: 2_000,
  /** an answer under an Idempotency-Key is kept so long */
  answersKeptMs: 72 * 3_600_000,
} as const;

export const idempotencyKeySchema = z.string().regex(/^[\x21-\x7e]{8,80}$/);

/** What a posting of the hall must say; whom it names is settled at the table. */
export const orderTermsSchema = jobTermsSchema.omit({ onBehalfOf: true, namedTicket: true });
/**
 * 个人雇主: the number of the ID card, by which the hall knows the household again; the city keeps a mark of it and no number. A household that the hall does not know yet shows its card and signs the 用工承诺书 there:
 * until then the order stays `placed`, and when its time is over first, `refused` with `employerUnknown`. Pay below the minimum hourly wage is a warning at the desk, not a refusal.
 */
const householdSchema = z.strictObject({ household: z.strictObject({ idNumber: idNumberSchema }) }).describe('个人雇主：身份证号只用来认人，平台不保存；本人到市场刷身份证、签用工承诺书后，订单才会发布。 A household: the number marks the person and is not kept; the order is posted once its card was shown and its promise signed at the hall.');
export const placeOrderSchema = z.strictObject({
  hallId: idSchema,
  /** 统一社会信用代码 of an employer that the hall knows: whoever was never there comes to the desk once */
  employer: z.union([
    z.strictObject({ creditCode: z.string().max(18).refine(isCreditCode, { error: 'not a registered number' }) }),
    householdSchema,
  ]),
  terms: orderTermsSchema,
});
export type PlaceOrder = z.infer<typeof placeOrderSchema>;
/** `revision`: only when the order still stands there. */
export const changeOrderSchema = z.strictObject({ revision: revisionSchema.optional(), change: orderChangeSchema });
export const withdrawOrderSchema = z.strictObject({ reason: closeReasonSchema });

/** `placed`: on its way. `refused`: with `refusal`; a change may mend it. `open`: on the hall's board. */
export const orderStates = ['placed', 'refused', 'inReview', 'open', 'filled', 'closed', 'takenDown', 'expired', 'withdrawn'] as const;
export const orderStateSchema = z.strictObject({
  orderId: idSchema, hallId: idSchema, state: z.enum(orderStates),
  /** of the order, and up to which the hall has answered */
  revision: revisionSchema, answered: z.int().min(0),
  /** asked for, and not answered yet */
  withdrawing: z.boolean(),
  /** on the job slip and the board */
  number: hallNumberSchema.optional(),
  headcount: z.int().min(1), hired: z.int().min(0), called: z.int().min(0),
  /** the newest answer was a no: the hall's code, and where in the order */
  refusal: z.strictObject({ code: z.string(), field: z.string().optional() }).optional(),
  placedAt: instantSchema, /** when the hall was last heard of it */ toldAt: instantSchema.optional(),
});
export type OrderState = z.infer<typeof orderStateSchema>;

export const publicTermsSchema = jobTermsSchema.pick({
  trade: true, headcount: true, pay: true, settlement: true, place: true, bay: true, startAt: true, leaveBy: true, hoursPerDay: true, days: true,
  meals: true, transport: true, tools: true, hazards: true, protection: true, insurance: true, validUntil: true, mode: true,
});
export const jobsPageSchema = z.strictObject({
  at: instantSchema,
  jobs: z.array(z.strictObject({ hallId: idSchema, jobId: idSchema, number: hallNumberSchema, placesLeft: z.int().min(1), postedAt: instantSchema, terms: publicTermsSchema, /** the hall's newest word */ dataAt: instantSchema.nullable() })).max(ordersApiLimits.perPage),
  /** for `after`, when there are more */
  next: z.string().optional(),
});
export const jobsQuerySchema = z.strictObject({ hall: idSchema.optional(), trade: tradeCodeSchema.optional(), limit: z.coerce.number().int().min(1).max(ordersApiLimits.perPage).optional(), after: z.string().regex(/^\d{1,15}\.\d{1,9}\.[0-9A-Za-z_-]{1,64}$/).optional() });
export type JobsQuery = z.infer<typeof jobsQuerySchema>;
export const hallsPageSchema = z.strictObject({
  at: instantSchema,
  halls: z.array(z.strictObject({ hallId: idSchema, name: z.string(), address: z.string().optional(), hotline: z.string().optional(), jobs: z.int().min(0), placesLeft: z.int().min(0), dataAt: instantSchema.nullable() })),
  /** 本市工种: trades that the city names itself, beside the shipped list */
  trades: z.array(cityTradeSchema).max(cityTradesMost),
});

/** Every no, by its name, with its HTTP status. */
export const apiRefusals = {
  keyMissing: [401, '请带上密钥。 Send your key: Authorization: Bearer …'], keyWrong: [401, '密钥不对。 The key is not known here.'],
  hallNotYours: [403, '此密钥不能向这个市场点单。 This key may not order at this hall.'],
  notFound: [404, '没有这个地址。 There is no such address.'], hallUnknown: [404, '没有这个市场。 There is no such hall.'], orderUnknown: [404, '没有这张订单。 There is no such order of this key.'],
  methodNotAllowed: [405, '此地址不接受这种请求。 This method is not answered here.'],
  revisionStale: [409, '订单已有更新。 The order has been changed since.'], orderEnded: [409, '订单已经结束。 The order has ended.'], withdrawing: [409, '订单正在撤回。 The order is being withdrawn.'],
  alreadyHired: [409, '已经有人用工确认，不能撤回。 Somebody is hired already.'], tooManyChanges: [409, '修改次数太多，请重新下单。 Too many changes; place another order.'], hallFull: [409, '这个市场的线上订单已满。 This hall has as many online orders as it takes.'],
  tooLarge: [413, '内容太大。 The body is too large.'], notJson: [415, '只接受 application/json。 Only application/json is read.'],
  malformed: [422, '内容不符合要求。 Something is missing or not as described.'], idempotencyKeyMissing: [422, '请带上 Idempotency-Key。 Send an Idempotency-Key of 8 to 80 characters.'], idempotencyKeyReused: [422, '这个 Idempotency-Key 已用于别的请求。 This Idempotency-Key was used for something else.'],
  tooMany: [429, '请求太频繁，请稍后再试。 Too many requests; come back later.'],
  unavailable: [503, '暂时不能处理。 Not now; try again.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;
export type ApiRefusal = keyof typeof apiRefusals;
export const apiErrorSchema = z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string(), /** where in what was sent */ field: z.string().optional() }) });
