/* Of whom a command speaks: a card that lies on the reader, or a record that staff have found. */
import { z } from 'zod';
import type { Actor } from '../context.ts';
import { ok, refuse, type Result } from '../result.ts';
import { idSchema } from '../scalars.ts';
import { cardSchema } from './card.ts';
import { agreesWithNumber } from './profile.ts';
import type { PeopleView, WorkerRow } from './view.ts';

export const whoSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('card'), card: cardSchema }),
  z.strictObject({ by: z.literal('worker'), workerId: idSchema }),
]);
export type Who = z.infer<typeof whoSchema>;

/** The person. At a kiosk only a card speaks for somebody. Refuses `notYourRole`, `cardNumberWrong`, `workerUnknown`, each for `who`. */
export function personOf(view: PeopleView, who: Who, actor: Actor): Result<WorkerRow> {
  if (who.by === 'worker' && actor.role === 'kiosk') return refuse('notYourRole', 'who');
  if (who.by === 'card' && !agreesWithNumber(who.card.number, who.card.birth)) return refuse('cardNumberWrong', 'who');
  const worker = who.by === 'card' ? view.workerByNumber(who.card.number) : view.worker(who.workerId);
  return worker === undefined ? refuse('workerUnknown', 'who') : ok(worker);
}
