/* Shifts in SQLite. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { ShiftRow, StaffView } from '../../../domain/staff/view.ts';

interface Found { shift_id: string; staff_id: string; day: string; place_kind: 'window' | 'table'; place_id: string }

export function openStaff(sql: Database) {
  const select = 'SELECT shift_id, staff_id, day, place_kind, place_id FROM shift WHERE ended_at IS NULL AND';
  const ofStaff = sql.prepare<[string], Found>(`${select} staff_id = ?`);
  const atPlace = sql.prepare<[string, string], Found>(`${select} place_kind = ? AND place_id = ?`);
  const insert = sql.prepare('INSERT INTO shift (shift_id, staff_id, day, place_kind, place_id, started_at) VALUES (?, ?, ?, ?, ?, ?)');
  const end = sql.prepare('UPDATE shift SET ended_at = ?, ended_how = ? WHERE shift_id = ?');
  const row = (found: Found | undefined): ShiftRow | undefined => found && { shiftId: found.shift_id, staffId: found.staff_id, businessDay: found.day, place: { kind: found.place_kind, id: found.place_id } };
  const view: Pick<StaffView, 'openShiftOf' | 'openShiftAt'> = { openShiftOf: (staffId) => row(ofStaff.get(staffId)), openShiftAt: (place) => row(atPlace.get(place.kind, place.id)) };
  return {
    view,
    started: (fact: FactOf<'shiftStarted'>, now: Instant) => insert.run(fact.shiftId, fact.staffId, fact.businessDay, fact.place.kind, fact.place.id, now),
    ended: (fact: FactOf<'shiftEnded'>, now: Instant) => end.run(now, fact.how, fact.shiftId),
  };
}
