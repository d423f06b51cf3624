/* The city page over http: only files that were in its folder at the start, and the figures as JSON. */
import { existsSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import type { CityFigures } from '@kuaizhao/sync-agent/contract/figures.ts';
import type { HubParts } from '../hub/parts.ts';

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
};

export function createWeb(folder: string, current: () => Promise<CityFigures>, parts: HubParts): RequestListener {
  const files = existsSync(join(folder, 'index.html'))
    ? sirv(folder, { etag: true, setHeaders: (response, path) => { response.setHeader('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'); } })
    : undefined;
  const sendFigures = async (response: ServerResponse): Promise<void> => {
    try {
      const figures = await current();
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(JSON.stringify(figures));
    } catch (error) {
      parts.log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'figures could not be counted');
      sendText(response, 503, '数字暂时不可用 The figures are not available now.');
    }
  };
  return (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      sendText(response, 405, 'Only GET is answered here.');
      return;
    }
    if (pathOf(request) === '/api/figures') {
      void sendFigures(response);
      return;
    }
    if (files === undefined) sendText(response, 503, '页面尚未生成 The page is not built: npm run build');
    else files(request, response, () => sendText(response, 404, '没有这一页 There is no such page.'));
  };
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(`${text}\n`);
}
