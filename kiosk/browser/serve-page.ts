/* The kiosk as a page of this machine: the built screens, and the two-message doorway over socket.io. Loopback only, one page a kiosk. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server as SocketServer, type Socket } from 'socket.io';
import { systemClock, type HostClock } from '@kuaizhao/kiosk/host/host-clock.ts';
import type { HostLog } from '@kuaizhao/kiosk/host/host-log.ts';
import type { Doorkeeper } from '@kuaizhao/kiosk/host/kiosk-host.ts';
import { readScreenFiles, screenHeaders, type ScreenFiles } from '@kuaizhao/kiosk/host/screen-files.ts';

/** `lostMs`: without a page for so long, the session ends */
const limits = { lostMs: 2_000, requestMs: 10_000, touchBytes: 16_384, requestsPerSocket: 1_000 } as const;
const loopbackNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

export interface ServedPage<Opened> {
  /** what `open` gave */
  readonly opened: Opened;
  readonly url: string;
  close(): Promise<void>;
}

/** `page`: it came, or was lost. */
interface Served { readonly doorkeeper: Doorkeeper; page?(stands: boolean): void }

export interface ServedPageParts<Opened extends Served> {
  readonly listen: { readonly host: string; readonly port: number };
  readonly log: HostLog;
  /** Called once the port is ours and not before, so that a busy port is known while nothing else has begun. */
  readonly open: () => Promise<Opened>;
  readonly files?: ScreenFiles;
  readonly timer?: HostClock['timer'];
}

/** Rejects when the port cannot be had (`EADDRINUSE`), or with what `open` rejects with. */
export async function servePage<Opened extends Served>({ open, listen, log, files = readScreenFiles(), timer = systemClock.timer }: ServedPageParts<Opened>): Promise<ServedPage<Opened>> {
  const server = createServer({ requestTimeout: limits.requestMs, headersTimeout: limits.requestMs, maxHeaderSize: 16_384 }, (request, response) => answer(files, request, response));
  server.maxRequestsPerSocket = limits.requestsPerSocket;
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(listen.port, listen.host, () => resolve()); });
  let serving = false;
  let endDoorway = (): void => undefined;
  const io = new SocketServer(server, {
    transports: ['websocket'], allowUpgrades: false, serveClient: false, maxHttpBufferSize: limits.touchBytes,
    // A page from elsewhere must not touch this kiosk through somebody's browser.
    // Nor does one get in before there is a face to show it: it comes again by itself.
    allowRequest: ({ headers }, decide) => decide(null, serving && isOurs(headers.host) && (headers.origin === undefined || headers.origin === `http://${headers.host ?? ''}`)),
  });
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await io.close();
    endDoorway();
  };
  const opened = await open().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  endDoorway = openDoorway(io, opened, log, timer);
  serving = true;
  const { port } = server.address() as AddressInfo;
  return { opened, url: `http://${listen.host.includes(':') ? `[${listen.host}]` : listen.host}:${port}/`, close };
}

/** `face` down, `touch` up. The newest page is the kiosk; an older one is let go and does not come back by itself. Gives what forgets that a page was lost. */
function openDoorway(io: SocketServer, opened: Served, log: HostLog, timer: HostClock['timer']): () => void {
  const { doorkeeper } = opened;
  let page: Socket | undefined;
  let cancelLost = (): void => undefined;
  doorkeeper.onFace((face) => page?.emit('face', face));
  io.on('connection', (socket) => {
    const before = page;
    page = socket;
    cancelLost();
    if (before !== undefined) {
      log.info({}, 'pageTakenOver');
      before.disconnect(true);
    }
    socket.on('touch', (touch: unknown) => { if (page === socket) doorkeeper.touch(touch); });
    socket.on('disconnect', () => {
      if (page !== socket) return;
      page = undefined;
      opened.page?.(false);
      // Nobody can tell who stands before a dead screen. A page that only loads itself anew is back before this.
      cancelLost = timer.after(limits.lostMs, () => {
        log.warn({}, 'pageLost');
        doorkeeper.touch({ type: 'end' });
      });
    });
    socket.emit('face', doorkeeper.face());
    opened.page?.(true);
  });
  return () => cancelLost();
}

/** The name by which this machine was called: a name of elsewhere that was pointed here is not ours. */
function isOurs(host: string | undefined): boolean {
  return loopbackNames.has((host ?? '').replace(/:\d+$/, ''));
}

function answer(files: ScreenFiles, request: IncomingMessage, response: ServerResponse): void {
  const { method = '', url = '', headers: { host } } = request;
  if (!isOurs(host)) return plain(response, 403, 'forbidden');
  if (method !== 'GET' && method !== 'HEAD') return plain(response, 405, 'method not allowed');
  if (files.size === 0) return plain(response, 503, 'the screens are not built: npm run build');
  // Browsers ask for it unasked; a kiosk has no tab to show it in.
  if (url === '/favicon.ico') return void response.writeHead(204, screenHeaders).end();
  const file = files.get(url.split('?', 1)[0] ?? '');
  if (file === undefined) return plain(response, 404, 'not found');
  response.writeHead(200, { ...screenHeaders, 'content-type': file.type, 'content-length': file.bytes.length });
  response.end(method === 'HEAD' ? undefined : file.bytes);
  return undefined;
}

const plain = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { ...screenHeaders, 'content-type': 'text/plain; charset=utf-8' }).end(text);
};
