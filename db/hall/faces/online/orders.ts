/* Orders placed outside that the hall has not followed yet. The city's rows are sealed here; what an order says is of units and work, and of a household only a mark. */
import type { Database } from 'better-sqlite3';
import { feedOf } from '../../../domain/feeds/feed.ts';
import { orderWordSchema, type OrderWord } from '../../../domain/feeds/bodies.ts';
import type { TakeOnlineOrder } from '../../../domain/jobs/commands.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { ErasureMark } from '../../../domain/people/sharing/commands.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import { isMarked } from '../../../sealing/erasure-mark.ts';
import type { Feeds } from '../../feeds/feeds.ts';
import type { Subjects } from '../../record.ts';
import { wordOf } from './word-of.ts';

type OrderToFollow = Omit<OrderWord, 'employer'> & Pick<TakeOnlineOrder, 'employer'>;
export interface OrdersToFollow {
  readonly orders: readonly OrderToFollow[];
  /** of households that have not shown card and promise here */
  readonly held: number;
  /** rows that this program does not understand: a newer city may say more */
  readonly strange: number;
}

/** Live orders of one hall: the city takes no more, and clears away what has ended. */
const ordersMost = 4_000;
/** No employer of any hall. */
const nobody = { creditCode: '' } as const;

export function openOnlineOrders(sql: Database, { jobs }: Pick<Subjects, 'jobs'>, cipher: Pick<FieldCipher, 'open'>, feeds: Pick<Feeds, 'sealedRows'>) {
  const householdOf = openHouseholds(sql, cipher);
  let held = 0;
  return {
    /** An order of a household that the hall does not know yet waits, until it comes, or its time is over. */
    toFollow(hallId: string, now: Instant): OrdersToFollow {
      const rows = feeds.sealedRows(feedOf('orders', hallId), ordersMost).map((row) => wordOf(orderWordSchema, row, ({ orderId }) => orderId));
      const words = rows.filter((word) => word !== undefined);
      const due = words.filter(({ orderId, revision }) => (jobs.view.onlineOrder(orderId)?.revision ?? 0) < revision);
      const orders = due.flatMap(({ employer, ...order }): OrderToFollow[] => {
        if (!('household' in employer)) return [{ ...order, employer }];
        const employerId = householdOf(employer.household);
        if (employerId !== undefined) return [{ ...order, employer: { employerId } }];
        return order.withdrawn === undefined && (order.terms.validUntil ?? now) > now ? [] : [{ ...order, employer: nobody }];
      });
      held = due.length - orders.length;
      return { orders, held, strange: rows.length - words.length };
    },
    /** How many orders waited for their household at the last look. */
    held: (): number => held,
  };
}

/** Whose mark it is among the households of this hall. Those that were looked at for a mark are not looked at again. */
function openHouseholds(sql: Database, cipher: Pick<FieldCipher, 'open'>) {
  const since = sql.prepare<[Instant], { employer_id: string; number_sealed: Buffer; registered_at: number }>("SELECT employer_id, number_sealed, registered_at FROM employer WHERE kind = 'household' AND number_sealed IS NOT NULL AND registered_at >= ?");
  const looked = new Map<string, { readonly employerId: string | undefined; readonly upTo: Instant }>();
  return (mark: ErasureMark): string | undefined => {
    const before = looked.get(mark.mark);
    if (before?.employerId !== undefined) return before.employerId;
    let upTo = before?.upTo ?? 0;
    let employerId: string | undefined;
    for (const row of since.all(upTo)) {
      upTo = Math.max(upTo, row.registered_at);
      if (isMarked(cipher.open(row.number_sealed, `employer|${row.employer_id}|number`).reveal().toUpperCase(), mark)) employerId = row.employer_id;
    }
    if (looked.size > ordersMost) looked.clear();
    looked.set(mark.mark, { employerId, upTo });
    return employerId;
  };
}
