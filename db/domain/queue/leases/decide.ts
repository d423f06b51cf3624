/* Leased numbers: a kiosk that loses its agent goes on from a block of its own, and what it gave out is honoured.

   Where a handed-in number stands: the hall's sequence is the virtual arrival of its tickets, and a leased number has its place in it from the moment it was
   given out, never from the moment it was leased (who comes at six must not pass whoever came at four) and never from the moment it was handed in (nobody loses
   an hour because a cable was out). The kiosk tells that moment by the hall's clock as it last knew it; the decision keeps it between the lease, the kiosk's
   number before and now, so that a wrong clock moves nobody past the lease and the numbers of a block stay in their order.

   What a kiosk keeps of a person meanwhile: the card closed with the hall's public key. A keyed index with a second tap later was the other way; it would have
   asked everybody to queue at a reader twice, and a stolen kiosk has its key: an identity number is short enough to be guessed through any index whose key is at
   hand. A box that the kiosk itself cannot open gives a thief nothing. */
import type { Context } from '../../context.ts';
import type { Fact } from '../../fact.ts';
import { checkCard } from '../../people/arrival/arrive.ts';
import type { Card } from '../../people/card.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import { businessDayAt } from '../business-day.ts';
import { openSpans } from '../desk/hours.ts';
import { workService } from '../facts.ts';
import { issueHandedIn } from '../issue-ticket.ts';
import { serialOf, seriesOf } from '../number.ts';
import { rulesOn } from '../rules.ts';
import type { TicketRow } from '../view.ts';
import type { HandInLeased, LeaseNumbers } from './commands.ts';
import { isIn, ownSpan } from './span.ts';

const seriesFor = (service: string, { settings }: Context): string | undefined =>
  (service === workService ? seriesOf.work : settings.services.find((one) => one.code === service)?.series);

/** Refuses `notYourRole` (only a kiosk holds numbers), `serviceUnknown`, `dayClosed`, `serviceClosed` (none on that day), `quotaReached` (the day's numbers or the kiosk's stretch are used up). */
export function decideLeaseNumbers(view: HallView, command: LeaseNumbers, context: Context): Result<Decision> {
  const { actor, settings, now } = context;
  if (actor.role !== 'kiosk') return refuse('notYourRole');
  const series = seriesFor(command.service, context);
  if (series === undefined) return refuse('serviceUnknown', 'service');
  const day = businessDayAt(now);
  if (view.openDay() === day && view.dayClosed()) return refuse('dayClosed');
  const rules = rulesOn(settings.queueRules, day);
  const open = openSpans(rules, command.service, day);
  if (open?.length === 0) return refuse('serviceClosed', 'service');
  const own = ownSpan(settings, rules, actor.printer);
  const from = own === undefined ? 0 : Math.max(own.from, view.lastUsedIn(command.service, day, own) + 1, (command.above ?? 0) + 1);
  if (own === undefined || from > own.to) return refuse('quotaReached', 'service');
  const fact: Fact = {
    type: 'numbersLeased', leaseId: context.newId(), deviceId: actor.deviceId, businessDay: day, service: command.service, series,
    from, to: Math.min(from + rules.leases.block - 1, own.to), ...(open === undefined ? {} : { open }),
  };
  return ok({ facts: [fact], records: [] });
}

/** The number is honoured whatever hours and quota say now: it is on paper. Refuses `notYourRole`, `serviceUnknown`, `leaseWrong` (no number of this kiosk), `numberTaken` (it was handed in under another id), `underSixteen`. */
export function decideHandInLeased(view: HallView, command: HandInLeased, context: Context): Result<Decision> {
  const { actor } = context;
  if (actor.role !== 'kiosk') return refuse('notYourRole');
  const series = seriesFor(command.service, context);
  if (series === undefined) return refuse('serviceUnknown', 'service');
  if (!command.number.startsWith(series) || !isOfKiosk(view, command, context)) return refuse('leaseWrong', 'number');
  if (view.openDay() !== command.businessDay || view.dayClosed()) return ok({ facts: [lapsed(command, 'dayOver')], records: [] });
  if (view.ticketByNumber(command.number) !== undefined) return refuse('numberTaken', 'number');
  const card = command.sealed === undefined ? undefined : view.unsealCard(command.sealed, command.leaseId, command.number);
  if (card === undefined) return ok({ facts: issueHandedIn(view, context, { ...handedIn(view, command, context), trades: [] }), records: [] });
  const checked = checkCard(card, context);
  if (!checked.ok && checked.error.code === 'underSixteen') return checked;
  return command.service === workService && checked.ok ? forWork(view, command, card, context) : ok({ facts: issueHandedIn(view, context, { ...handedIn(view, command, context), trades: [] }), records: [] });
}

