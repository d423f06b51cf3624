/* Orders placed outside that the hall has not followed yet. The city's rows are sealed here; what an order says is of units and work, never of people. */
import { feedOf } from '../../../domain/feeds/feed.ts';
import { orderWordSchema, type OrderWord } from '../../../domain/feeds/bodies.ts';
import type { Feeds } from '../../feeds/feeds.ts';
import type { Subjects } from '../../record.ts';
import { wordOf } from './word-of.ts';

export interface OrdersToFollow {
  readonly orders: readonly OrderWord[];
  /** rows that this program does not understand: a newer city may say more */
  readonly strange: number;
}

/** Live orders of one hall: the city takes no more, and clears away what has ended. */
const ordersMost = 4_000;

export function openOnlineOrders({ jobs }: Pick<Subjects, 'jobs'>, feeds: Pick<Feeds, 'sealedRows'>) {
  return {
    toFollow(hallId: string): OrdersToFollow {
      const rows = feeds.sealedRows(feedOf('orders', hallId), ordersMost).map((row) => wordOf(orderWordSchema, row, ({ orderId }) => orderId));
      const orders = rows.filter((word) => word !== undefined);
      return { orders: orders.filter(({ orderId, revision }) => (jobs.view.onlineOrder(orderId)?.revision ?? 0) < revision), strange: rows.length - orders.length };
    },
  };
}
