/* What the halls' journals say of slips that have a page. Runs where the figures are folded, so both are the fold of the same prefix. */
import type { Fact, FactOf } from '../../domain/fact.ts';
import { nextHire, type HireEvent, type HireState } from '../../domain/hiring/states/hire.ts';
import type { Sql } from '../store/city-db.ts';

interface FoldedHire {
  readonly hireId: string; state: HireState; saidPaid: string | null; disputeId: string | null; disputeNumber: string | null; disputeOpen: boolean;
}
const stories = ['hireUndone', 'hireReleased', 'arrivalMarked', 'workDone', 'payMarked', 'eveningConfirmed', 'disputeOpened', 'disputeClosed'] as const;
type Story = FactOf<(typeof stories)[number]>;
const told: ReadonlySet<string> = new Set(stories);
const isStory = (fact: Fact): fact is Story => told.has(fact.type);

/** A hire that was agreed before its hall had pages is none of this. */
export async function foldSlips(sql: Sql, hallNo: number, facts: readonly Fact[]): Promise<void> {
  await openPages(sql, hallNo, facts);
  await goOn(sql, hallNo, facts.filter(isStory));
  const marks = facts.filter((fact) => fact.type === 'slipMarkTaken');
  if (marks.length > 0) {
    await sql.query(
      `UPDATE slip_mark AS m SET state = r.outcome, refusal = r.refusal FROM json_to_recordset($2::json) AS r ("markId" text, outcome text, refusal text) WHERE m.hall_no = $1 AND m.mark_id = r."markId"`,
      [hallNo, JSON.stringify(marks)],
    );
  }
  const erased = facts.flatMap((fact) => (fact.type === 'workerErased' ? [fact.workerId] : []));
  if (erased.length > 0) await sql.query('UPDATE slip_hire SET surname = NULL WHERE hall_no = $1 AND worker_id = ANY ($2::text[])', [hallNo, erased]);
}

/** A page and its hire are told in one operation, and operations come whole. */
async function openPages(sql: Sql, hallNo: number, facts: readonly Fact[]): Promise<void> {
  const pages = facts.filter((fact) => fact.type === 'slipPageOpened');
  if (pages.length === 0) return;
  await sql.query(
    `INSERT INTO slip_page (digest, hall_no, side, about, opened_at) SELECT decode(digest, 'hex'), $1, side, about, coalesce((SELECT seen_at FROM hall WHERE hall_no = $1), 0)
     FROM json_to_recordset($2::json) AS r (digest text, side text, about text) ON CONFLICT DO NOTHING`,
    [hallNo, JSON.stringify(pages)],
  );
  const agreed = new Map(facts.flatMap((fact) => (fact.type === 'hireConfirmed' ? [[fact.hireId, fact] as const] : [])));
  const surnames = new Map(facts.flatMap((fact) => (fact.type === 'surnameTold' && fact.told !== undefined ? [[fact.told.hireId, fact.told.box] as const] : [])));
  const hires = pages.flatMap(({ side, about, queueNumber }) => {
    const hire = side === 'worker' ? agreed.get(about) : undefined;
    if (hire === undefined) return [];
    const { hireId, jobId, workerId, number, agreedPay, settlement, startsAt = 0 } = hire;
    return [{ hireId, jobId, workerId, number, settlement, startsAt, fen: agreedPay.amountFen, unit: agreedPay.unit, queueNumber, surname: surnames.get(hireId) }];
  });
  if (hires.length === 0) return;
  await sql.query(
    `INSERT INTO slip_hire (hall_no, hire_id, job_id, worker_id, number, queue_number, surname, amount_fen, unit, settlement, starts_at, state)
     SELECT $1, "hireId", "jobId", "workerId", number, "queueNumber", surname, fen, unit, settlement, "startsAt", 'agreed'
     FROM json_to_recordset($2::json) AS r ("hireId" text, "jobId" text, "workerId" text, number text, "queueNumber" text, surname text, fen integer, unit text, settlement text, "startsAt" bigint) ON CONFLICT DO NOTHING`,
    [hallNo, JSON.stringify(hires)],
  );
}

async function goOn(sql: Sql, hallNo: number, facts: readonly Story[]): Promise<void> {
  if (facts.length === 0) return;
  const hireIds = facts.flatMap((fact) => ('hireId' in fact && fact.hireId !== undefined ? [fact.hireId] : []));
  const disputeIds = facts.flatMap((fact) => (fact.type === 'disputeClosed' ? [fact.disputeId] : []));
  const hires = await sql.query<FoldedHire>(
    `SELECT hire_id AS "hireId", state, said_paid AS "saidPaid", dispute_id AS "disputeId", dispute_number AS "disputeNumber", dispute_open AS "disputeOpen" FROM slip_hire
     WHERE hall_no = $1 AND (hire_id = ANY ($2::text[]) OR dispute_id = ANY ($3::text[])) ORDER BY hire_id FOR UPDATE`,
    [hallNo, hireIds, disputeIds],
  );
  if (hires.length === 0) return;
  for (const fact of facts) happened(hires, fact);
  await sql.query(
    `UPDATE slip_hire AS h SET state = r.state, said_paid = r."saidPaid", dispute_id = r."disputeId", dispute_number = r."disputeNumber", dispute_open = r."disputeOpen"
     FROM json_to_recordset($2::json) AS r ("hireId" text, state text, "saidPaid" text, "disputeId" text, "disputeNumber" text, "disputeOpen" boolean) WHERE h.hall_no = $1 AND h.hire_id = r."hireId"`,
    [hallNo, JSON.stringify(hires)],
  );
}

function happened(hires: readonly FoldedHire[], fact: Story): void {
  if (fact.type === 'disputeClosed') {
    for (const hire of hires) if (hire.disputeId === fact.disputeId) hire.disputeOpen = false;
    return;
  }
  const hire = hires.find(({ hireId }) => hireId === fact.hireId);
  if (hire === undefined) return;
  const step = (event: HireEvent): void => { hire.state = nextHire(hire.state, event) ?? hire.state; };
  switch (fact.type) {
    case 'hireUndone': step('undo'); break;
    case 'hireReleased': step('release'); break;
    case 'arrivalMarked': step('arrive'); break;
    case 'workDone': step('finish'); break;
    case 'payMarked': step('pay'); break;
    case 'eveningConfirmed':
      if (fact.paid !== undefined) hire.saidPaid = fact.paid;
      if (fact.paid === 'no') step('sayUnpaid');
      break;
    case 'disputeOpened': Object.assign(hire, { disputeId: fact.disputeId, disputeNumber: fact.number, disputeOpen: true }); break;
  }
}
