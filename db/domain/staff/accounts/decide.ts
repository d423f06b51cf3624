/* Accounts: who is in, as what. The hall is never left without an admin, and an id means one person for ever, so that old records can be read. */
import type { Context } from '../../context.ts';
import type { Fact } from '../../fact.ts';
import { actorId } from '../../queue/step.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView, PersonalRecord } from '../../view.ts';
import type { StaffRole } from '../role.ts';
import { leavesPlace } from '../shifts.ts';
import { accountsMost, type AccountCommand } from './commands.ts';
import type { AccountFact } from './facts.ts';
import { keptPin } from './pin.ts';
import type { AccountRow } from './view.ts';

/** As which the agent stands in facts. */
const agentId = 'agent';

/** Refuses `accountKnown`, `accountUnknown` (or closed), `lastAdmin`, `limitReached`, `recoveryUnknown` (no code was made, or it was used). */
export function decideAccounts(view: HallView, command: AccountCommand, context: Context): Result<Decision> {
  const by = actorId(context);
  switch (command.type) {
    case 'openAccount': return open(view, { ...command, oneTime: true }, by);
    case 'seedAccount': return open(view, command, by);
    case 'keepRecoveryCode': return decided({ type: 'recoveryCodeKept', by }, { table: 'recoveryCode', code: command.code });
    case 'setOwnPin': {
      const own = openAccount(view, by);
      return own === undefined ? refuse('accountUnknown') : decided({ type: 'accountPinSet', staffId: by, by }, { table: 'account', staffId: by, pin: hashed(command.pin) });
    }
    case 'setAccountRole': case 'setAccountPin': case 'setAccountCard': case 'closeAccount': case 'unlockAccount': case 'recoverAccount': {
      const account = openAccount(view, command.staffId);
      return account === undefined ? refuse('accountUnknown', 'staffId') : change(view, account, command, by);
    }
  }
}

function openAccount(view: HallView, staffId: string): AccountRow | undefined {
  const account = view.account(staffId);
  return account?.closed === true ? undefined : account;
}

interface Opening { readonly staffId: string; readonly name: string; readonly role: StaffRole; readonly pin: string; readonly card?: string | undefined; readonly oneTime?: true | undefined }

function open(view: HallView, { staffId, name, role, pin, card, oneTime }: Opening, by: string): Result<Decision> {
  if (staffId === agentId || view.account(staffId) !== undefined) return refuse('accountKnown', 'staffId');
  if (view.openAccounts() >= accountsMost) return refuse('limitReached', 'staffId');
  return decided({ type: 'accountOpened', staffId, role, by, ...(oneTime === true ? { oneTime } : {}) }, { table: 'account', staffId, name, pin: hashed(pin), card });
}

type Change = Extract<AccountCommand, { type: 'setAccountRole' | 'setAccountPin' | 'setAccountCard' | 'closeAccount' | 'unlockAccount' | 'recoverAccount' }>;

function change(view: HallView, { staffId, role, card }: AccountRow, command: Change, by: string): Result<Decision> {
  const lastAdmin = role === 'admin' && view.openAccounts('admin') <= 1;
  switch (command.type) {
    case 'setAccountRole':
      if (command.role === role) return ok({ facts: [], records: [] });
      return lastAdmin ? refuse('lastAdmin', 'role') : decided({ type: 'accountRoleSet', staffId, role: command.role, by });
    case 'setAccountPin': return decided({ type: 'accountPinSet', staffId, by, oneTime: true }, { table: 'account', staffId, pin: hashed(command.pin) });
    case 'setAccountCard':
      if (command.card !== undefined) return decided({ type: 'accountCardSet', staffId, by, card: true }, { table: 'accountCard', staffId, card: hashed(command.card) });
      return card ? decided({ type: 'accountCardSet', staffId, by, card: false }) : ok({ facts: [], records: [] });
    case 'closeAccount': return lastAdmin ? refuse('lastAdmin', 'staffId') : decided([{ type: 'accountClosed', staffId, by }, ...leavesPlace(view, staffId)]);
    case 'unlockAccount': return decided({ type: 'accountUnlocked', staffId, by });
    case 'recoverAccount':
      if (!view.recoveryKept()) return refuse('recoveryUnknown');
      return role === 'admin' ? decided({ type: 'accountRecovered', staffId }, { table: 'account', staffId, pin: hashed(command.pin) }) : refuse('accountUnknown', 'staffId');
  }
}

const decided = (facts: AccountFact | readonly Fact[], ...records: readonly PersonalRecord[]): Result<Decision> => ok({ facts: 'type' in facts ? [facts] : facts, records });

/** The engine hashes before it decides: digits of a PIN or a card that come as far as here are a fault of ours and must not be kept. */
function hashed(kept: string): string {
  if (!keptPin.test(kept)) throw new Error('a PIN or a card was not hashed');
  return kept;
}
