/* The hall agent put together: database, engine, doors, publisher, uplink. Everything real is chosen here once. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate as setImmediatePromise } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { idleLockMs } from '@kuaizhao/db/domain/staff/idle.ts';
import { auditKeyFile, readOrMakeAuditKey } from '@kuaizhao/db/sealing/audit-key.ts';
import { prepareWording } from '@kuaizhao/db/domain/jobs/checks/wording.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { createAccounts } from './accounts/accounts.ts';
import { createRecovery, recoveryTriesFileName } from './accounts/recovery.ts';
import { createBoardFeed } from './boards/feed.ts';
import { orderOf, startOrders } from './boards/orders.ts';
import { startCityPool } from './city-pool/city-pool.ts';
import { startCallClock } from './clockwork/call-clock.ts';
import { startDayClock } from './clockwork/day-clock.ts';
import { systemClock, type HallClock } from './clock.ts';
import type { HallConfig } from './config.ts';
import { createDisk } from './disk/disk.ts';
import { createDailyBroom } from './clockwork/daily-broom.ts';
import { startAuditing } from './audit/auditing.ts';
import { startPaperClock } from './clockwork/paper-clock.ts';
import { openBoardDoor } from './doors/board-door.ts';
import { openConsoleDoor } from './doors/console-door.ts';
import { openKioskDoor } from './doors/kiosk-door.ts';
import { openLines } from './doors/open-lines.ts';
import { createEngine, type Engine } from './engine.ts';
import type { Devices } from './devices.ts';
import type { MaintenanceParts } from './queries/maintenance.ts';
import { createFloor } from './faces/floor.ts';
import { boardPicture } from './faces/board-state.ts';
import { createEchoes } from './faces/echoes.ts';
import { createPublisher } from './faces/publisher.ts';
import { startRotationJob } from './clockwork/rotation-job.ts';
import { startPlanProof } from './clockwork/plan-proof.ts';
import { startJournalJob } from './clockwork/journal-job.ts';
import { startRetentionJob } from './clockwork/retention-job.ts';
import { createMachines } from './machines/machines.ts';
import { clockIsRight } from './machines/own-readiness.ts';
import { newId } from './new-id.ts';
import { followCity } from './online/follow-city.ts';
import { openLiveDoor } from './operator/live-door.ts';
import { startErasuresFirst } from './people/erasures-first.ts';
import { openQueries } from './queries/open-queries.ts';
import { keepCounted } from './records/keep-counted.ts';
import { startWindowClock } from './clockwork/window-clock.ts';
import { openTriesFile } from './staff-tries.ts';
import { hasOwnRows, startUplink } from './start-uplink.ts';
import { plainGate } from './trust/gate.ts';
import { openTrust } from './trust/trust.ts';

/** Serves until `close`, which ends every connection and leaves the database complete. Rejects when the port is busy or the database cannot be owned. */
export async function startHall(config: HallConfig, log: Logger, clock: HallClock = systemClock) {
  const settings = config.hall;
  const auditKey = readOrMakeAuditKey(join(config.data, auditKeyFile));
  const db = openHallDb(config.data, randomBytes(8).toString('hex'), { matchingRules: settings.matchingRules, workPlaceKm: settings.workPlaceKm, monotonicMs: clock.monotonicMs, ...(config.cryptography === undefined ? {} : { suite: config.cryptography }) });
  prepareWording();
  const trust = await (config.lan && openTrust({ lan: config.lan, updates: config.updates, data: config.data, hallId: settings.hallId, db, engine: { handle: (...asked) => engine.handle(...asked), audit: (entry) => engine.audit(entry) }, changed: () => publisher.changed(), clock, newId: () => newId(clock.now()), log }))?.catch((error: unknown) => { db.close(); throw error; });
  const lines = openLines(config, trust, clock.monotonicMs);
  const { io } = lines;
  const [boards, consoles, kiosks] = [io.of(namespaces.board), io.of(namespaces.console), io.of(namespaces.kiosk)];
  const [echoes, changed] = [createEchoes(), (): void => publisher.changed()];
  const machines = createMachines({ db, data: config.data, clock, newId }, () => changed());
  const { devices } = machines;
  const toBoards = { feed: createBoardFeed(() => boardPicture(db.faces, settings, clock.now())), order: (boardId: string) => orderOf(db.view, boardId, boardDoor.here(), clock.now()) };
  const disk = createDisk({ folder: config.data, ballastMb: config.ballastMb, clock, log, changed: () => changed() });
  const floor = createFloor({ faces: db.faces, settings, devices, echoes, disk, now: clock.now, erasuresSince: () => erasures.dueSince(), update: () => trust?.updates.trouble() });
  const publisher = createPublisher({
    floor, toBoards: () => boardDoor.publish(), toConsoles: (state) => consoleDoor.publish(state), toKiosks: () => kioskDoor.openPlaces(),
    boardsWatching: () => boardDoor.watching(), consolesWatching: () => consoleDoor.watching(), kiosksWatching: () => kioskDoor.watching(), monotonicMs: clock.monotonicMs, after: clock.after,
  });
  const engine = createEngine({
    db, settings, now: clock.now, newId: () => newId(clock.now()), soon: (run) => { setImmediate(run); },
    committed: (facts: readonly Fact[]) => { accounts.heard(facts); consoleDoor.heard(facts); trust?.heard(facts, io); kioskDoor.papersQueued(facts); publisher.changed(); orders.heard(facts); online.heard(facts); auditing.committed(facts); broom.committed(facts); uplink?.wake(); },
    failed: (error) => log.error({ err: described(error) }, 'command failed'), held: (type) => erasures.holdsCommand(type), diskFull: disk.full,
  });
  const pool = startCityPool({ db, engine, clock, settings, newId: () => newId(clock.now()), log, ask: async (...asked) => uplink?.ask(...asked) });
  const accounts = createAccounts(db.faces.accounts, clock.now, openTriesFile(config.data, log));
  const ask = openQueries({
    maintenance: maintenanceOf(accounts, devices, engine, log),
    boards: { devices, echoes }, network: trust, held: (name) => erasures.holdsQuery(name), db, engine, settings, folder: join(config.data, 'exports'), now: clock.now, newId: () => newId(clock.now()), breathe: () => setImmediatePromise(), room: disk.room,
  }, log);
  const counting = keepCounted({ catchUp: (maxRows) => (disk.now().state === 'full' ? 0 : db.catchUp(maxRows)), after: clock.after, failed: (error) => log.error({ err: described(error) }, 'counting failed') });
  const broom = createDailyBroom(engine, () => newId(clock.now()));
  const gate = trust?.gate ?? plainGate;
  const boardDoor = openBoardDoor(boards, { ...toBoards, gate, devices, echoes, arrived: (boardId, tell) => orders.arrived(boardId, tell), moved: () => orders.moved(), now: clock.now, monotonicMs: clock.monotonicMs, log });
  const consoleDoor = openConsoleDoor(consoles, {
    gate, engine: pool, audit: (entry) => engine.audit(entry), ask, devices, staff: accounts.door, floor: () => floor(publisher.version()), trades: () => db.faces.city.trades(), monotonicMs: clock.monotonicMs, log,
    members: accounts.staff, hallName: settings.name, idleMs: idleLockMs(settings.idleLockMinutes), after: clock.after,
  });
  const kioskDoor = openKioskDoor(kiosks, { db, engine: pool, ask, settings, gate, renew: async (...asked) => trust?.renew(...asked) ?? { ok: false }, kiosks: config.kiosks, devices, peopleShown: () => erasures.peopleShown(), copied: (deviceId) => { if (db.view.deviceState(deviceId, 'link') !== 'copied') void engine.handle({ type: 'noteDevice', commandId: newId(clock.now()), deviceId, kind: 'link', state: 'copied' }, { role: 'agent' }); }, now: clock.now, monotonicMs: clock.monotonicMs, log });
  const ticking = { db, engine, clock, settings, newId: () => newId(clock.now()) };
  const uplink = config.city === undefined ? undefined : startUplink(config.city, config, db, clock, log, { hear: pool.hear, changed: (feed) => { changed(); online.changed(feed); }, tookBack: (facts) => { accounts.heard(facts); consoleDoor.heard(facts); changed(); }, welcomed: () => auditing.welcomed() });
  const online = followCity({ ...ticking, tradesTold: () => { kioskDoor.hallAgain(); consoleDoor.tradesAgain(); changed(); }, log, breathe: () => setImmediatePromise(), ready: () => uplink !== undefined && hasOwnRows(uplink.uplinkState()) });
  const erasures = startErasuresFirst({ erasures: () => uplink?.erasures, left: () => db.faces.people.erasuresToHear().erasures.length, clock, log, opened: () => { kioskDoor.papersAgain(); changed(); } });
  const orders = startOrders({ view: db.view, clock, here: () => boardDoor.here(), tell: (boardId, next) => boardDoor.tell(boardId, next) });
  const auditing = startAuditing({ db, key: auditKey, config, clock, uplink: () => uplink, log });
  const running = [publisher, orders, counting, startCallClock(ticking), startWindowClock(ticking), startDayClock(ticking), startPlanProof(db, clock, log), startRotationJob({ db, keyFile: join(config.data, 'hall.key'), clock, log }), startJournalJob({ db, clock, days: config.journalDays, sound: () => disk.room() && clockIsRight(uplink), log }), startPaperClock({ ...ticking, kiosks: () => [...config.kiosks, ...trust?.kiosks() ?? []], devices }), pool, online, erasures, machines.start(engine, uplink), disk.start(), ...(trust === undefined ? [] : [trust.start(io, () => lines.changed())]), await openLiveDoor({ data: config.data, trust, recovery: createRecovery({ accounts: db.faces.accounts, engine, newId: () => newId(clock.now()), now: clock.now, tries: openTriesFile(config.data, log, recoveryTriesFileName) }), db, engine, newId: () => newId(clock.now()), log })];
  const stop = (): void => { for (const one of running) one.stop(); };
  const ended = (): Promise<void> => end(lines, uplink, auditing, db);
  let at: Awaited<ReturnType<typeof lines.listen>>;
  try {
    await accounts.seed(config.staff, (command) => engine.handle({ commandId: newId(clock.now()), ...command }, { role: 'agent' }));
    at = await lines.listen();
  } catch (error) {
    stop();
    await ended();
    throw error;
  }
  const stopRetention = startRetentionJob({ db, engine, clock, newId: () => newId(clock.now()), log, room: disk.room });
  return {
    urls: { ...at, board: `${at.agent}/board/?device=board-1`, console: `${at.agent}/console/` },
    engine, db, pool, trust, uplinkState: () => uplink?.uplinkState() ?? 'none',
    async close(): Promise<void> {
      stopRetention();
      stop();
      log.info({ matching: db.matching.reading() }, 'matching');
      await ended();
    },
  };
}

