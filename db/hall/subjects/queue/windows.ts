/* Windows of the open day: profile, counts of turns, asking for help. Who sits there is read from the shifts; one that was forgotten on another day sits nowhere. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import { noTurns, type TurnCounts } from '../../../domain/queue/turn/choose.ts';
import type { WindowRow } from '../../../domain/queue/view.ts';
import type { Instant } from '../../../domain/scalars.ts';
import { today } from './rows.ts';
import type { Steps } from './steps.ts';

interface Found { profile: string | null; turn_priority: number; turn_normal: number; passed: number; help: string | null }

export function openWindows(sql: Database, steps: Steps) {
  const find = sql.prepare<[string], Found>(`SELECT profile, turn_priority, turn_normal, passed, help FROM window_day WHERE day = ${today} AND window_id = ?`);
  const sitting = sql.prepare<[string], { staff_id: string }>(`SELECT staff_id FROM shift WHERE ended_at IS NULL AND place_kind = 'window' AND place_id = ? AND day = ${today}`);
  const ofStaff = sql.prepare<[string], { window_id: string }>(`SELECT place_id AS window_id FROM shift WHERE ended_at IS NULL AND staff_id = ? AND place_kind = 'window' AND day = ${today}`);
  const touch = sql.prepare(`INSERT INTO window_day (day, window_id, turn_priority, turn_normal, passed, step) VALUES (${today}, ?, 0, 0, 0, ?) ON CONFLICT DO UPDATE SET step = excluded.step`);
  const setProfile = sql.prepare(`UPDATE window_day SET profile = ? WHERE day = ${today} AND window_id = ?`);
  const help = sql.prepare(`UPDATE window_day SET help = ?, help_at = ? WHERE day = ${today} AND window_id = ?`);
  const count = sql.prepare(`UPDATE window_day SET turn_priority = ?, turn_normal = ?, passed = ? WHERE day = ${today} AND window_id = ?`);
  return {
    view: {
      window(windowId: string): WindowRow {
        const row = find.get(windowId);
        const staffId = sitting.get(windowId)?.staff_id;
        if (row === undefined) return { windowId, staffId, profile: undefined, turns: noTurns, help: undefined };
        return { windowId, staffId, profile: row.profile ?? undefined, help: row.help ?? undefined, turns: { priority: row.turn_priority, normal: row.turn_normal, passed: row.passed } };
      },
      windowsOf: (staffId: string): string[] => ofStaff.all(staffId).map((row) => row.window_id),
    },
    /** An act at the window: its row is there from now on, and the act is the last that touched it. */
    touched(step: string, windowId: string): void {
      steps.remember(step, 'window', windowId);
      touch.run(windowId, step);
    },
    profileSet: (fact: FactOf<'profileSet'>) => setProfile.run(fact.profile ?? null, fact.windowId),
    helpAsked: (fact: FactOf<'helpAsked'>, now: Instant) => help.run(fact.kind, now, fact.windowId),
    helpAnswered: (fact: FactOf<'helpAnswered'>) => help.run(null, null, fact.windowId),
    counted: (windowId: string, turns: TurnCounts) => count.run(turns.priority, turns.normal, turns.passed, windowId),
  };
}
