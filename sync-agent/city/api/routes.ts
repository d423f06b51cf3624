/* Every address of the API as data: what it takes, what it gives, how it says no. The server and its document are both made of this. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { learnedTrades } from '@kuaizhao/db/domain/trades/trade.ts';
import { publicHalls, publicJobs } from '@kuaizhao/db/city/orders/public-jobs.ts';
import { openOrders, type Kept, type OrderRow } from '@kuaizhao/db/city/orders/orders.ts';
import type { OrderWord } from '@kuaizhao/db/domain/feeds/bodies.ts';
import { erasureMark } from '@kuaizhao/db/sealing/erasure-mark.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import {
  changeOrderSchema, hallsPageSchema, jobsPageSchema, jobsQuerySchema, orderStateSchema, ordersApiLimits, placeOrderSchema, withdrawOrderSchema, type ApiRefusal, type OrderState,
} from '@kuaizhao/sync-agent/contract/city/orders-api.ts';
import type { HubParts } from '../hub/parts.ts';
import type { Client } from './doorkeeper.ts';
import { ApiRefused } from './refused.ts';

export interface ApiAnswer { readonly status: number; readonly body: string }
export interface Call { readonly client: Client | undefined; readonly orderId: string; readonly query: unknown; readonly body: unknown; readonly idempotencyKey: string }
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH'; readonly path: string; readonly summary: string; readonly status: number; readonly reply: z.ZodType;
  /** needs a key */
  readonly owned: boolean;
  readonly query?: z.ZodObject; readonly body?: z.ZodType;
  /** besides what each of its kind refuses */
  readonly refuses: readonly ApiRefusal[];
  readonly answer: (call: Call) => Promise<ApiAnswer>;
}
export interface RoutesParts extends Pick<HubParts, 'now' | 'randomHex'> { readonly db: CityDb; readonly said: () => void }

/** What every address of this kind may refuse. */
export function refusalsOf({ owned, body, query, refuses }: Route): readonly ApiRefusal[] {
  return [
    'tooMany', 'unavailable', ...(owned ? ['keyMissing', 'keyWrong'] as const : []), ...(query === undefined ? [] : ['malformed'] as const),
    ...(body === undefined ? [] : ['tooLarge', 'notJson', 'malformed', 'idempotencyKeyMissing', 'idempotencyKeyReused'] as const), ...refuses,
  ];
}

export function createRoutes({ db, now, randomHex, said }: RoutesParts): readonly Route[] {
  const orders = openOrders({ db, limits: ordersApiLimits, tell: (row) => JSON.stringify(stateOf(row)) });
  const asked = ({ client, idempotencyKey, body }: Call, what: string, status: number) => ({ client: client?.clientId ?? '', key: idempotencyKey, request: createHash('sha256').update(`${what}\n${JSON.stringify(body)}`).digest('hex'), now: now(), status });
  const kept = (answer: Kept): ApiAnswer => {
    if (!answer.ok) throw new ApiRefused(answer.no);
    said();
    return answer;
  };
  return [
    {
      method: 'GET', path: '/halls', summary: '零工市场名录 The halls of the city, with open jobs and places', status: 200, reply: hallsPageSchema, owned: false, refuses: [],
      answer: async () => ({ status: 200, body: JSON.stringify({ at: now(), halls: await publicHalls(db, now()), trades: learnedTrades() }) }),
    },
    {
      method: 'GET', path: '/jobs', summary: '用工信息 Open jobs with places left, soonest start first', status: 200, reply: jobsPageSchema, owned: false, query: jobsQuerySchema, refuses: [],
      async answer({ query }) {
        const { hall, trade, after, limit = 50 } = jobsQuerySchema.parse(query);
        return { status: 200, body: JSON.stringify({ at: now(), ...await publicJobs(db, { hall, trade, after, limit, now: now() }) }) };
      },
    },
    {
      method: 'POST', path: '/orders', summary: '线上点单 Places an order; the hall takes it after the filter that reads every posting', status: 201, reply: orderStateSchema, owned: true, body: placeOrderSchema, refuses: ['hallNotYours', 'hallUnknown', 'hallFull'],
      async answer(call) {
        const { hallId, employer, terms } = placeOrderSchema.parse(call.body);
        if (call.client?.halls?.has(hallId) === false) throw new ApiRefused('hallNotYours', { field: 'hallId' });
        const named = 'household' in employer ? markedHousehold(employer.household.idNumber, call) : employer;
        return kept(await orders.place(asked({ ...call, body: { hallId, employer: named, terms } }, 'place', 201), hallId, { orderId: randomHex(12), employer: named, terms }));
      },
    },
    {
      method: 'GET', path: '/orders/{orderId}', summary: '订单状态 What became of an order', status: 200, reply: orderStateSchema, owned: true, refuses: ['orderUnknown'],
      async answer({ client, orderId }) {
        const row = await orders.state(client?.clientId ?? '', orderId);
        if (row === undefined) throw new ApiRefused('orderUnknown');
        return { status: 200, body: JSON.stringify(stateOf(row)) };
      },
    },
    {
      method: 'PATCH', path: '/orders/{orderId}', summary: '修改订单 Changes an order: longer, more or fewer people, better pay, other words', status: 202, reply: orderStateSchema, owned: true, body: changeOrderSchema, refuses: ['orderUnknown', 'orderEnded', 'withdrawing', 'revisionStale', 'tooManyChanges'],
      async answer(call) {
        const { change, revision } = changeOrderSchema.parse(call.body);
        return kept(await orders.change(asked(call, `change ${call.orderId}`, 202), call.orderId, change, revision));
      },
    },
    {
      method: 'POST', path: '/orders/{orderId}/withdrawal', summary: '撤回订单 Withdraws an order for which nobody is hired yet', status: 202, reply: orderStateSchema, owned: true, body: withdrawOrderSchema, refuses: ['orderUnknown', 'orderEnded', 'withdrawing', 'alreadyHired'],
      answer: async (call) => kept(await orders.withdraw(asked(call, `withdraw ${call.orderId}`, 202), call.orderId, withdrawOrderSchema.parse(call.body).reason)),
    },
  ];
}

/** The number ends here: a digest of what was asked is kept as well, so that it, too, is made of the mark. The salt is the question's own, so the same question has the same mark. */
function markedHousehold(idNumber: string, { client, idempotencyKey }: Call): Extract<OrderWord['employer'], { readonly household: unknown }> {
  return { household: erasureMark(idNumber.toUpperCase(), createHash('sha256').update(`${client?.clientId ?? ''}\n${idempotencyKey}`).digest('hex').slice(0, 32)) };
}

function stateOf({ refusal, refusalField, number, toldAt, state, ...row }: OrderRow): OrderState {
  return {
    ...row, state: orderStateSchema.shape.state.parse(state), ...(number === null ? {} : { number }), ...(toldAt === null ? {} : { toldAt }),
    ...(refusal === null ? {} : { refusal: { code: refusal, ...(refusalField === null ? {} : { field: refusalField }) } }),
  };
}
