/* The panel of the simulators over http, for the demo town and for tests; on loopback, and only where a device is simulated. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { DevPanel, PanelReply } from './dev-panel.ts';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';

export interface DevServer {
  /** `http://127.0.0.1:PORT/dev/` */
  readonly url: string;
  close(): Promise<void>;
}

const limits = { bodyBytes: 4_096, requestMs: 10_000 } as const;
/** Everything that is served as a file; nothing else can be asked for. */
const files = new Map([['', ['index.html', 'text/html']], ['panel.js', ['panel.js', 'text/javascript']], ['panel.css', ['panel.css', 'text/css']]] as const);
const headers = {
  'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; font-src data:; connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
} as const;

export async function openDevServer(panel: DevPanel): Promise<DevServer> {
  const server = createServer({ requestTimeout: limits.requestMs, headersTimeout: limits.requestMs }, (request, response) => {
    void answer(panel, request).catch(() => text(500, 'failed')).then((reply) => send(response, reply));
  });
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(0, '127.0.0.1', () => resolve()); });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/dev/`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

interface Reply { readonly status: number; readonly type: string; readonly body: string | Buffer }
const text = (status: number, body: string): Reply => ({ status, type: 'text/plain', body });
const fromPanel = (reply: PanelReply | undefined): Reply =>
  reply === undefined ? text(404, 'not found') : { status: reply.status, type: reply.type === 'json' ? 'application/json' : 'text/html', body: reply.body };

async function answer(panel: DevPanel, request: IncomingMessage): Promise<Reply> {
  const { origin, host = '' } = request.headers;
  // A page from elsewhere, or a name that was pointed at this machine, must not play with the cards.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host) || (origin !== undefined && origin !== `http://${host}`)) return text(403, 'forbidden');
  const path = /^\/dev\/([\w/.-]{0,60})$/.exec(request.url ?? '')?.[1];
  if (path === undefined) return text(404, 'not found');
  if (request.method === 'POST') return fromPanel(panel.act(path, await bodyOf(request)));
  if (request.method !== 'GET') return text(405, 'method not allowed');
  const file = files.get(path as '');
  if (file === undefined) return fromPanel(panel.show(path));
  return { status: 200, type: file[1], body: await readFile(join(import.meta.dirname, 'page', file[0])) };
}

/** JSON, or undefined for what is none or too long. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += String(chunk);
    if (body.length > limits.bodyBytes) return undefined;
  }
  return body === '' ? {} : parsedJson(body);
}

function send(response: ServerResponse, { status, type, body }: Reply): void {
  response.writeHead(status, { ...headers, 'content-type': `${type}; charset=utf-8` }).end(body);
}
