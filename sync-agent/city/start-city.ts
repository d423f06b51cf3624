/* The hub put together: database, halls' door, figures, page. Everything real is chosen here once. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server as HttpServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { Server, type ServerOptions } from 'socket.io';
import { cityDeskNamespace } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import { cityNamespace } from '@kuaizhao/sync-agent/contract/figures.ts';
import { uplinkLimits, uplinkNamespace } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { idleLockMs } from '@kuaizhao/db/domain/staff/idle.ts';
import { forgetAuditHeads, keepAuditHead } from '@kuaizhao/db/city/audit/heads.ts';
import { enrolHalls, hallsWithWaiting } from '@kuaizhao/db/city/journal/halls.ts';
import type { CityNotice } from '@kuaizhao/db/domain/feeds/bodies.ts';
import { createStaffPins } from '@kuaizhao/db/city/registry/pins.ts';
import { cityKeyFile } from '@kuaizhao/db/city/people/city-key.ts';
import { createHeldKey } from '@kuaizhao/db/city/people/held-key.ts';
import { endCityNotice, publishHalls, putCityNotice } from '@kuaizhao/db/city/feeds/city-words.ts';
import { feedHeads, sqlFeeds } from '@kuaizhao/db/city/feeds/sql-feeds.ts';
import { releaseWaiting } from '@kuaizhao/db/city/journal/release.ts';
import { sqlJournal } from '@kuaizhao/db/city/journal/sql-store.ts';
import { noteHello } from '@kuaizhao/db/city/troubles/heard.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { createApi, type Api } from './api/api.ts';
import { StartRefused, type CityConfig } from './config.ts';
import { openDatabase } from './open-database.ts';
import { watchNews, type NewsWatch } from './feeds/news.ts';
import { createFiguresPublisher, type FiguresPublisher } from './hub/figures-publisher.ts';
import { openHallDoor, type HallNamespace } from './hub/hall-door.ts';
import { startKeepingPresence } from './hub/keep-presence.ts';
import { createKeyCheck, keyHash } from './hub/keys.ts';
import { betweenHubs, openOtherHubs } from './hub/other-hubs.ts';
import { hubLimits, type HubParts } from './hub/parts.ts';
import { createPresence } from './hub/presence.ts';
import { sweepEvery } from './hub/sweep-every.ts';
import { createTurns } from './hub/turns.ts';
import { startPeopleWorker, type PeopleWorker } from './people/people-worker.ts';
import { createPool, type Pool, type PoolParts } from './pool/pool.ts';
import { openWatcherDoor, type WatcherNamespace } from './pages/watcher-door.ts';
import { cityMapBefore } from './pages/city-map.ts';
import { createWallPublisher, type WallPublisher } from './pages/wall-publisher.ts';
import { createWeb } from './pages/web.ts';
import { jobsPageBefore } from './public/jobs-page.ts';
import { createSlips, type Slips } from './slips/slips-door.ts';
import { openDeskDoor, type DeskDoorParts } from './registry/desk-door.ts';
import { keepLists } from './registry/keep-lists.ts';

export interface City {
  readonly urls: { readonly city: string; readonly uplink: string };
  readonly pool: Pool;
  /** what halls told of people is worked on by itself; `look` does what there is now */
  readonly people: Pick<PeopleWorker, 'look'>;
  /** Notices of the city for all halls; they hear of it at once. `end` is false when there is no such notice. */
  readonly notices: { put(notice: CityNotice): Promise<void>; end(noticeId: string): Promise<boolean> };
  /** Ends within 5 s: what runs is committed and answered, then the database is closed. */
  close(): Promise<void>;
}

const builtPage = join(import.meta.dirname, '../../display-board/dist/city');

/** Who may sit at the desk, with their PINs; those that the configuration gives are taken in. */
async function staffOf(db: CityDb, { data, staff = [] }: CityConfig, now: () => number): Promise<Pick<DeskDoorParts, 'staff' | 'pins' | 'given'>> {
  const pins = createStaffPins(db, createHeldKey(db, cityKeyFile(data), now));
  return { staff, pins, given: await pins.takeGiven(staff, now()) };
}

