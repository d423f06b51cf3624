/* What the halls' journals say of orders and of jobs that anybody may see. Runs where the figures are folded, so both are the fold of the same prefix. */
import type { Fact, FactOf } from '../../domain/fact.ts';
import type { JobTerms } from '../../domain/jobs/terms.ts';
import { texts } from '../store/columns.ts';
import type { Sql, Transaction } from '../store/city-db.ts';

export interface FoldedOrder {
  readonly orderId: string; jobId: string | null; state: string; number: string | null; headcount: number; hired: number; called: number; answered: number;
  withdrawing: boolean; refusal: string | null; refusalField: string | null; ended: boolean;
}
const endStates: ReadonlySet<string> = new Set(['closed', 'takenDown', 'expired', 'withdrawn']);

const aboutJobs = (facts: readonly Fact[]): Fact[] => facts.filter((fact) => fact.type === 'onlineOrderAnswered' || ('jobId' in fact && fact.jobId !== undefined));

/** The orders that the facts may be about, locked. An order of another hall is not touched, whatever a journal says. */
export async function readOrders(sql: Sql, hallNo: number, facts: readonly Fact[]): Promise<readonly FoldedOrder[]> {
  const about = aboutJobs(facts);
  if (about.length === 0) return [];
  const { orderIds, jobIds } = namedIn(about);
  return sql.query<FoldedOrder>(
    `SELECT order_id AS "orderId", job_id AS "jobId", state, number, headcount, hired, called, answered, withdrawing, refusal, refusal_field AS "refusalField", ended_at IS NOT NULL AS ended
     FROM online_order WHERE hall_no = $1 AND (order_id = ANY ($2::text[]) OR (job_id IS NOT NULL AND job_id = ANY ($3::text[]))) ORDER BY order_id FOR UPDATE`,
    [hallNo, texts([...orderIds]), texts([...jobIds])],
  );
}

function namedIn(about: readonly Fact[]): { readonly orderIds: ReadonlySet<string>; readonly jobIds: ReadonlySet<string> } {
  const orderIds = new Set<string>();
  const jobIds = new Set<string>();
  for (const fact of about) {
    if (fact.type === 'onlineOrderAnswered') orderIds.add(fact.orderId);
    if (fact.type === 'jobPosted' && fact.onlineOrder !== undefined) orderIds.add(fact.onlineOrder);
    if ('jobId' in fact && fact.jobId !== undefined) jobIds.add(fact.jobId);
  }
  return { orderIds, jobIds };
}

/** What the facts say of jobs and of these orders. */
export function saveOrders(sql: Pick<Transaction, 'soon'>, hallNo: number, facts: readonly Fact[], found: readonly FoldedOrder[]): void {
  const about = aboutJobs(facts);
  savePublicJobs(sql, hallNo, about);
  if (found.length === 0) return;
  // More may have been looked up than these facts are about.
  const { orderIds, jobIds } = namedIn(about);
  const orders = found.filter(({ orderId, jobId }) => orderIds.has(orderId) || (jobId !== null && jobIds.has(jobId)));
  if (orders.length === 0) return;
  foldInto(orders, about);
  sql.soon(
    `UPDATE online_order AS o SET job_id = r."jobId", state = r.state, number = r.number, headcount = r.headcount, hired = r.hired, called = r.called, answered = r.answered, refusal = r.refusal, refusal_field = r."refusalField",
       word = CASE WHEN o.withdrawing AND NOT r.withdrawing AND NOT r.ended THEN (o.word::jsonb - 'withdrawn')::text ELSE o.word END, withdrawing = r.withdrawing,
       told_at = h.seen_at, ended_at = CASE WHEN r.ended THEN coalesce(o.ended_at, h.seen_at, o.placed_at) END
     FROM json_to_recordset($2::json) AS r ("orderId" text, "jobId" text, state text, number text, headcount integer, hired integer, called integer, answered integer, withdrawing boolean, refusal text, "refusalField" text, ended boolean), hall AS h
     WHERE o.order_id = r."orderId" AND o.hall_no = $1 AND h.hall_no = $1`,
    [hallNo, JSON.stringify(orders)],
  );
}

/** Applies the facts, in their order, to the orders they are about. */
export function foldInto(orders: readonly FoldedOrder[], facts: readonly Fact[]): void {
  for (const fact of facts) {
    if (fact.type === 'jobPosted') {
      const posted = orders.find(({ orderId }) => orderId === fact.onlineOrder);
      if (posted !== undefined) Object.assign(posted, { jobId: fact.jobId, number: fact.number, state: fact.state ?? 'open', headcount: fact.terms.headcount });
    } else if (fact.type === 'onlineOrderAnswered') {
      const order = orders.find(({ orderId }) => orderId === fact.orderId);
      if (order !== undefined) answered(order, fact);
    } else {
      const order = 'jobId' in fact && fact.jobId !== undefined ? orders.find(({ jobId }) => jobId === fact.jobId) : undefined;
      if (order !== undefined && isStory(fact)) happened(order, fact);
    }
  }
  for (const order of orders) order.ended = endStates.has(order.state);
}