/** Nobody is served any more: what is still to be written is, and the file is let go. */
async function end(lines: { close(): Promise<unknown> }, uplink: { close(): Promise<void> } | undefined, auditing: { stop(): void }, db: { close(): void }): Promise<void> {
  await lines.close();
  await uplink?.close();
  // Whoever was signed in is signed out by the end of their line, and that row waits for its commit.
  await setImmediatePromise();
  auditing.stop();
  db.close();
}

/** What is asked of a kiosk by whoever opens it, and what the audit hears of it. */
const maintenanceOf = ({ staff, door }: Pick<MaintenanceParts, 'staff' | 'door'>, devices: Devices, engine: Pick<Engine, 'audit'>, log: Logger): MaintenanceParts => ({
  staff, door, readerReady: (deviceId) => devices.all().some((one) => one.role === 'kiosk' && one.deviceId === deviceId && one.reader === 'ready'),
  opened({ staffId, role }, device) {
    log.info({ staffId, deviceId: device }, 'maintenance opened');
    return engine.audit({ act: 'maintenanceOpened', who: staffId, role, device, outcome: 'ok' });
  },
  denied: (staffId, device) => engine.audit({ act: 'signInFailed', who: staffId, role: 'nobody', device, name: 'maintenance', outcome: 'pinWrong' }),
});

const described = (error: unknown): object => (error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { name: 'unknown' });
export type HallAgent = Awaited<ReturnType<typeof startHall>>;