/** Serves when this resolves. Throws `StartRefused` (one line) when the database or the port cannot be had. */
export async function startCity(config: CityConfig, log: Logger, over: { readonly now?: () => number; readonly pageFolder?: string } = {}): Promise<City> {
  const parts: HubParts = {
    now: over.now ?? Date.now,
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    unit: () => randomBytes(4).readUInt32BE() / 2 ** 32,
    after: (delayMs, run) => { const timer = setTimeout(run, delayMs); return () => clearTimeout(timer); },
    log,
  };
  const halls = config.halls.map((hall) => ({ hallId: hall.hallId, name: hall.name, keyHash: keyHash(hall.key) }));
  const db = await openDatabase(config, (reason) => log.warn({ reason }, 'a database connection broke'));
  const presence = createPresence();
  const turns = createTurns(hubLimits);
  let closing = false;
  let [figures, wall]: [FiguresPublisher?, WallPublisher?] = [];
  let [news, api, slips, others, people]: [NewsWatch?, Api?, Slips?, ReturnType<typeof betweenHubs>?, PeopleWorker?] = [];
  try {
    await enrolHalls(db, halls);
    // What an older program could not read, this one may.
    for (const hallId of await hallsWithWaiting(db)) log.info({ hall: hallId, ...await releaseWaiting(sqlJournal(db), hallId) }, 'quarantine judged again');
    await publishHalls(db, config.halls.map(({ hallId, name, address, hotline }) => ({ hallId, name, ...(address === undefined ? {} : { address }), ...(hotline === undefined ? {} : { hotline }) })), parts.now());
    const peopleWorker = people = await startPeopleWorker({ ...parts, db, data: config.data, said: () => news?.look() });
    const http = createServer({ requestTimeout: 10_000, headersTimeout: 5_000, maxHeaderSize: 16_384 });
    const lines = new Set<Socket>();
    http.on('connection', (line) => { lines.add(line.on('close', () => lines.delete(line))); });
    others = betweenHubs(config.database, parts);
    const io = openSockets(http, others?.adapter);
    const watchers: WatcherNamespace = io.of(cityNamespace);
    const publisher = figures = createFiguresPublisher(db, presence, parts, (state) => { watchers.emit('figures', state); });
    // Each hub tells its own screens.
    const walls = wall = createWallPublisher(db, config.map?.approval, parts, (state) => { watchers.local.emit('wall', state); });
    const publicApi = api = createApi(config, { ...parts, db, said: () => news?.look() });
    const slipPages = slips = createSlips({ ...parts, db, said: () => news?.look(), behindProxy: config.api?.behindProxy === true });
    http.on('request', publicApi.before(slipPages.before(jobsPageBefore(cityMapBefore(config.map, createWeb(over.pageFolder ?? builtPage, () => publisher.current(), parts))))));
    const hallDoor = io.of(uplinkNamespace) as HallNamespace;
    const pool: Pool = createPool({ ...parts, db, turns, ...wayBetween(config), others: openOtherHubs(hallDoor, { hub: parts.randomHex(8), several: others !== undefined }, () => { pool.deliver(); }) });
    const keeping = [startKeepingPresence(db, presence, parts), sweepEvery(parts, 'heads of audits', () => forgetAuditHeads(db, parts.now()))];
    const door = openHallDoor(hallDoor, { ...parts, journal: sqlJournal(db), feeds: sqlFeeds(db), turns, presence, pool, check: createKeyCheck(halls), changed: () => publisher.changed(), closing: () => closing, heardHello: (heard) => noteHello(db, heard), keepHead: (head) => keepAuditHead(db, head, parts.now()) });
    const heardLists = await keepLists(db, parts, () => publisher.changed());
    news = watchNews(() => feedHeads(db), (said) => { door.news(said); heardLists(said); }, parts);
    openWatcherDoor(watchers, publisher, walls, parts);
    openDeskDoor(io.of(cityDeskNamespace), { ...parts, db, ...await staffOf(db, config, parts.now), idleMs: idleLockMs(config.idleLockMinutes), said: () => news?.look(), several: others !== undefined });
    await listen(http, config.listen);
    const url = urlOf(http, config.listen.host);
    const close = async (): Promise<void> => {
      closing = true;
      await within(parts, pool.close());
      await within(parts, turns.idle());
      await closeSockets(parts, io, lines);
      await news?.close();
      await peopleWorker.close();
      await publicApi.close();
      await slipPages.close();
      await Promise.all([publisher.close(), walls.close()]);
      await Promise.all(keeping.map((one) => one.close()));
      await others?.close();
      await within(parts, db.close());
    };
    let closed: Promise<void> | undefined;
    return { urls: { city: url, uplink: url }, pool, people: peopleWorker, notices: noticesOver(db, parts, () => news?.look()), close: () => (closed ??= close()) };
  } catch (error) {
    await news?.close();
    await api?.close();
    await people?.close();
    await slips?.close();
    await Promise.all([figures?.close(), wall?.close()]);
    await others?.close();
    await db.close();
    throw error;
  }
}

