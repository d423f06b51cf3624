/* A card on the reader: the worker comes in and gets the day's number. */
import type { Context } from '../../context.ts';
import type { Fact } from '../../fact.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { tradeByCode } from '../../trades/trade.ts';
import type { Decision, HallView } from '../../view.ts';
import { arrive, checkCard } from './arrive.ts';
import { yieldsTo, type Card } from '../card.ts';
import type { CheckIn, Consent, RegisterWorker } from '../commands.ts';
import { proposeMerges } from '../merging/propose.ts';
import { profileOfCard } from '../profile.ts';
import type { ProfileRecord } from '../view.ts';

/** One tap of a known worker. Refuses `cardNumberWrong`, `underSixteen`, `workerUnknown`, `consentMissing` (it was withdrawn), what `arrive` refuses. */
export function decideCheckIn(view: HallView, command: CheckIn, context: Context): Result<Decision> {
  const card = checkCard(command.card, context);
  if (!card.ok) return card;
  const worker = view.workerByNumber(command.card.number);
  if (worker === undefined) return refuse('workerUnknown');
  if (!worker.consented) return refuse('consentMissing', 'card');
  return withRenewed(view, command.card, arrive(view, { worker, workNumber: command.workNumber, printer: command.printer, card: command.card }, context));
}

/** First visit: registration, consent by purpose, visit and number in one step. Somebody already known is simply checked in. Refuses `cardNumberWrong`, `underSixteen`, `consentMissing`, `tradeUnknown`, what `arrive` refuses. */
export function decideRegisterWorker(view: HallView, command: RegisterWorker, context: Context): Result<Decision> {
  const card = checkCard(command.card, context);
  if (!card.ok) return card;
  if (!command.consent.purposes.includes('registration')) return refuse('consentMissing', 'consent.purposes');
  if (command.trades.some((code) => tradeByCode(code) === undefined)) return refuse('tradeUnknown', 'trades');
  const known = view.workerByNumber(command.card.number);
  if (known !== undefined) {
    const consents = known.consented ? [] : consentFacts(known.workerId, command.consent);
    return withRenewed(view, command.card, withBefore(consents, arrive(view, { worker: known, workNumber: command.workNumber, printer: command.printer, card: command.card }, context)));
  }
  const workerId = context.newId();
  const trades = [...new Set(command.trades)];
  const before: Fact[] = [
    { type: 'workerRegistered', workerId, trades }, ...consentFacts(workerId, command.consent),
    ...proposeMerges(view, { workerId, name: command.card.name, birth: command.card.birth, kind: 'card' }, context),
  ];
  const arrived = withBefore(before, arrive(view, { worker: { workerId, trades }, workNumber: command.workNumber, printer: command.printer, card: command.card }, context));
  if (!arrived.ok) return arrived;
  return ok({ ...arrived.value, records: [...arrived.value.records, { table: 'worker', workerId, profile: profileOfCard(command.card), phone: command.phone }] });
}

/** One fact a purpose, each purpose once. */
export const consentFacts = (workerId: string, { purposes, textVersion }: Consent): Fact[] =>
  [...new Set(purposes)].map((purpose): Fact => ({ type: 'consentGiven', workerId, purpose, textVersion }));

export const withBefore = (before: readonly Fact[], decision: Result<Decision>): Result<Decision> =>
  decision.ok ? ok({ ...decision.value, facts: [...before, ...decision.value.facts] }) : decision;

/** A new card after a changed name, or the first card after a number that was only told: the record gets a new version. */
function withRenewed(view: HallView, card: Card, decision: Result<Decision>): Result<Decision> {
  const changed = decision.ok ? view.changedByCard(card) : undefined;
  if (!decision.ok || changed === undefined || changed.fields.length === 0 || yieldsTo(card, changed.record.document)) return decision;
  const { workerId, version } = changed.record;
  const record: ProfileRecord = { table: 'profile', workerId, changes: profileOfCard(card) };
  const fact: Fact = { type: 'profileChanged', workerId, version: version + 1, source: 'card', fields: [...changed.fields] };
  return ok({ ...decision.value, facts: [fact, ...decision.value.facts], records: [...decision.value.records, record] });
}
