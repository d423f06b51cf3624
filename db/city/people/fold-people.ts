/* What halls' journals say of people who agreed to be known: put aside for the people's own work, which opens boxes and publishes. Runs where the figures are folded, so nothing is told twice and nothing is missed. */
import type { ErasureMark } from '../../domain/people/sharing/commands.ts';
import type { Told } from '../figures/fold.ts';
import type { Sql } from '../store/city-db.ts';

/** Costs nothing in a batch that says nothing of people. */
export async function foldPeople(sql: Sql, hallNo: number, told: readonly Told[]): Promise<void> {
  const due: object[] = [];
  for (const { fact, clock } of told) {
    // One whose box is gone already was erased or taken back: there is nothing to open.
    if (fact.type === 'workerShared' && fact.share !== undefined) due.push({ worker: fact.workerId, what: 'shared', key: fact.share.to, hall_key: fact.share.hallKey, box: fact.share.box });
    if (fact.type === 'consentWithdrawn' && fact.purpose === 'sharing') due.push({ worker: fact.workerId, what: 'withdrawn' });
    if (fact.type === 'workerErased') due.push({ worker: fact.workerId, what: 'erased' });
    // Two records became one person, or one became two: what stood under the one that gives way is told anew under the other.
    if (fact.type === 'workersMerged' || fact.type === 'mergeUndone') due.push({ worker: fact.from, what: 'withdrawn' });
    if (fact.type === 'workerErased' && fact.everywhere !== undefined) {
      const { receipt, everywhere, by } = fact;
      const records = told.filter((one) => one.fact.type === 'workerErased' && one.fact.receipt === receipt).length;
      await learnt(sql, hallNo, { mark: everywhere, at: everywhere.at, doneAt: clock, records, by: by ?? '' });
    }
    if (fact.type === 'cityKeyTaken') await sql.query('INSERT INTO hall_city_key (hall_no, key_id, at) VALUES ($1, $2, $3) ON CONFLICT (hall_no) DO UPDATE SET key_id = excluded.key_id, at = excluded.at', [hallNo, fact.keyId, clock]);
    if (fact.type === 'erasureHeard') await learnt(sql, hallNo, { mark: fact.erasure, at: fact.at, doneAt: clock, records: fact.records });
  }
  if (due.length === 0) return;
  await sql.query(
    'INSERT INTO people_due (hall_no, worker_id, what, key_id, hall_key, box) SELECT $1, worker, what, key, hall_key, box FROM json_to_recordset($2::json) AS r (worker text, what text, key text, hall_key text, box text)',
    [hallNo, JSON.stringify(due)],
  );
}

/** `at`: of the erasure; `doneAt`: when this hall recorded that it did it. `by`: who asked for it, where it began in this hall. */
interface Learnt { readonly mark: ErasureMark; readonly at: number; readonly doneAt: number; readonly records: number; readonly by?: string }

/** The hall has done this erasure. A city that was restored from a backup, or never heard of it, learns it here and does it (again). */
async function learnt(sql: Sql, hallNo: number, { mark: { erasureId, quick, mark }, at, doneAt, records, by }: Learnt): Promise<void> {
  const [hall] = await sql.query<{ hall_id: string }>('SELECT hall_id FROM hall WHERE hall_no = $1', [hallNo]);
  const who = [hall?.hall_id ?? '', ...(by === undefined || by === '' ? [] : [by])].join('/');
  const fresh = await sql.query(
    'INSERT INTO erasure (erasure_id, quick, mark, before_at, asked_by, at, asked_hall) VALUES ($1, $2, $3, $4, $5, $4, $6) ON CONFLICT DO NOTHING RETURNING 1 AS one', [erasureId, quick, mark, at, who, by === undefined ? null : hallNo],
  );
  if (fresh.length > 0) await sql.query('INSERT INTO erasure_audit (erasure_id, what, who, at) VALUES ($1, $2, $3, $4)', [erasureId, by === undefined ? 'learntFromHall' : 'asked', who, at]);
  const acked = await sql.query('INSERT INTO erasure_ack (erasure_id, hall_no, done_at, records) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1 AS one', [erasureId, hallNo, doneAt, records]);
  if (acked.length > 0) await sql.query('INSERT INTO erasure_audit (erasure_id, what, who, at) VALUES ($1, $2, $3, $4)', [erasureId, 'doneInHall', who, at]);
}
