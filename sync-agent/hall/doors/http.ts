/* The agent's http side: the built pages of board and console by allow-list, nothing else. */
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import sirv from 'sirv';
import { dawdleMs, type Crowd } from './crowd.ts';

const dist = join(import.meta.dirname, '../../../display-board/dist');
const pages = ['board', 'console'] as const;
/** Where a browser comes into the hall's network; on loopback nobody has to. */
const pairPage = 'pair';

const policy = (styles: string, frames: string): string =>
  `default-src 'none'; script-src 'self'; style-src ${styles}; img-src 'self' data:; font-src 'self' data:; media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; ${frames}`;
/** The console shows a board's plan in a frame before it is published; nobody else frames anything. antd writes its styles into the console's page; everything else comes from files. */
const policies: Readonly<Record<string, string>> = { pair: policy("'self'", "frame-ancestors 'none'"), board: policy("'self'", "frame-ancestors 'self'"), console: policy("'self' 'unsafe-inline'", "frame-src 'self'; frame-ancestors 'none'") };
/** For whatever is no page. */
const nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const headers = {
  'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'permissions-policy': 'camera=(), microphone=(), geolocation=()',
} as const;

/** Slow or endless requests are cut; nobody uploads anything here. */
const requestMs = 10_000;
export const serverLimits = { requestTimeout: requestMs, headersTimeout: dawdleMs, connectionsCheckingInterval: 1_000, maxHeaderSize: 16_384 } as const;
export const requestsPerSocket = 1_000;

/** One handler for all servers. `first` answers what belongs to it and says so. */
export function pagesHandler(crowd: Pick<Crowd, 'mayRead'>, first?: (request: IncomingMessage, response: ServerResponse) => boolean) {
  const served = first === undefined ? pages : [...pages, pairPage] as const;
  const files = new Map(served.map((page) => [page, existsSync(join(dist, page, 'index.html')) ? sirv(join(dist, page), { etag: true, dev: false }) : undefined]));
  return (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (request.socket instanceof TLSSocket) response.setHeader('strict-transport-security', 'max-age=31536000');
    response.setHeader('content-security-policy', nothing);
    if (!crowd.mayRead(request.socket)) return plain(response, 429, 'too many requests');
    if (first?.(request, response) === true) return undefined;
    if (first !== undefined && request.url === '/') return void response.writeHead(302, { location: `/${pairPage}/` }).end();
    const page = served.find((one) => request.url === `/${one}` || request.url?.startsWith(`/${one}/`) === true || request.url?.startsWith(`/${one}?`) === true);
    if (page !== undefined) response.setHeader('content-security-policy', policies[page] ?? nothing);
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(response, 405, 'method not allowed');
    if (page === undefined) return plain(response, 404, 'not found');
    const serve = files.get(page);
    if (serve === undefined) return plain(response, 503, 'this page is not built: npm run build');
    return servePage(page, serve, request, response);
  };
}

function servePage(page: string, serve: ReturnType<typeof sirv>, request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '').slice(page.length + 1);
  // Relative addresses inside the page need the closing slash.
  if (!path.startsWith('/')) return void response.writeHead(308, { location: `/${page}/${path}` }).end();
  request.url = path;
  serve(request, response, () => plain(response, 404, 'not found'));
}

const plain = (response: ServerResponse, status: number, text: string): void => { response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text); };
