/*
 * The hall's board for a second screen of this machine. A page cannot show this kiosk's certificate, so the host does: a door on loopback that opens to the board's own window alone,
 * and behind it the agent over TLS 1.3, believed by the hall's own authority. It carries the board's page and the board's line, and nothing of the kiosk.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as askTls } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { boardBeside, doorHeader } from '@kuaizhao/sync-agent/contract/lan.ts';
import type { AgentTrust } from './trust-file.ts';

const host = '127.0.0.1';
const requestMs = 10_000;
/** of the agent: a page's file, or its agreement to a line */
const answerMs = 15_000;
const cookie = 'kuaizhao-board';
const asks = 'beside';

export interface BoardLine {
  /** of the board's page, with what its window alone knows */
  readonly url: string;
  close(): Promise<void>;
}
export interface BoardLineParts {
  /** https://…/board/ of the agent, as kiosk.json has it */
  readonly url: string;
  /** what this kiosk shows now; it changes while the board runs */
  readonly trust: () => AgentTrust | undefined;
}

/** Serves until `close`. A window that does not come with the secret gets nothing; an agent that is away, or is not this hall's, is a line that breaks, and the window tries again. */
export async function openBoardLine({ url, trust }: BoardLineParts): Promise<BoardLine> {
  const agent = new URL(url);
  const secret = randomBytes(32).toString('base64url');
  const lines = new Set<Socket>();
  let own = '';
  const mayAsk = ({ headers, url: asked = '' }: IncomingMessage): boolean => {
    if (headers.host !== own) return false;
    const shown = headers.cookie?.split(';').map((one) => one.trim()).find((one) => one.startsWith(`${cookie}=`))?.slice(cookie.length + 1);
    return same(shown ?? new URL(asked, agent).searchParams.get(asks) ?? '', secret);
  };
  const through = ({ method, url: path, headers }: IncomingMessage) => {
    const held = trust();
    const { cookie: _secret, origin: _here, ...rest } = headers;
    return askTls({
      host: agent.hostname, port: agent.port === '' ? 443 : agent.port, method, path, agent: false, timeout: answerMs, minVersion: 'TLSv1.3',
      ...(held === undefined ? {} : { key: held.key, cert: held.certificate, ca: held.authority }), headers: { ...rest, host: agent.host, [doorHeader]: 'board' },
    });
  };
  const server = createServer({ requestTimeout: requestMs, headersTimeout: requestMs, maxHeaderSize: 16_384 }, (request, response) => {
    const page = request.url?.startsWith('/board/') === true && (request.method === 'GET' || request.method === 'HEAD');
    if (!mayAsk(request)) return say(response, 403, 'forbidden');
    if (!page) return say(response, 404, 'not found');
    const asked = through(request);
    asked.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'set-cookie': `${cookie}=${secret}; Path=/; HttpOnly; SameSite=Strict` });
      pipeline(answer, response).catch(() => response.destroy());
    });
    asked.once('timeout', () => asked.destroy(new Error('no answer')));
    // No answer at all is what the window tries again by itself; a sentence would stand there for good.
    asked.once('error', () => response.destroy());
    asked.end();
    return undefined;
  });
  server.on('upgrade', (request: IncomingMessage, line: Socket, first: Buffer) => {
    lines.add(line);
    line.once('close', () => lines.delete(line)).on('error', () => line.destroy());
    // A page of elsewhere in the same window would come with its own origin.
    if (!mayAsk(request) || request.headers.origin !== `http://${own}` || request.url?.startsWith('/socket.io/') !== true) { line.destroy(); return; }
    const asked = through(request);
    asked.once('upgrade', (answer, far: Socket, begun: Buffer) => {
      line.write(`HTTP/1.1 101 Switching Protocols\r\n${Object.entries(answer.headers).map(([name, value]) => `${name}: ${String(value)}`).join('\r\n')}\r\n\r\n`);
      far.setTimeout(0);
      if (begun.byteLength > 0) line.write(begun);
      if (first.byteLength > 0) far.write(first);
      far.on('error', () => line.destroy()).on('close', () => line.destroy());
      line.on('close', () => far.destroy());
      far.pipe(line).pipe(far);
    });
    asked.once('response', () => line.destroy()).once('timeout', () => asked.destroy(new Error('no answer'))).once('error', () => line.destroy());
    asked.end();
  });
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(0, host, () => resolve()); });
  own = `${host}:${String((server.address() as AddressInfo).port)}`;
  const page = new URL(`http://${own}${agent.pathname}${agent.search}`);
  const held = trust();
  if (held !== undefined) page.searchParams.set('device', boardBeside(held.deviceId));
  page.searchParams.set(asks, secret);
  return {
    url: page.href,
    async close() {
      for (const line of lines) line.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
    },
  };
}

/** In constant time. */
const same = (given: string, secret: string): boolean => Buffer.byteLength(given) === Buffer.byteLength(secret) && timingSafeEqual(Buffer.from(given), Buffer.from(secret));

const say = (response: ServerResponse, status: number, text: string): void => { response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'content-security-policy': "default-src 'none'" }).end(text); };
