/* The document of the public API is what the server does: every address and every no of it is called and seen. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiRefusals, hallsPageSchema, jobsPageSchema, ordersApiLimits } from '@kuaizhao/sync-agent/contract/city/orders-api.ts';
import { engineNames, startEngine, type TestEngine } from '../../../fixtures/city/databases.ts';
import { codeOf, openHub, otherKey, type HubStage } from './stage.ts';

const engines = new Map<string, TestEngine>();
beforeAll(async () => { for (const name of engineNames) engines.set(name, await startEngine(name)); });
afterAll(async () => { for (const engine of engines.values()) await engine.end(); });
const engineOf = (name: string): TestEngine => {
  const engine = engines.get(name);
  if (engine === undefined) throw new Error(`no engine ${name}`);
  return engine;
};

interface Document { readonly openapi: string; readonly paths: Record<string, Record<string, { readonly responses: Record<string, { readonly description: string }> }>> }
type Answer = Awaited<ReturnType<HubStage['call']>>;

/** How each no of an address comes about; `send` is a sound call of it. */
function waysToNo(hub: HubStage, { method, path, body }: { readonly method: string; readonly path: string; readonly body?: object }): Record<string, () => Promise<Answer>> {
  const send = (over: Parameters<HubStage['call']>[2] = {}, at = path) => hub.call(method, at, { ...(body === undefined ? {} : { body }), ...over });
  const withOrder = async (sql: string, over: Parameters<HubStage['call']>[2] = {}) => {
    const { orderId } = await hub.placed();
    const db = await hub.place.open();
    await db.query(sql, [orderId]);
    await db.close();
    return send(over, path.replace(/orders\/[^/]+/, `orders/${orderId}`));
  };
  return {
    keyMissing: () => send({ key: null }), keyWrong: () => send({ key: 'nobody-has-this-key' }),
    hallNotYours: () => send({ key: otherKey }), hallUnknown: () => send({ body: { ...body, hallId: 'h9' } }),
    orderUnknown: () => send({}, path.replace(/orders\/[^/]+/, 'orders/nobody-placed-it')),
    orderEnded: () => withOrder(`UPDATE online_order SET state = 'closed', ended_at = 1 WHERE order_id = $1`), withdrawing: () => withOrder('UPDATE online_order SET withdrawing = true WHERE order_id = $1'),
    alreadyHired: () => withOrder('UPDATE online_order SET hired = 1 WHERE order_id = $1'), revisionStale: () => send({ body: { ...body, revision: 77 } }),
    tooManyChanges: async () => {
      const { orderId } = await hub.placed();
      const at = path.replace(/orders\/[^/]+/, `orders/${orderId}`);
      for (let n = 0; n < ordersApiLimits.changesPerOrder; n++) expect((await send({}, at)).status).toBe(202);
      return send({}, at);
    },
    hallFull: async () => {
      const db = await hub.place.open();
      await db.query(`INSERT INTO online_order (order_id, client, hall_no, word, revision, headcount, placed_at) SELECT 'full-' || n, 'quancheng', (SELECT hall_no FROM hall WHERE hall_id = 'h2'), '{}', 1, 1, 1 FROM generate_series(1, ${ordersApiLimits.livePerHall}) AS n`);
      await db.close();
      return send({ body: { ...body, hallId: 'h2' } });
    },
    tooLarge: () => send({ body: { ...body, more: 'x'.repeat(ordersApiLimits.bodyBytes) } }), notJson: () => send({ headers: { 'content-type': 'text/plain' } }),
    malformed: () => (method === 'GET' ? send({}, `${path}?limit=0`) : send({ body: '{"half":' })),
    idempotencyKeyMissing: () => send({ idempotencyKey: null }),
    idempotencyKeyReused: async () => {
      await hub.call('POST', '/orders', { body: hub.order({ terms: { headcount: 9 } }), idempotencyKey: 'used-already' });
      return send({ idempotencyKey: 'used-already' });
    },
  };
}