/** By its lease; or, where the hall has forgotten the lease, by the kiosk's own stretch. */
function isOfKiosk(view: HallView, { leaseId, businessDay, service, number }: HandInLeased, { actor, settings }: Context): boolean {
  if (actor.role !== 'kiosk') return false;
  const count = serialOf(number);
  const lease = view.lease(leaseId);
  if (lease !== undefined) return lease.deviceId === actor.deviceId && lease.businessDay === businessDay && lease.service === service && isIn(count, lease);
  const own = ownSpan(settings, rulesOn(settings.queueRules, businessDay), actor.printer);
  return own !== undefined && isIn(count, own);
}

/** A known worker comes in as by any tap; somebody unknown holds a paper number that becomes theirs when they register with the same card. */
function forWork(view: HallView, command: HandInLeased, card: Card, context: Context): Result<Decision> {
  const wanted = handedIn(view, command, context);
  const worker = view.workerByNumber(card.number);
  if (worker === undefined || !worker.consented) {
    const facts = issueHandedIn(view, context, { ...wanted, trades: [] });
    return ok({ facts, records: facts.flatMap((fact) => (fact.type === 'ticketIssued' ? [{ table: 'leasedHolder' as const, ticketId: fact.ticketId, number: card.number }] : [])) });
  }
  const visit = view.visitOf(worker.workerId);
  const old = visit === undefined ? undefined : view.ticket(visit.ticketId);
  const gives = old !== undefined && givesWay(view, old, command);
  if (old !== undefined && isOpen(old) && !gives) return ok({ facts: [lapsed(command, 'alreadyHasNumber')], records: [] });
  const before: Fact[] = old === undefined || !gives ? [] : [{ type: 'ticketClosed', ticketId: old.ticketId, reason: 'duplicate' }];
  const opened: Fact[] = visit !== undefined ? [] : [{ type: 'visitOpened', visitId: context.newId(), workerId: worker.workerId, businessDay: command.businessDay }];
  const visitId = visit?.visitId ?? opened.flatMap((fact) => (fact.type === 'visitOpened' ? [fact.visitId] : []))[0];
  const moment = old !== undefined && gives ? Math.min(wanted.moment, old.ownRank) : wanted.moment;
  return ok({ facts: [...before, ...opened, ...issueHandedIn(view, context, { ...wanted, moment, visitId, trades: worker.trades })], records: [] });
}

/** The answer to `instead` was lost on its way, so nobody ever saw the number it brought. */
const givesWay = (view: HallView, old: TicketRow, { instead }: HandInLeased): boolean =>
  instead !== undefined && old.state === 'waiting' && view.ticketIssuedBy(instead) === old.ticketId;

const isOpen = ({ state }: TicketRow): boolean => state === 'waiting' || state === 'called' || state === 'parked';

function handedIn(view: HallView, command: HandInLeased, { now }: Context) {
  const floor = Math.max(view.lease(command.leaseId)?.at ?? 0, view.lastHandedIn(command.leaseId) + 1);
  return {
    service: command.service, number: command.number, leaseId: command.leaseId, visitId: undefined as string | undefined,
    // The floor may be a millisecond past now when a block is handed in at once: the order of the block comes first.
    moment: Math.max(Math.min(command.takenAt, now), floor),
    paper: command.paper,
  };
}

const lapsed = ({ leaseId, businessDay, service, number, takenAt }: HandInLeased, why: 'dayOver' | 'alreadyHasNumber'): Fact =>
  ({ type: 'leasedNumberLapsed', leaseId, businessDay, service, number, takenAt, why });
