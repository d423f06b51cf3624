/* What one line of a list asks and does: a question that finds what its number is about, then one command. */
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { Link } from '../../../kit/link.ts';
import type { Say } from '../../../i18n/texts.ts';
import { printAt } from '../../parts/form/choices.tsx';
import { askQuestion, type Told } from '../../session/ask-question.ts';
import { sendCommand, type StaffCommand } from '../../session/send-command.ts';
import { numberOf } from '../../parts/number-of.ts';
import { troubleKey } from '../../parts/trouble-text.ts';
import type { BulkAct, Line, LineState } from './lines.ts';

type Asks = Pick<Link, 'ask'>;
const failed = (why: (LineState & { at: 'failed' })['why']): LineState => ({ at: 'failed', why });

function troubleOf(told: Exclude<Told<unknown>, { kind: 'told' }>): LineState {
  return failed(troubleKey(told));
}

/** Ready with what will be done about, or failed with the reason. Changes nothing in the hall. */
export async function checkLine(link: Asks, say: Say, act: BulkAct, line: Line, day: string): Promise<LineState> {
  if (act === 'arrive') {
    const told = await askQuestion(link, 'findWorkers', { by: 'number', text: line.number });
    if (told.kind !== 'told') return troubleOf(told);
    const [worker] = told.value.workers;
    return worker === undefined ? failed('bulk.notRegistered') : { at: 'ready', id: worker.workerId, who: worker.shortName };
  }
  const told = await askQuestion(link, 'paperNumber', { number: line.number, ...(act === 'left' || day === '' ? {} : { day }) });
  if (told.kind !== 'told') return troubleOf(told);
  const { about } = told.value;
  if (act === 'left') {
    if (about.kind !== 'ticket') return failed('refusal.ticketUnknown');
    return about.state === 'waiting' || about.state === 'parked' || about.state === 'missed' ? { at: 'ready', id: about.ticketId, who: say(`ticket.${about.state}`) } : failed('refusal.ticketNotWaiting');
  }
  return about.kind === 'hire' ? { at: 'ready', id: about.hireId, who: [about.worker?.shortName, about.employerName].filter((one) => one !== undefined).join(' · ') } : failed('refusal.hireUnknown');
}

function commandOf(act: BulkAct, id: string, line: Line, printer: string | undefined): StaffCommand {
  switch (act) {
    case 'arrive': return { type: 'checkInWitnessed', workerId: id, ...(line.paper === undefined ? {} : { workNumber: line.paper }), ...printAt(printer) };
    case 'left': return { type: 'closeTicket', ticketId: id, reason: 'left' };
    case 'arrived': return { type: 'markArrived', hireId: id };
    case 'done': return { type: 'markDone', hireId: id };
    case 'paid': return { type: 'markPaid', hireId: id };
  }
}

export interface DoParts { readonly link: Asks; readonly newId: () => string; readonly say: Say; readonly act: BulkAct; readonly printer: string | undefined }

/** Done, or failed with what the hall refused. A line without an answer says so: whether it was done the next check tells. */
export async function doLine({ link, newId, say, act, printer }: DoParts, line: Line, id: string): Promise<LineState> {
  const outcome = await sendCommand(link, commandOf(act, id, line, printer), newId);
  if (outcome.kind === 'done') return { at: 'done', what: doneText(say, act, outcome.facts) };
  return failed(outcome.kind === 'refused' ? `refusal.${outcome.refusal.code}` : outcome.kind === 'noAnswer' ? 'console.noAnswer' : 'console.badAnswer');
}

function doneText(say: Say, act: BulkAct, facts: readonly Fact[]): string {
  if (act !== 'arrive') return say(`bulk.did.${act}`);
  const number = numberOf(facts);
  return number === undefined ? say('worker.sameNumber') : say('worker.gave', { number });
}
