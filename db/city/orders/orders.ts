/* Orders placed outside, as their owners ask for them: each change one transaction with the hall's feed as its last act, each answer kept under its key. */
import { feedOf } from '../../domain/feeds/feed.ts';
import type { OrderWord } from '../../domain/feeds/bodies.ts';
import type { OrderChange, TakeOnlineOrder } from '../../domain/jobs/commands.ts';
import { publish } from '../feeds/publish.ts';
import type { CityDb, Sql } from '../store/city-db.ts';

export type OrderNo = 'hallUnknown' | 'orderUnknown' | 'revisionStale' | 'orderEnded' | 'withdrawing' | 'alreadyHired' | 'tooManyChanges' | 'hallFull' | 'idempotencyKeyReused';
export type Kept = { readonly ok: true; readonly status: number; readonly body: string } | { readonly ok: false; readonly no: OrderNo };
/** `request`: SHA-256 of what is asked, hex. */
export interface Asked { readonly client: string; readonly key: string; readonly request: string; readonly now: number; readonly status: number }
/** As the owner is told; absent things are null. */
export interface OrderRow {
  readonly orderId: string; readonly hallId: string; readonly state: string; readonly revision: number; readonly answered: number; readonly withdrawing: boolean;
  readonly number: string | null; readonly headcount: number; readonly hired: number; readonly called: number; readonly refusal: string | null; readonly refusalField: string | null;
  readonly placedAt: number; readonly toldAt: number | null;
}
interface Locked extends OrderRow { readonly word: string; readonly jobId: string | null; readonly endedAt: number | null }
export interface OrderLimits { readonly livePerHall: number; readonly changesPerOrder: number }
export interface OrdersParts { readonly db: CityDb; readonly limits: OrderLimits; /** the answer as it is kept and told */ readonly tell: (row: OrderRow) => string }

const columns = `o.order_id AS "orderId", h.hall_id AS "hallId", o.state, o.revision, o.answered, o.withdrawing, o.number, o.headcount, o.hired, o.called, o.refusal, o.refusal_field AS "refusalField",
  o.placed_at AS "placedAt", o.told_at AS "toldAt"`;

/** Leaves the transaction without a trace. */
class Refused extends Error {
  readonly no: OrderNo;
  constructor(no: OrderNo) {
    super(no);
    this.no = no;
  }
}

export type Orders = ReturnType<typeof openOrders>;

