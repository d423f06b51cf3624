/* Where the agent listens: plain http on loopback for a demo town, TLS 1.3 for the machines of a hall; one set of doors behind both. */
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import { isIPv6, type AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { Server as SocketServer } from 'socket.io';
import { limits, namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import type { HallConfig } from '../config.ts';
import type { Trust } from '../trust/trust.ts';
import { createCrowd, crowdLimits, dawdleMs, guardServer, type Crowd } from './crowd.ts';
import { pagesHandler, requestsPerSocket, serverLimits } from './http.ts';

const farewellMs = 1_000;

export interface Lines {
  readonly io: SocketServer;
  /** Rejects with `EADDRINUSE` when a port is busy. Gives the addresses, plain before TLS. */
  listen(): Promise<{ readonly agent: string; readonly lan?: string }>;
  /** The agent has another certificate. */
  changed(): void;
  close(): Promise<void>;
}

/** Nothing is heard before `listen`. */
export function openLines({ listen, lan }: Pick<HallConfig, 'listen' | 'lan'>, trust: Trust | undefined, monotonicMs: () => number): Lines {
  const crowd = createCrowd(monotonicMs);
  const plain = listen === undefined ? undefined : createServer(serverLimits, pagesHandler(crowd));
  const tls = trust === undefined ? undefined : openTls(trust, crowd);
  const servers = [plain, tls].filter((one) => one !== undefined);
  for (const server of servers) {
    server.maxRequestsPerSocket = requestsPerSocket;
    guardServer(server, crowd);
  }
  const io = new SocketServer({
    transports: ['websocket'], allowUpgrades: false, serveClient: false, maxHttpBufferSize: limits.messageBytes,
    pingInterval: limits.pingIntervalMs, pingTimeout: limits.pingTimeoutMs, connectTimeout: dawdleMs,
    // A page from elsewhere must not speak to the hall through somebody's browser.
    allowRequest: ({ headers, socket }, decide) => decide(null, headers.origin === undefined || headers.origin === `${socket instanceof TLSSocket ? 'https' : 'http'}://${headers.host ?? ''}`),
  });
  for (const [at, server] of servers.entries()) {
    if (at === 0) io.attach(server);
    else io.engine.attach(server, { path: '/socket.io/' });
  }
  io.engine.on('connection', (line: EngineLine) => { countPackets(line, monotonicMs); endWhole(line); });
  for (const name of Object.values(namespaces)) io.of(name).on('connection', ({ request }) => { crowd.admitted(request.socket); });
  return {
    io,
    async listen() {
      const at = plain === undefined || listen === undefined ? undefined : await heard(plain, listen, 'http');
      const lanAt = tls === undefined || lan === undefined ? undefined : await heard(tls, lan, 'https');
      return { agent: at ?? lanAt ?? '', ...(lanAt === undefined ? {} : { lan: lanAt }) };
    },
    changed() { if (trust !== undefined) tls?.setSecureContext(secureOf(trust)); },
    async close() {
      await io.close();
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

const secureOf = (trust: Trust) => ({ ...trust.tls(), minVersion: 'TLSv1.3' } as const);

/** What engine.io tells of a line before any door hears of it. */
interface EngineLine { on(event: 'packet', heard: (packet: { readonly data?: unknown }) => void): unknown; once(event: 'close', heard: () => void): unknown; readonly request: { readonly socket: { destroy(): unknown } } }

/** Doors count what they are told; knocking at doors that are none, and pings without an end, are counted here. */
function countPackets(line: EngineLine, monotonicMs: () => number): void {
  let [fromMs, packets, characters] = [monotonicMs(), 0, 0];
  line.on('packet', ({ data }) => {
    if (monotonicMs() - fromMs > 10_000) [fromMs, packets, characters] = [monotonicMs(), 0, 0];
    packets += 1;
    characters += typeof data === 'string' ? data.length : 0;
    if (packets > crowdLimits.packets || characters > crowdLimits.characters) line.request.socket.destroy();
  });
}

/** Whoever was given up is asked to hang up; one that does not would be waited for half a minute. */
function endWhole(line: EngineLine): void {
  const { socket } = line.request;
  line.once('close', () => { setTimeout(() => socket.destroy(), farewellMs).unref(); });
}

function openTls(trust: Trust, crowd: Crowd): TlsServer {
  // Browsers have no certificate; what is shown must be good, and each door asks for its own.
  const server = createTlsServer({ ...serverLimits, ...secureOf(trust), handshakeTimeout: dawdleMs, requestCert: true, rejectUnauthorized: false }, pagesHandler(crowd, trust.answer));
  // One of ours whose time is over is refused at the door, by name: its kiosk says so to staff instead of going on without the hall.
  server.on('secureConnection', (line) => { if (line.getPeerX509Certificate() !== undefined && !line.authorized && String(line.authorizationError) !== 'CERT_HAS_EXPIRED') line.destroy(); });
  return server;
}

async function heard(server: Server | TlsServer, { host, port }: { readonly host: string; readonly port: number }, scheme: string): Promise<string> {
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(port, host, () => resolve()); });
  const named = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `${scheme}://${isIPv6(named) ? `[${named}]` : named}:${String((server.address() as AddressInfo).port)}`;
}
