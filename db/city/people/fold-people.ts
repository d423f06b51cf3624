/* What halls' journals say of people who agreed to be known: put aside for the people's own work, which opens boxes and publishes. Runs where the figures are folded, so nothing is told twice and nothing is missed. */
import type { Fact } from '../../domain/fact.ts';
import type { ErasureMark } from '../../domain/people/sharing/commands.ts';
import type { Sql } from '../store/city-db.ts';


/** Costs nothing in a batch that says nothing of people. */
export async function foldPeople(sql: Sql, hallNo: number, facts: readonly Fact[]): Promise<void> {
  const due: object[] = [];
  for (const fact of facts) {
    // One whose box is gone already was erased or taken back: there is nothing to open.
    if (fact.type === 'workerShared' && fact.share !== undefined) due.push({ worker: fact.workerId, what: 'shared', key: fact.share.to, hall_key: fact.share.hallKey, box: fact.share.box });
    if (fact.type === 'consentWithdrawn' && fact.purpose === 'sharing') due.push({ worker: fact.workerId, what: 'withdrawn' });
    if (fact.type === 'workerErased') due.push({ worker: fact.workerId, what: 'erased' });
    // Two records became one person, or one became two: what stood under the one that gives way is told anew under the other.
    if (fact.type === 'workersMerged' || fact.type === 'mergeUndone') due.push({ worker: fact.from, what: 'withdrawn' });
    if (fact.type === 'workerErased' && fact.everywhere !== undefined) await learnt(sql, hallNo, fact.everywhere, fact.everywhere.at, fact.by);
    if (fact.type === 'erasureHeard') await learnt(sql, hallNo, fact.erasure, fact.at, undefined);
  }
  if (due.length === 0) return;
  await sql.query(
    'INSERT INTO people_due (hall_no, worker_id, what, key_id, hall_key, box) SELECT $1, worker, what, key, hall_key, box FROM json_to_recordset($2::json) AS r (worker text, what text, key text, hall_key text, box text)',
    [hallNo, JSON.stringify(due)],
  );
}

/** The hall has done this erasure. A city that was restored from a backup, or never heard of it, learns it here and does it (again). `by`: who asked for it, where it began in this hall. */
async function learnt(sql: Sql, hallNo: number, { erasureId, quick, mark }: ErasureMark, at: number, by: string | undefined): Promise<void> {
  const [hall] = await sql.query<{ hall_id: string }>('SELECT hall_id FROM hall WHERE hall_no = $1', [hallNo]);
  const who = [hall?.hall_id ?? '', ...(by === undefined ? [] : [by])].join('/');
  const fresh = await sql.query(
    'INSERT INTO erasure (erasure_id, quick, mark, before_at, asked_by, at) VALUES ($1, $2, $3, $4, $5, $4) ON CONFLICT DO NOTHING RETURNING 1 AS one', [erasureId, quick, mark, at, who],
  );
  if (fresh.length > 0) await sql.query('INSERT INTO erasure_audit (erasure_id, what, who, at) VALUES ($1, $2, $3, $4)', [erasureId, by === undefined ? 'learntFromHall' : 'asked', who, at]);
  const acked = await sql.query('INSERT INTO erasure_ack (erasure_id, hall_no) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1 AS one', [erasureId, hallNo]);
  if (acked.length > 0) await sql.query('INSERT INTO erasure_audit (erasure_id, what, who, at) VALUES ($1, $2, $3, $4)', [erasureId, 'doneInHall', who, at]);
}
