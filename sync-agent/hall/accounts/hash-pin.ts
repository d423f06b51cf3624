/* PINs leave a command before the hall decides about it: what is kept of one is made outside the transaction, because that takes a twentieth of a second on purpose. */
import { createHash } from 'node:crypto';
import type { Command, CommandOf } from '@kuaizhao/db/domain/command.ts';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { actorId } from '@kuaizhao/db/domain/queue/step.ts';
import { ok, refuse, type Result } from '@kuaizhao/db/domain/result.ts';
import { keptPin } from '@kuaizhao/db/domain/staff/accounts/pin.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { createPinChooser } from '@kuaizhao/db/sealing/pin-hash.ts';

type WithPin = CommandOf<'openAccount' | 'setAccountPin' | 'setOwnPin'>;
export const carriesPin = (command: Command): command is WithPin => command.type === 'openAccount' || command.type === 'setAccountPin' || command.type === 'setOwnPin';

/** Gives what hashes: refuses what `pinProblem` finds, `pinOld` (the one-time PIN again), `tooMany`, and `malformed` for what is no PIN as it is typed. */
export function createPinHasher({ faces }: Pick<HallDb, 'faces'>) {
  const choose = createPinChooser();
  return async (command: WithPin, actor: Actor): Promise<Result<WithPin>> => {
    const { pin } = command;
    // Whoever could hand in what is kept would hand in that of a weak one.
    if (keptPin.test(pin)) return refuse('malformed', 'pin');
    const staffId = command.type === 'setOwnPin' ? actorId({ actor }) : command.staffId;
    const known = command.type === 'setOwnPin' ? faces.accounts.kept(staffId) : undefined;
    // The same command again must be the same command: its salt is its id's.
    const chosen = await choose({ staffId, pin, given: known?.oneTime === true ? known.pin : undefined, salt: createHash('sha256').update(`pin|${command.commandId}`).digest().subarray(0, 16) });
    if (chosen.ok) return ok({ ...command, pin: chosen.kept });
    return chosen.why === 'tooMany' ? refuse('tooMany') : refuse(chosen.why, 'pin');
  };
}