/** Names of halls, and kilometres between them as far as the configuration of either says so. */
function wayBetween({ halls }: CityConfig): Pick<PoolParts, 'nameOf' | 'km'> {
  const byId = new Map(halls.map((hall) => [hall.hallId, hall]));
  return { nameOf: (hallId) => byId.get(hallId)?.name ?? hallId, km: (from, to) => byId.get(from)?.km?.[to] ?? byId.get(to)?.km?.[from] };
}

function noticesOver(db: CityDb, { now }: HubParts, said: () => void): City['notices'] {
  return {
    async put(notice) {
      await putCityNotice(db, notice, now());
      said();
    },
    async end(noticeId) {
      const ended = await endCityNotice(db, noticeId, now());
      said();
      return ended;
    },
  };
}

function openSockets(http: HttpServer, adapter: ServerOptions['adapter'] | undefined): Server {
  const io = new Server(http, {
    ...(adapter === undefined ? {} : { adapter }),
    transports: ['websocket'], serveClient: false, perMessageDeflate: false, httpCompression: false,
    maxHttpBufferSize: hubLimits.messageBytes, pingInterval: uplinkLimits.pingIntervalMs, pingTimeout: hubLimits.pingTimeoutMs, connectTimeout: hubLimits.connectMs,
    allowRequest: (request, decide) => { decide(null, sameOrigin(request)); },
  });
  io.use((_socket, next) => { next(new Error('nothing is served here')); });
  return io;
}

/** Browsers say where a page came from; a page of somebody else's gets nothing. Halls say nothing. */
function sameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

async function listen(http: HttpServer, { host, port }: CityConfig['listen']): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  http.once('error', reject);
  http.listen({ host, port }, resolve);
  try {
    await promise;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new StartRefused(code === 'EADDRINUSE' ? `port ${port} of ${host} is busy` : `cannot listen on ${host} port ${port} (${code})`, { cause: error });
  }
}

function urlOf(http: HttpServer, host: string): string {
  const { port } = http.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Says goodbye to everybody, then hangs up: a line that went silent would hold a polite close for 30 s. */
async function closeSockets(parts: HubParts, io: Server, lines: ReadonlySet<Socket>): Promise<void> {
  const cancel = parts.after(hubLimits.farewellMs, () => { for (const line of lines) line.destroy(); });
  await io.close();
  cancel();
}

/** Waits, but not for ever: a database that hangs must not keep the process alive. */
async function within(parts: HubParts, work: Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const cancel = parts.after(hubLimits.drainMs, () => { parts.log.warn('gave up waiting'); resolve(); });
  await Promise.race([work, promise]);
  cancel();
}