export function openOrders({ db, limits, tell }: OrdersParts) {
  /** The same question again gets the same answer; two at once wait for each other. A no is not kept: what was wrong may be right later. */
  const once = async ({ client, key, request, now, status }: Asked, work: (sql: Sql) => Promise<{ readonly row: OrderRow; readonly word: OrderWord }>): Promise<Kept> => {
    try {
      return await db.transaction(async (sql): Promise<Kept> => {
        const taken = await sql.query(`INSERT INTO api_answer (client, key, request, status, body, at) VALUES ($1, $2, decode($3, 'hex'), $4, '', $5) ON CONFLICT DO NOTHING RETURNING 1 AS one`, [client, key, request, status, now]);
        if (taken.length === 0) {
          const [known] = await sql.query<{ same: boolean; status: number; body: string }>(`SELECT request = decode($3, 'hex') AS same, status, body FROM api_answer WHERE client = $1 AND key = $2`, [client, key, request]);
          if (known?.same !== true) throw new Refused('idempotencyKeyReused');
          return { ok: true, status: known.status, body: known.body };
        }
        const { row, word } = await work(sql);
        const body = tell(row);
        await sql.query('UPDATE api_answer SET body = $3 WHERE client = $1 AND key = $2', [client, key, body]);
        await publish(sql, feedOf('orders', row.hallId), [{ key: word.orderId, kind: 'order', body: JSON.stringify(word) }], now);
        return { ok: true, status, body };
      });
    } catch (error) {
      if (error instanceof Refused) return { ok: false, no: error.no };
      throw error;
    }
  };
  const grown = async (sql: Sql, before: Locked, word: OrderWord, withdrawing: boolean): Promise<{ readonly row: OrderRow; readonly word: OrderWord }> => {
    // A no before there was a job is open again; the headcount of a job is the hall's to say.
    await sql.query(
      `UPDATE online_order SET word = $2, revision = $3, withdrawing = $4, state = CASE WHEN job_id IS NULL THEN 'placed' ELSE state END, headcount = CASE WHEN job_id IS NULL THEN $5 ELSE headcount END WHERE order_id = $1`,
      [before.orderId, JSON.stringify(word), word.revision, withdrawing, word.terms.headcount ?? before.headcount],
    );
    const after = await one(sql, before.orderId);
    if (after === undefined) throw new Error('an order that is locked is gone');
    return { row: after, word };
  };
  return {
    /** Undefined: no such order of this client. */
    state: async (client: string, orderId: string): Promise<OrderRow | undefined> => (await db.query<OrderRow>(`SELECT ${columns} FROM online_order AS o JOIN hall AS h USING (hall_no) WHERE o.order_id = $1 AND o.client = $2`, [orderId, client]))[0],
    /** Refuses `hallUnknown`, `hallFull`, `idempotencyKeyReused`. */
    place: (asked: Asked, hallId: string, word: Omit<OrderWord, 'revision'>): Promise<Kept> => once(asked, async (sql) => {
      const [hall] = await sql.query<{ hall_no: number; live: number }>('SELECT hall_no, (SELECT count(*)::integer FROM online_order AS o WHERE o.hall_no = hall.hall_no AND o.ended_at IS NULL) AS live FROM hall WHERE hall_id = $1 AND enrolled', [hallId]);
      if (hall === undefined) throw new Refused('hallUnknown');
      if (hall.live >= limits.livePerHall) throw new Refused('hallFull');
      const first: OrderWord = { ...word, revision: 1 };
      await sql.query('INSERT INTO online_order (order_id, client, hall_no, word, revision, headcount, placed_at) VALUES ($1, $2, $3, $4, 1, $5, $6)', [word.orderId, asked.client, hall.hall_no, JSON.stringify(first), word.terms.headcount ?? 1, asked.now]);
      const row = await one(sql, word.orderId);
      if (row === undefined) throw new Error('an order that was written is not there');
      return { row, word: first };
    }),
    /** Refuses `orderUnknown`, `orderEnded`, `withdrawing`, `revisionStale`, `tooManyChanges`, `idempotencyKeyReused`. What the hall makes of it is told later. */
    change: (asked: Asked, orderId: string, change: OrderChange, revision: number | undefined): Promise<Kept> => once(asked, async (sql) => {
      const order = await locked(sql, asked.client, orderId);
      if (revision !== undefined && revision !== order.revision) throw new Refused('revisionStale');
      const word = JSON.parse(order.word) as OrderWord;
      const changes = word.changes ?? [];
      if (changes.length >= limits.changesPerOrder) throw new Refused('tooManyChanges');
      const next = order.revision + 1;
      return grown(sql, order, { ...word, revision: next, terms: { ...word.terms, ...given(change) }, changes: [...changes, { revision: next, change }] }, false);
    }),
    /** Refuses `orderUnknown`, `orderEnded`, `withdrawing`, `alreadyHired`, `idempotencyKeyReused`; the hall may still say that somebody was hired meanwhile. */
    withdraw: (asked: Asked, orderId: string, reason: NonNullable<TakeOnlineOrder['withdrawn']>): Promise<Kept> => once(asked, async (sql) => {
      const order = await locked(sql, asked.client, orderId);
      if (order.hired > 0) throw new Refused('alreadyHired');
      return grown(sql, order, { ...JSON.parse(order.word) as OrderWord, revision: order.revision + 1, withdrawn: reason }, true);
    }),
  };
}

async function one(sql: Sql, orderId: string): Promise<OrderRow | undefined> {
  return (await sql.query<OrderRow>(`SELECT ${columns} FROM online_order AS o JOIN hall AS h USING (hall_no) WHERE o.order_id = $1`, [orderId]))[0];
}

async function locked(sql: Sql, client: string, orderId: string): Promise<Locked> {
  const [order] = await sql.query<Locked>(`SELECT ${columns}, o.word, o.job_id AS "jobId", o.ended_at AS "endedAt" FROM online_order AS o JOIN hall AS h USING (hall_no) WHERE o.order_id = $1 AND o.client = $2 FOR UPDATE OF o`, [orderId, client]);
  if (order === undefined) throw new Refused('orderUnknown');
  if (order.endedAt !== null) throw new Refused('orderEnded');
  if (order.withdrawing) throw new Refused('withdrawing');
  return order;
}

const given = (change: OrderChange): Partial<OrderWord['terms']> => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
