/* New phone, another district, a mistake put right: each a new version, the old one kept with its days and its source. */
import type { Context } from '../../context.ts';
import { isTooYoungToWork } from '../../law/age.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { tradeByCode } from '../../trades/trade.ts';
import type { Decision, HallView } from '../../view.ts';
import { agreesWithNumber, bornOf, type ProfileChanges, type ProfileField } from '../profile.ts';
import type { HeldRecord } from '../view.ts';
import { personOf } from '../who.ts';
import { nextRightReceipt, receiptAtKiosk } from './receipts.ts';
import type { ChangeContact, ChangeTrades, CorrectWorker, WishTraining } from './commands.ts';

/** Refuses what `personOf` refuses, `consentMissing district`, `termMissing` when nothing is to be changed. */
export function decideChangeContact(view: HallView, command: ChangeContact, context: Context): Result<Decision> {
  const person = personOf(view, command.who, context.actor);
  if (!person.ok) return person;
  const { phone, district } = command;
  if (phone === undefined && district === undefined) return refuse('termMissing', 'phone');
  const agreed = view.consentsOf(person.value.workerId).some((one) => one.purpose === 'district');
  if (typeof district === 'string' && !agreed) return refuse('consentMissing', 'district');
  const record = view.heldRecord(person.value.workerId);
  if (record === undefined) return refuse('workerUnknown', 'who');
  const changes = { ...(phone === undefined ? {} : { phone }), ...(district === undefined ? {} : { district }) };
  return ok(newVersion(view, record, changes, [...(phone === undefined ? [] : ['phone' as const]), ...(district === undefined ? [] : ['district' as const])], context));
}

/** Refuses `notYourRole`, `workerUnknown`, `takenFromCard`, `termMissing` (nothing to change), `underSixteen`, `cardNumberWrong`, `alreadyRegistered` (another record holds the number: merge). */
export function decideCorrectWorker(view: HallView, command: CorrectWorker, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const record = view.heldRecord(command.workerId);
  if (record === undefined) return refuse('workerUnknown', 'workerId');
  if (record.document !== 'witnessed') return refuse('takenFromCard', 'workerId');
  const born = command.born === undefined ? undefined : bornOf(command.born);
  if (born?.ageBand === 'under16' || (born?.birth !== undefined && isTooYoungToWork(born.birth, context.now))) return refuse('underSixteen', 'born');
  // A number brings its birthday with it, so the two are told together.
  if (command.number !== undefined && !(born?.birth !== undefined && agreesWithNumber(command.number, born.birth))) return refuse('cardNumberWrong', 'number');
  if (born !== undefined && command.number === undefined && record.has.includes('number')) return refuse('cardNumberWrong', 'born');
  const holder = command.number === undefined ? undefined : view.holderOfNumber(command.number);
  if (holder !== undefined && holder !== command.workerId) return refuse('alreadyRegistered', 'number');
  const { name, sex, number } = command;
  const fields: ProfileField[] = [...(name === undefined ? [] : ['name' as const]), ...(sex === undefined ? [] : ['sex' as const]), ...(born === undefined ? [] : ['birth' as const]), ...(number === undefined ? [] : ['number' as const])];
  if (fields.length === 0) return refuse('termMissing', 'name');
  return ok(newVersion(view, record, { ...(name === undefined ? {} : { name }), ...(sex === undefined ? {} : { sex }), ...born, ...(number === undefined ? {} : { number }) }, fields, context));
}

/** Refuses what `personOf` refuses, `tradeUnknown`. */
export function decideChangeTrades(view: HallView, command: ChangeTrades, context: Context): Result<Decision> {
  const person = personOf(view, command.who, context.actor);
  if (!person.ok) return person;
  if (command.trades.some((code) => tradeByCode(code) === undefined)) return refuse('tradeUnknown', 'trades');
  return ok({ facts: [{ type: 'tradesChanged', workerId: person.value.workerId, trades: [...new Set(command.trades)] }], records: [] });
}

/** A second tick for the same trade is told again. Refuses what `personOf` refuses, `tradeUnknown`. */
export function decideWishTraining(view: HallView, command: WishTraining, context: Context): Result<Decision> {
  const person = personOf(view, command.who, context.actor);
  if (!person.ok) return person;
  if (tradeByCode(command.trade) === undefined) return refuse('tradeUnknown', 'trade');
  const fact = { type: 'trainingWished' as const, workerId: person.value.workerId, trade: command.trade };
  return ok(view.wishesTraining(fact.workerId, fact.trade) ? { facts: [], records: [], standing: [fact] } : { facts: [fact], records: [] });
}

function newVersion(view: HallView, record: HeldRecord, changes: ProfileChanges, fields: ProfileField[], context: Context): Decision {
  const { actor } = context;
  const receipt = nextRightReceipt(view);
  return {
    facts: [{
      type: 'profileChanged', workerId: record.workerId, version: record.version + 1, fields, receipt,
      ...(actor.role === 'console' ? { source: 'staff', by: actor.staffId } : { source: 'self' }),
    }, ...receiptAtKiosk(view, context, receipt)],
    records: [{ table: 'profile', workerId: record.workerId, changes }],
  };
}
