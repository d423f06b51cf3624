/* Without a card: staff witness who it is, or nobody asks and only a number is given. */
import type { Context } from '../../context.ts';
import type { Fact } from '../../fact.ts';
import { isTooYoungToWork } from '../../law/age.ts';
import { issueWorkTicket } from '../../queue/issue-ticket.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { tradeByCode } from '../../trades/trade.ts';
import type { Decision, HallView } from '../../view.ts';
import { arrive, hasNumberToday, typedBefore } from './arrive.ts';
import { consentFacts, withBefore } from './check-in.ts';
import type { CheckInWitnessed, RegisterWitnessed, TakeWorkNumber } from '../commands.ts';
import { proposeMerges } from '../merging/propose.ts';
import { agreesWithNumber, bornOf, type Profile } from '../profile.ts';

/** A person whom staff register by what they tell. Refuses `notYourRole`, `underSixteen`, `cardNumberWrong` (the number has another birthday), `consentMissing`, `tradeUnknown`, `alreadyRegistered` (somebody holds this number), what `arrive` refuses. */
export function decideRegisterWitnessed(view: HallView, command: RegisterWitnessed, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const { staffId } = context.actor;
  const { birth, ageBand } = bornOf(command.born);
  if (ageBand === 'under16' || (birth !== undefined && isTooYoungToWork(birth, context.now))) return refuse('underSixteen');
  if (command.number !== undefined && !(birth !== undefined && agreesWithNumber(command.number, birth))) return refuse('cardNumberWrong', 'number');
  if (!command.consent.purposes.includes('registration')) return refuse('consentMissing', 'consent.purposes');
  if (command.trades.some((code) => tradeByCode(code) === undefined)) return refuse('tradeUnknown', 'trades');
  if (command.number !== undefined && view.workerByNumber(command.number) !== undefined) return refuse('alreadyRegistered', 'number');
  const workerId = context.newId();
  const trades = [...new Set(command.trades)];
  const profile: Profile = { document: 'witnessed', name: command.name, sex: command.sex, birth, ageBand, number: command.number };
  const before: Fact[] = [
    { type: 'workerRegistered', workerId, trades, witnessedBy: staffId }, ...consentFacts(workerId, command.consent),
    ...(birth === undefined ? [] : proposeMerges(view, { workerId, name: command.name, birth, kind: 'witnessed' }, context)),
  ];
  const arrived = withBefore(before, arrive(view, { worker: { workerId, trades }, workNumber: command.workNumber, printer: command.printer, witnessedBy: staffId }, context));
  if (!arrived.ok) return arrived;
  return ok({ ...arrived.value, records: [...arrived.value.records, { table: 'worker', workerId, profile, phone: command.phone }] });
}

/** Staff know who came. Refuses `notYourRole`, `workerUnknown`, `consentMissing`, what `arrive` refuses. */
export function decideCheckInWitnessed(view: HallView, command: CheckInWitnessed, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const worker = view.worker(command.workerId);
  if (worker === undefined) return refuse('workerUnknown', 'workerId');
  if (!worker.consented) return refuse('consentMissing', 'workerId');
  return arrive(view, { worker, workNumber: command.workNumber, printer: command.printer, witnessedBy: context.actor.staffId }, context);
}

/**
 * A paper number and the board: the hall without any identity. A typed number has its one paper number a day, told again when it is typed again.
 * Refuses `tradeUnknown`, `underSixteen` (by the typed number's birthday), `alreadyHasNumber` (its owner has come today already; which number it is, a typed number is not told).
 */
export function decideTakeWorkNumber(view: HallView, { trades, idNumber, printer }: TakeWorkNumber, context: Context): Result<Decision> {
  if (trades.some((code) => tradeByCode(code) === undefined)) return refuse('tradeUnknown', 'trades');
  if (idNumber !== undefined) {
    if (isTooYoungToWork(idNumber.slice(6, 14), context.now)) return refuse('underSixteen', 'idNumber');
    const again = typedBefore(view, idNumber);
    if (again !== undefined) return ok({ facts: [], records: [], standing: again });
    if (hasNumberToday(view, idNumber)) return refuse('alreadyHasNumber', 'idNumber');
  }
  const facts = issueWorkTicket(view, context, undefined, [...new Set(trades)], printer);
  return ok({ facts, records: facts.flatMap((fact) => (fact.type === 'ticketIssued' && idNumber !== undefined ? [{ table: 'leasedHolder' as const, ticketId: fact.ticketId, number: idNumber }] : [])) });
}
