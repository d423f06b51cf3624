/* The public API over http: one door for every address, its checks in one order, every no by name. What goes wrong inside is 503 and a line in the log. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';
import { sweepOrders } from '@kuaizhao/db/city/orders/sweep.ts';
import { apiRefusals, idempotencyKeySchema, ordersApiLimits } from '@kuaizhao/sync-agent/contract/city/orders-api.ts';
import type { CityConfig } from '../config.ts';
import type { HubParts } from '../hub/parts.ts';
import { securityHeaders } from '../pages/web.ts';
import { sweepEvery } from '../hub/sweep-every.ts';
import { createDoorkeeper } from './doorkeeper.ts';
import { openApiOf } from './openapi.ts';
import { ApiRefused, bodyOf } from './refused.ts';
import { createRoutes, type ApiAnswer, type Route, type RoutesParts } from './routes.ts';

const root = '/api/v1';

export interface Api {
  /** Answers what is the API's; everything else is the other's. */
  before(other: RequestListener): RequestListener;
  /** Waits for a sweep that runs. */
  close(): Promise<void>;
}

export function createApi(config: CityConfig, parts: RoutesParts & Pick<HubParts, 'after' | 'log'>): Api {
  const routes = createRoutes(parts);
  const doorkeeper = createDoorkeeper(config.api ?? { clients: [] });
  const document = JSON.stringify(openApiOf(routes));
  const answer = async (request: IncomingMessage, url: URL): Promise<ApiAnswer> => {
    await doorkeeper.address(request);
    const path = url.pathname.slice(root.length);
    if (path === '/openapi.json' && request.method === 'GET') return { status: 200, body: document };
    const { route, orderId } = routeOf(routes, request.method ?? '', path);
    const client = route.owned ? await doorkeeper.client(request) : undefined;
    const query = checked(route.query, Object.fromEntries(url.searchParams));
    const body = route.body === undefined ? undefined : checked(route.body, await readJson(request));
    const idempotencyKey = request.headers['idempotency-key'];
    if (route.body !== undefined && !idempotencyKeySchema.safeParse(idempotencyKey).success) throw new ApiRefused('idempotencyKeyMissing');
    return route.answer({ client, orderId, query, body, idempotencyKey: String(idempotencyKey) });
  };
  const respond = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    try {
      const { status, body } = await answer(request, url);
      send(response, status, body);
    } catch (error) {
      if (!(error instanceof ApiRefused)) parts.log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'the public API failed');
      const refused = error instanceof ApiRefused ? error : new ApiRefused('unavailable');
      if (refused.retryMs !== undefined) response.setHeader('retry-after', String(Math.max(1, Math.ceil(refused.retryMs / 1_000))));
      // What was not read is not waited for.
      if (!request.complete) response.setHeader('connection', 'close');
      send(response, apiRefusals[refused.code][0], bodyOf(refused));
    }
  };
  const sweeping = sweepEvery(parts, 'orders', () => sweepOrders(parts.db, parts.now(), ordersApiLimits.answersKeptMs));
  return {
    before: (other) => (request, response) => {
      // Whoever writes an address that is none gets the page's answer.
      const url = URL.parse(request.url ?? '/', 'http://hub');
      if (url !== null && (url.pathname === root || url.pathname.startsWith(`${root}/`))) void respond(request, response, url);
      else other(request, response);
    },
    close: () => sweeping.close(),
  };
}

function routeOf(routes: readonly Route[], method: string, path: string): { readonly route: Route; readonly orderId: string } {
  const order = /^\/orders\/([0-9A-Za-z_-]{1,64})(\/withdrawal)?$/.exec(path);
  const pattern = order === null ? path : `/orders/{orderId}${order[2] ?? ''}`;
  const there = routes.filter((route) => route.path === pattern);
  if (there.length === 0) throw new ApiRefused('notFound');
  const route = there.find((one) => one.method === method);
  if (route === undefined) throw new ApiRefused('methodNotAllowed');
  return { route, orderId: order?.[1] ?? '' };
}

/** What was sent is never repeated, only its place. */
function checked(schema: Route['body'], value: unknown): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.').slice(0, 60);
  throw new ApiRefused('malformed', field === undefined || field === '' ? {} : { field });
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json(?:\s*;|$)/i.test(request.headers['content-type'] ?? '')) throw new ApiRefused('notJson');
  if (Number(request.headers['content-length'] ?? 0) > ordersApiLimits.bodyBytes) throw new ApiRefused('tooLarge');
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > ordersApiLimits.bodyBytes) throw new ApiRefused('tooLarge');
    pieces.push(piece);
  }
  const told = parsedJson(Buffer.concat(pieces).toString('utf8'));
  if (told === undefined) throw new ApiRefused('malformed');
  return told;
}

function send(response: ServerResponse, status: number, body: string): void {
  // Somebody who opens it in a browser reads text, in no frame and with nothing around it.
  response.writeHead(status, { ...securityHeaders, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'", 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(body);
}
