/* The number of a staff member's card leaves a command before the hall decides about it, as a PIN does. Nobody's card is two accounts': whoever borrows an account's card would open kiosks in another's name. */
import { createHash } from 'node:crypto';
import type { Command, CommandOf } from '@kuaizhao/db/domain/command.ts';
import { ok, refuse, type Result } from '@kuaizhao/db/domain/result.ts';
import { keptPin } from '@kuaizhao/db/domain/staff/accounts/pin.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { hashPin, matches } from '@kuaizhao/db/sealing/pin-hash.ts';

type WithCard = CommandOf<'setAccountCard'> & { readonly card: string };
export const carriesCard = (command: Command): command is WithCard => command.type === 'setAccountCard' && command.card !== undefined;

/** So many at a time, of which one is looked at: a card is held against each that the hall keeps, a twentieth of a second each. */
const waitingMost = 4;

/** Gives what hashes and hands on to `go`, one command after the other: the next is looked at when `go` of the one before is over, so that two at once cannot both have one card. Refuses `accountCardTaken`, `tooMany`, and `malformed` for what is no number of a card. */
export function createCardHasher({ faces, answers }: Pick<HallDb, 'faces' | 'answers'>) {
  let before: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const hashed = async (command: WithCard): Promise<Result<WithCard>> => {
    const { staffId, card } = command;
    // The same command again must be the same command: its salt is its id's.
    const ready = { ...command, card: await hashPin(card, createHash('sha256').update(`card|${command.commandId}`).digest().subarray(0, 16)) };
    // What was answered before is answered so again, whoever has the card by now.
    if (answers.find(ready) !== undefined) return ok(ready);
    for (const other of faces.accounts.all()) {
      if (other.staffId !== staffId && other.closedAt === undefined && other.card !== undefined && await matches(card, other.card)) return refuse('accountCardTaken', 'card');
    }
    return ok(ready);
  };
  return async <T>(command: WithCard, go: (ready: Result<WithCard>) => Promise<T>): Promise<T> => {
    // Whoever could hand in what is kept would hand in that of no card.
    if (keptPin.test(command.card)) return go(refuse('malformed', 'card'));
    if (waiting >= waitingMost) return go(refuse('tooMany'));
    waiting += 1;
    const done = before.then(() => hashed(command)).then(go).finally(() => { waiting -= 1; });
    before = done.catch(() => undefined);
    return done;
  };
}
