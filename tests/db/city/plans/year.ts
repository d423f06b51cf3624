/* A year of a large city in PostgreSQL, by a few statements: 200 halls, 365 days, as many rows as the desk's questions may meet. What stands in a row is as plain as the questions allow. */
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { soundTerms } from '../../../fixtures/hall.ts';

export const halls = 200;
export const lastDay = '2026-11-20';
export const now = Date.parse('2026-11-20T06:00:00+08:00');
const days = 365;
/** a hall and day */
const jobs = 4;

/** Every hall, on every day: jobs as the journals posted them, numbers, visits, hires, and their figures. */
export async function fillYear(db: CityDb): Promise<void> {
  const body = JSON.stringify({ type: 'jobPosted', number: 'J001', employerId: 'employer-1', terms: soundTerms(now) });
  const eachDay = `generate_series(1, ${halls}) AS hall_no, generate_series(0, ${days - 1}) AS ago`;
  const day = `DATE '${lastDay}' - ago`;
  const noon = `${now} - ago * 86400000::bigint`;
  await db.query(`INSERT INTO hall (hall_id, name, key_hash, enrolled, epoch, own, seen_at, newest_clock, business_day, claimed_seq) SELECT 'hall-' || lpad(n::text, 3, '0'), '济南市样例' || n || '综合零工市场', decode(repeat('00', 32), 'hex'), true, 'e1', 0, ${now}, ${now}, DATE '${lastDay}', 9 FROM generate_series(1, ${halls}) AS n`);
  await db.script(`
    INSERT INTO uplink_cursor (hall_no, epoch, seq, hash) SELECT hall_no, 'e1', 9, decode(repeat('00', 32), 'hex') FROM hall;
    INSERT INTO day_figures (hall_no, day, seekers, waiting, jobs, places, hires) SELECT hall_no, ${day}, 80 + hall_no, CASE WHEN ago = 0 THEN 20 ELSE 0 END, ${jobs}, 30, 20 FROM ${eachDay};
    INSERT INTO trade_figures (hall_no, day, trade, seekers, places, hires) SELECT hall_no, ${day}, '0' || n || '01', 30, 10, 7 FROM ${eachDay}, generate_series(1, 3) AS n;
    INSERT INTO wait_figures (hall_no, day, minutes, tickets) SELECT hall_no, ${day}, n * 7, 3 FROM ${eachDay}, generate_series(1, 3) AS n;
    INSERT INTO visit (hall_no, visit_id, day, trades, number) SELECT hall_no, 'v' || ago, ${day}, '0101', 'A001' FROM ${eachDay};
    INSERT INTO ticket (hall_no, ticket_id, day, for_work, state, number, issued_at, called_at) SELECT hall_no, 't' || ago || '-' || n, ${day}, true, CASE WHEN ago = 0 AND n = 1 THEN 'waiting' ELSE 'served' END, 'A00' || n, ${noon}, CASE WHEN ago = 0 AND n = 1 THEN NULL ELSE ${noon} + 600000 END FROM ${eachDay}, generate_series(1, 2) AS n;
    INSERT INTO hire (hall_no, hire_id, day, number, job_id, trade, at) SELECT hall_no, 'h' || ago, ${day}, 'H001', 'j' || ago || '-1', '0101', ${noon} FROM ${eachDay};
    INSERT INTO job (hall_no, job_id, day, trade, places_left, state, valid_until, shown, number, headcount, shown_at, filled_at)
      SELECT hall_no, 'j' || ago || '-' || n, ${day}, '0' || n || '01', CASE WHEN n = 1 THEN 3 ELSE 0 END, CASE WHEN ago = 0 AND n = 1 THEN 'open' WHEN n = 1 THEN 'takenDown' ELSE 'filled' END, ${noon} + 36000000, true, 'J00' || n, 5, ${noon}, CASE WHEN n > 1 THEN ${noon} + 900000 END FROM ${eachDay}, generate_series(1, ${jobs}) AS n;
    INSERT INTO public_job (hall_no, job_id, number, terms, start_at, posted_at) SELECT hall_no, 'j0-' || n, 'J00' || n, '{"place":"经十路"}', ${now} + 7200000, ${now} FROM generate_series(1, ${halls}) AS hall_no, generate_series(1, ${jobs}) AS n;`);
  await db.query(
    `INSERT INTO archive_row (hall_no, epoch, seq, boot, counter, ends, table_name, key, kind, clock, version, body, escaped, position)
     SELECT hall_no, 'e1', p, '\\x0000000000000000', p, true, CASE WHEN n > ${jobs} THEN 'share' ELSE 'fact' END, CASE WHEN n > ${jobs} THEN 'w' || ago ELSE 'j' || ago || '-' || n END, CASE WHEN n > ${jobs} THEN 'workerShared' ELSE 'jobPosted' END, ${noon}, 1, CASE WHEN n > ${jobs} THEN '{"type":"workerShared"}' ELSE $1 END, false, p
     FROM (SELECT hall_no, ago, n, (${days - 1} - ago) * ${jobs + 1} + n AS p FROM ${eachDay}, generate_series(1, ${jobs + 1}) AS n) AS r`,
    [body],
  );
  await db.script('ANALYZE');
}
