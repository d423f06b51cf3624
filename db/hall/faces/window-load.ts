/* How the windows keep up, for board and staff: counted over the last half hour, not more often than every quarter of a minute. */
import type { Database } from 'better-sqlite3';
import type { HallSettings } from '../../domain/hall/settings.ts';
import { businessDayAt } from '../../domain/queue/business-day.ts';
import { rulesOn } from '../../domain/queue/rules.ts';
import { loadMinutes, moreWindows, type WindowLoad } from '../../domain/queue/turn/windows-needed.ts';
import type { Instant } from '../../domain/scalars.ts';
import { today } from '../subjects/queue/rows.ts';

const keptForMs = 15_000;
const minuteMs = 60_000;

export function openWindowLoad(sql: Database) {
  const codes = 'IN (SELECT value FROM json_each(@codes))';
  const arrived = sql.prepare<[{ codes: string; since: Instant }], { n: number }>(`SELECT count(*) AS n FROM ticket WHERE day = ${today} AND service ${codes} AND arrival >= @since`);
  const called = sql.prepare<[{ codes: string; since: Instant; overdueMs: number }], { n: number; late: number; windows: number }>(`SELECT count(*) AS n, coalesce(sum(call.at - ticket.arrival > @overdueMs), 0) AS late, count(DISTINCT call.place_id) AS windows
    FROM call JOIN ticket USING (ticket_id) WHERE call.day = ${today} AND call.queue ${codes} AND call.first = 1 AND call.at >= @since`);
  const waiting = sql.prepare<[{ codes: string; before: Instant }], { n: number; late: number }>(`SELECT count(*) AS n, coalesce(sum(arrival < @before), 0) AS late FROM ticket WHERE day = ${today} AND queue ${codes} AND state = 'waiting'`);
  const sitting = sql.prepare<[], { n: number }>(`SELECT count(DISTINCT place_id) AS n FROM shift WHERE ended_at IS NULL AND place_kind = 'window' AND day = ${today}`);
  let kept: { readonly at: Instant; readonly more: number } | undefined;
  function load(settings: HallSettings, overdueMs: number, now: Instant): WindowLoad {
    const asked = { codes: JSON.stringify(settings.services.map((one) => one.code)), since: now - loadMinutes * minuteMs };
    const calls = called.get({ ...asked, overdueMs }) ?? { n: 0, late: 0, windows: 0 };
    const left = waiting.get({ codes: asked.codes, before: now - overdueMs }) ?? { n: 0, late: 0 };
    // A hall that keeps no shifts has as many open as have called.
    return { arrived: arrived.get(asked)?.n ?? 0, called: calls.n, calledLate: calls.late, waitingLate: left.late, waiting: left.n, open: (sitting.get()?.n ?? 0) || calls.windows };
  }
  return {
    /** Windows to open beside those that are; 0 while the hall keeps up. */
    moreWindows(settings: HallSettings, now: Instant): number {
      if (kept !== undefined && Math.abs(now - kept.at) < keptForMs) return kept.more;
      const { overdueMinutes } = rulesOn(settings.queueRules, businessDayAt(now));
      kept = { at: now, more: moreWindows(load(settings, overdueMinutes * minuteMs, now), overdueMinutes) };
      return kept.more;
    },
  };
}
