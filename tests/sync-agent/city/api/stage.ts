/* A hub with keys for orders, and a real hall behind it, on clocks that the test turns. */
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { startCity } from '@kuaizhao/sync-agent/city/start-city.ts';
import { apiErrorSchema, orderStateSchema, type OrderState } from '@kuaizhao/sync-agent/contract/city/orders-api.ts';
import type { TestEngine } from '../../../fixtures/city/databases.ts';
import { morning } from '../../../fixtures/engine.ts';
import { soundTerms } from '../../../fixtures/hall.ts';
import { creditCode } from '../../../fixtures/people.ts';
import { keyOf, nameOf } from '../../pool/stage.ts';

export const apiKey = 'a-key-of-a-platform-for-tests';
export const otherKey = 'a-key-that-may-order-at-h2-only';

export async function openHub(engine: TestEngine, over: { readonly perAddress?: number; readonly perKey?: number } = {}) {
  const place = await engine.database();
  const time = { now: morning };
  const start = (port = 0) => startCity({
    listen: { host: '127.0.0.1', port }, database: place.database, data: place.data, halls: ['h1', 'h2'].map((hallId) => ({ hallId, name: nameOf(hallId), key: keyOf(hallId) })),
    api: { clients: [{ clientId: 'quancheng', key: apiKey }, { clientId: 'other', key: otherKey, halls: ['h2'] }], perAddress: 10_000, perKey: 10_000, ...over },
  }, pino({ level: 'silent' }), { now: () => time.now, pageFolder: place.data });
  let city = await start();
  const url = city.urls.city;
  let serial = 0;
  onTestFinished(async () => {
    await city.close();
    await place.remove();
  });
  const call = async (method: string, path: string, { body, headers = {}, key = apiKey, idempotencyKey = `question-${++serial}` }: { body?: unknown; headers?: Record<string, string>; key?: string | null; idempotencyKey?: string | null } = {}) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method, ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...(idempotencyKey === null ? {} : { 'idempotency-key': idempotencyKey }), ...headers },
    });
    return { status: response.status, body: await response.json() as unknown, retryAfter: response.headers.get('retry-after') };
  };
  const order = ({ hallId = 'h1', terms = {}, employer = { creditCode: creditCode(3) } }: { hallId?: string; terms?: object; employer?: object } = {}) => ({ hallId, employer, terms: soundTerms(time.now, terms) });
  return {
    url, time, place, call, order,
    stop: () => city.close(),
    start: async () => { city = await start(Number(new URL(url).port)); },
    state: async (orderId: string): Promise<OrderState> => orderStateSchema.parse((await call('GET', `/orders/${orderId}`)).body),
    placed: async (wanted: Parameters<typeof order>[0] = {}): Promise<OrderState> => {
      const answer = await call('POST', '/orders', { body: order(wanted) });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return orderStateSchema.parse(answer.body);
    },
  };
}
export type HubStage = Awaited<ReturnType<typeof openHub>>;

export const codeOf = (answer: { readonly body: unknown }): string => apiErrorSchema.parse(answer.body).error.code;
