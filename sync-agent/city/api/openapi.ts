/* The OpenAPI 3.1 document, made of the routes themselves. */
import { z } from 'zod';
import { apiErrorSchema, apiRefusals, idempotencyKeySchema, type ApiRefusal } from '@kuaizhao/sync-agent/contract/city/orders-api.ts';
import { refusalsOf, type Route } from './routes.ts';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object => z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
const json = (schema: object): object => ({ 'application/json': { schema } });

export function openApiOf(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(route);
  return {
    openapi: '3.1.0', info: { title: '快招 零工市场开放接口 Kuaizhao public API', version: '1' }, servers: [{ url: '/api/v1' }], paths,
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  };
}

function operationOf(route: Route): object {
  const query = Object.entries(route.query?.shape ?? {}).map(([name, schema]) => ({ name, in: 'query', required: false, schema: schemaOf(schema as z.ZodType, 'input') }));
  const inPath = route.path.includes('{orderId}') ? [{ name: 'orderId', in: 'path', required: true, schema: { type: 'string' } }] : [];
  const inHeader = route.body === undefined ? [] : [{ name: 'Idempotency-Key', in: 'header', required: true, schema: schemaOf(idempotencyKeySchema, 'input') }];
  return {
    summary: route.summary, ...(route.owned ? { security: [{ key: [] }] } : {}), parameters: [...inPath, ...query, ...inHeader],
    ...(route.body === undefined ? {} : { requestBody: { required: true, content: json(schemaOf(route.body, 'input')) } }),
    responses: { [route.status]: { description: 'OK', content: json(schemaOf(route.reply, 'output')) }, ...refusals(refusalsOf(route)) },
  };
}

function refusals(codes: readonly ApiRefusal[]): Record<string, object> {
  return Object.fromEntries([...Map.groupBy(codes, (code) => apiRefusals[code][0])].map(([status, ofStatus]) => [
    status, { description: ofStatus.join(', '), content: json({ ...schemaOf(apiErrorSchema, 'output'), examples: ofStatus.map((code) => ({ error: { code, message: apiRefusals[code][1] } })) }) },
  ]));
}