test('F27 every address and every no of the API’s document is what the server does', async () => {
  const hub = await openHub(engineOf('postgres'));
  const document = (await hub.call('GET', '/openapi.json', { key: null })).body as Document;
  expect(document.openapi).toBe('3.1.0');
  const bodies: Record<string, object> = { 'POST /orders': hub.order(), 'PATCH /orders/{orderId}': { change: { headcount: 3 } }, 'POST /orders/{orderId}/withdrawal': { reason: 'noWork' } };
  const seen: string[] = [];
  for (const [template, methods] of Object.entries(document.paths)) {
    for (const [name, { responses }] of Object.entries(methods)) {
      const [method, { orderId }] = [name.toUpperCase(), await hub.placed()];
      const [path, body] = [template.replace('{orderId}', orderId), bodies[`${method} ${template}`]];
      const ways = waysToNo(hub, { method, path, ...(body === undefined ? {} : { body }) });
      const [success = ''] = Object.keys(responses);
      for (const [status, { description }] of Object.entries(responses).filter(([one]) => one !== success)) {
        for (const code of description.split(', ').filter((one) => one !== 'tooMany' && one !== 'unavailable')) {
          const answer = await (ways[code] ?? (() => { throw new Error(`${method} ${template}: nobody knows how to provoke ${code}`); }))();
          expect({ status: answer.status, code: codeOf(answer) }, `${method} ${template}`).toEqual({ status: Number(status), code });
          seen.push(code);
        }
      }
      expect((await hub.call(method, path, body === undefined ? {} : { body })).status, `${method} ${template}`).toBe(Number(success));
    }
  }
  expect(codeOf(await hub.call('GET', '/nothing'))).toBe('notFound');
  expect(codeOf(await hub.call('DELETE', '/jobs'))).toBe('methodNotAllowed');
  expect(new Set([...seen, 'notFound', 'methodNotAllowed', 'tooMany', 'unavailable'])).toEqual(new Set(Object.keys(apiRefusals)));
  await (await hub.place.open()).script('ALTER TABLE public_job RENAME TO hidden');
  const answer = await hub.call('GET', '/jobs');
  expect([answer.status, codeOf(answer)]).toEqual([503, 'unavailable']);
});

test('F27 an address and a key are each asked to come back later when they ask too often', async () => {
  const strangers = await openHub(engineOf('embedded'), { perAddress: 3 });
  for (let n = 0; n < 3; n++) expect((await strangers.call('GET', '/halls', { key: null })).status).toBe(200);
  const more = await strangers.call('GET', '/halls', { key: null });
  expect([more.status, codeOf(more), Number(more.retryAfter) > 0]).toEqual([429, 'tooMany', true]);
  const known = await openHub(engineOf('embedded'), { perKey: 2 });
  for (let n = 0; n < 2; n++) expect((await known.call('GET', '/orders/nobody-placed-it')).status).toBe(404);
  expect(codeOf(await known.call('GET', '/orders/nobody-placed-it'))).toBe('tooMany');
  expect((await known.call('GET', '/orders/nobody-placed-it', { key: otherKey })).status).toBe(404);
});

test.each(engineNames)('F27 the same Idempotency-Key is the same order, also when both come at once (%s)', async (name) => {
  const hub = await openHub(engineOf(name));
  const body = hub.order();
  const answers = await Promise.all([1, 2, 3, 4].map(() => hub.call('POST', '/orders', { body, idempotencyKey: 'once-and-for-all' })));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map((one) => JSON.stringify(one.body))).size).toBe(1);
  expect(codeOf(await hub.call('POST', '/orders', { body: hub.order({ terms: { headcount: 5 } }), idempotencyKey: 'once-and-for-all' }))).toBe('idempotencyKeyReused');
  // A key is of its owner.
  expect((await hub.call('POST', '/orders', { body: hub.order({ hallId: 'h2' }), idempotencyKey: 'once-and-for-all', key: otherKey })).status).toBe(201);
  await hub.stop();
  const db = await hub.place.open();
  expect(await db.query(`SELECT client FROM online_order ORDER BY client`)).toEqual([{ client: 'other' }, { client: 'quancheng' }]);
  expect(await db.query(`SELECT feed, head FROM feed_head WHERE feed LIKE 'orders:%' ORDER BY feed`)).toEqual([{ feed: 'orders:h1', head: 1 }, { feed: 'orders:h2', head: 1 }]);
  await db.close();
});

test('F27 halls and jobs are open to everybody, by their schemas', async () => {
  const hub = await openHub(engineOf('embedded'));
  expect(hallsPageSchema.parse((await hub.call('GET', '/halls', { key: null })).body).halls.map(({ hallId }) => hallId)).toEqual(['h1', 'h2']);
  expect(jobsPageSchema.parse((await hub.call('GET', '/jobs?hall=h1&trade=0201&limit=5', { key: null })).body).jobs).toEqual([]);
});