function answered(order: FoldedOrder, { revision, outcome, refusal }: FactOf<'onlineOrderAnswered'>): void {
  if (revision <= order.answered) return;
  order.answered = revision;
  [order.refusal, order.refusalField] = [refusal?.code ?? null, refusal?.field ?? null];
  if (outcome === 'withdrawn') order.state = 'withdrawn';
  if (outcome === 'refused' && order.jobId === null) order.state = 'refused';
  order.withdrawing = false;
}

const stories = ['jobChanged', 'jobReviewed', 'ticketCalled', 'hireConfirmed', 'hireUndone', 'hireReleased', 'jobFilled', 'jobClosed', 'jobTakenDown', 'jobExpired'] as const;
type Story = FactOf<(typeof stories)[number]>;
const told: ReadonlySet<string> = new Set(stories);
const isStory = (fact: Fact): fact is Story => told.has(fact.type);

function happened(order: FoldedOrder, fact: Story): void {
  switch (fact.type) {
    case 'jobChanged':
      [order.headcount, order.hired] = [fact.terms.headcount, fact.terms.headcount - fact.placesLeft];
      order.state = fact.state ?? (fact.placesLeft === 0 ? 'filled' : 'open');
      break;
    case 'jobReviewed': if (fact.outcome === 'approve' && order.state === 'inReview') order.state = order.hired === order.headcount ? 'filled' : 'open'; break;
    case 'ticketCalled': order.called += 1; break;
    case 'hireConfirmed': order.hired = Math.max(0, order.headcount - fact.placesLeft); break;
    case 'hireUndone': case 'hireReleased':
      order.hired = Math.max(0, order.headcount - fact.placesLeft);
      if (order.state === 'filled') order.state = 'open';
      break;
    case 'jobFilled': order.state = 'filled'; break;
    case 'jobClosed': order.state = 'closed'; break;
    case 'jobTakenDown': order.state = 'takenDown'; break;
    case 'jobExpired': order.state = 'expired'; break;
  }
}

/** What a stranger may read: taps and numbers, no sentence that somebody wrote, no plate. */
function publicTerms({ trade, headcount, pay, settlement, place, bay, startAt, leaveBy, hoursPerDay, days, meals, transport, tools, hazards, protection, insurance, validUntil, mode }: JobTerms): Partial<JobTerms> {
  return {
    trade, headcount, pay, settlement, place, startAt, hoursPerDay, days, meals, transport, tools, hazards, protection, insurance, validUntil,
    ...(bay === undefined ? {} : { bay }), ...(leaveBy === undefined ? {} : { leaveBy }), ...(mode === undefined ? {} : { mode }),
  };
}

function savePublicJobs(sql: Pick<Transaction, 'soon'>, hallNo: number, facts: readonly Fact[]): void {
  const rows = new Map<string, { readonly number?: string }>();
  for (const fact of facts) {
    if (fact.type !== 'jobPosted' && fact.type !== 'jobChanged') continue;
    const row = { job: fact.jobId, terms: JSON.stringify(publicTerms(fact.terms)), start: fact.terms.startAt };
    rows.set(fact.jobId, { ...rows.get(fact.jobId), ...row, ...(fact.type === 'jobPosted' ? { number: fact.number } : {}) });
  }
  if (rows.size === 0) return;
  const text = JSON.stringify([...rows.values()]);
  const numbered = [...rows.values()].filter(({ number }) => number !== undefined).length;
  if (numbered > 0) sql.soon(
    `INSERT INTO public_job (hall_no, job_id, number, terms, start_at, posted_at) SELECT $1, job, number, terms, start, coalesce((SELECT seen_at FROM hall WHERE hall_no = $1), 0) FROM json_to_recordset($2::json) AS r (job text, number text, terms text, start bigint)
     WHERE number IS NOT NULL ON CONFLICT (hall_no, job_id) DO UPDATE SET terms = excluded.terms, start_at = excluded.start_at`, [hallNo, text]);
  if (numbered < rows.size) sql.soon('UPDATE public_job AS p SET terms = r.terms, start_at = r.start FROM json_to_recordset($2::json) AS r (job text, number text, terms text, start bigint) WHERE p.hall_no = $1 AND p.job_id = r.job AND r.number IS NULL', [hallNo, text]);
}
