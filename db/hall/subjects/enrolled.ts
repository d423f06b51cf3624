/* Devices of the hall's network in SQLite. */
import type { Database } from 'better-sqlite3';
import type { DeviceRole } from '../../domain/devices/commands.ts';
import type { DevicesView, EnrolledDevice } from '../../domain/devices/view.ts';
import type { FactOf } from '../../domain/fact.ts';
import type { Instant } from '../../domain/scalars.ts';

interface Row { device_id: string; role: DeviceRole; name: string; printer: string | null; fingerprint: string; proof: 'certificate' | 'session'; enrolled_at: number; until_at: number; revoked_at: number | null }

/** Shown at most, those in force first. */
const shownMost = 600;

export function openEnrolled(sql: Database) {
  const one = sql.prepare<[string], Row>('SELECT * FROM enrolled_device WHERE device_id = ?');
  const all = sql.prepare<[number], Row>('SELECT * FROM enrolled_device ORDER BY revoked_at IS NOT NULL, role, device_id LIMIT ?');
  const count = sql.prepare<[Instant], { n: number }>('SELECT count(*) AS n FROM enrolled_device WHERE revoked_at IS NULL AND until_at > ?');
  const put = sql.prepare(`INSERT INTO enrolled_device (device_id, role, name, printer, fingerprint, proof, enrolled_at, until_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET role = excluded.role, name = excluded.name, printer = excluded.printer, fingerprint = excluded.fingerprint, proof = excluded.proof, enrolled_at = excluded.enrolled_at, until_at = excluded.until_at, revoked_at = NULL`);
  const renew = sql.prepare('UPDATE enrolled_device SET until_at = ? WHERE device_id = ? AND fingerprint = ?');
  const revoke = sql.prepare('UPDATE enrolled_device SET revoked_at = ? WHERE device_id = ?');
  const view: Pick<DevicesView, 'enrolledDevice' | 'enrolledCount'> = {
    enrolledDevice: (deviceId) => { const row = one.get(deviceId); return row && enrolledDevice(row); },
    enrolledCount: (now) => count.get(now)?.n ?? 0,
  };
  return {
    view,
    enrolled: (fact: FactOf<'deviceEnrolled'>, now: Instant) => put.run(fact.deviceId, fact.role, fact.name, fact.printer ?? null, fact.fingerprint, fact.proof, now, fact.until),
    renewed: (fact: FactOf<'deviceRenewed'>) => renew.run(fact.until, fact.deviceId, fact.fingerprint),
    revoked: (fact: FactOf<'deviceRevoked'>, now: Instant) => revoke.run(now, fact.deviceId),
    /** All that ever came, those that were sent away last. */
    enrolledDevices: (): EnrolledDevice[] => all.all(shownMost).map(enrolledDevice),
  };
}

const enrolledDevice = (row: Row): EnrolledDevice => ({
  deviceId: row.device_id, role: row.role, name: row.name, ...(row.printer === null ? {} : { printer: row.printer }), fingerprint: row.fingerprint, proof: row.proof,
  enrolledAt: row.enrolled_at, until: row.until_at, revokedAt: row.revoked_at ?? undefined,
});
