/* Machines in SQLite: how they fare now, the troubles they had, and their checks before opening. */
import type { Database } from 'better-sqlite3';
import { fineStates, type Checked, type DeviceKind, type DeviceState, type ReadinessCheck, type ReadinessState } from '../../domain/devices/commands.ts';
import type { DevicesView } from '../../domain/devices/view.ts';
import { openEnrolled } from './enrolled.ts';
import type { FactOf } from '../../domain/fact.ts';
import type { Instant } from '../../domain/scalars.ts';

export interface KnownState { readonly deviceId: string; readonly kind: DeviceKind; readonly state: DeviceState; readonly since: Instant }
export interface KnownChecks { readonly deviceId: string; readonly checks: (Checked & { readonly since: Instant })[] }
export interface Trouble { readonly deviceId: string; readonly kind: DeviceKind; readonly state: DeviceState; readonly from: Instant; readonly until: Instant | undefined }
type CheckRow = { device_id: string; check_name: ReadinessCheck; state: ReadinessState; value: number | null; since: number };

/** Devices shown at most: every kiosk, board and console a hall can have. */
const devicesLimit = 600;

export type DevicesStore = ReturnType<typeof openDevices>;

export function openDevices(sql: Database) {
  const stateOf = sql.prepare<[string, string], { state: DeviceState }>('SELECT state FROM device_state WHERE device_id = ? AND kind = ?');
  const setState = sql.prepare('INSERT INTO device_state (device_id, kind, state, since) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state, since = excluded.since');
  const endTrouble = sql.prepare('UPDATE device_trouble SET until_at = ? WHERE device_id = ? AND kind = ? AND until_at IS NULL');
  const beginTrouble = sql.prepare('INSERT INTO device_trouble (device_id, kind, from_at, state) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET until_at = NULL');
  const states = sql.prepare<[number], { device_id: string; kind: DeviceKind; state: DeviceState; since: number }>('SELECT device_id, kind, state, since FROM device_state ORDER BY device_id, kind LIMIT ?');
  const troubles = sql.prepare<[number, number], { device_id: string; kind: DeviceKind; state: DeviceState; from_at: number; until_at: number | null }>('SELECT * FROM device_trouble WHERE from_at >= ? ORDER BY from_at DESC LIMIT ?');
  const checksOf = sql.prepare<[string], CheckRow>('SELECT * FROM readiness WHERE device_id = ?');
  const allChecks = sql.prepare<[number], CheckRow>('SELECT * FROM readiness ORDER BY device_id LIMIT ?');
  const setCheck = sql.prepare('INSERT INTO readiness (device_id, check_name, state, value, since) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state, value = excluded.value, since = excluded.since');
  const enrolled = openEnrolled(sql);
  const view: DevicesView = {
    ...enrolled.view,
    deviceState: (deviceId, kind) => stateOf.get(deviceId, kind)?.state,
    readinessOf: (deviceId) => checksOf.all(deviceId).map(checked),
  };
  return {
    ...enrolled,
    view,
    stateChanged({ deviceId, kind, state }: FactOf<'deviceStateChanged'>, now: Instant): void {
      setState.run(deviceId, kind, state, now);
      endTrouble.run(now, deviceId, kind);
      if (!fineStates.has(state)) beginTrouble.run(deviceId, kind, now, state);
    },
    readinessChanged({ deviceId, checks }: FactOf<'readinessChanged'>, now: Instant): void {
      for (const { check, state, value } of checks) setCheck.run(deviceId, check, state, value ?? null, now);
    },
    states: (): KnownState[] => states.all(devicesLimit).map((row) => ({ deviceId: row.device_id, kind: row.kind, state: row.state, since: row.since })),
    /** Since a moment, the newest first. */
    troubles: (since: Instant, limit: number): Trouble[] => troubles.all(since, limit).map((row) => ({ deviceId: row.device_id, kind: row.kind, state: row.state, from: row.from_at, until: row.until_at ?? undefined })),
    /** Of every machine that ever told. */
    readiness(): KnownChecks[] {
      const known = new Map<string, KnownChecks>();
      for (const row of allChecks.all(devicesLimit * 4)) {
        const device = known.get(row.device_id) ?? { deviceId: row.device_id, checks: [] };
        device.checks.push({ ...checked(row), since: row.since });
        known.set(row.device_id, device);
      }
      return [...known.values()];
    },
  };
}

const checked = (row: CheckRow): Checked => ({ check: row.check_name, state: row.state, ...(row.value === null ? {} : { value: row.value }) });
