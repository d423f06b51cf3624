/* A file leaves the hall: who took it, who stood beside, what was in it. Personal data leave before four eyes only. */
import type { Context } from '../context.ts';
import { nextRightReceipt } from '../people/data/receipts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { secondPerson } from '../staff/second-person.ts';
import type { Decision, HallView } from '../view.ts';
import type { NoteExport, NoteShown } from './commands.ts';

/** Refuses `notYourRole` to everybody but the agent, `secondPersonMissing` when people are in the file and nobody else has said yes. */
export function decideNoteExport(command: NoteExport, context: Context): Result<Decision> {
  if (context.actor.role !== 'agent') return refuse('notYourRole');
  const second = command.personal ? secondPerson(command.by, command.approvedBy) : ok(undefined);
  if (!second.ok) return second;
  const { what, format, from, to, personal, rows, digest, by, approvedBy } = command;
  return ok({
    facts: [{ type: 'recordsExported', exportId: context.newId(), what, format, from, to, personal, rows, digest, by, ...(approvedBy === undefined ? {} : { approvedBy }) }],
    records: [],
  });
}

/** What a console is about to be shown of one person, or a kiosk of its own; a copy of everything that the person asked for has its receipt. Refuses `notYourRole` to everybody but the agent, `secondPersonMissing` when nobody else has said yes, `workerUnknown`. */
export function decideNoteShown(view: HallView, { workerId, view: shown, reason, by, approvedBy, kiosk }: NoteShown, context: Context): Result<Decision> {
  if (context.actor.role !== 'agent') return refuse('notYourRole');
  // At a kiosk the own card lies there.
  const second = kiosk !== undefined ? ok(undefined) : by === undefined ? refuse('secondPersonMissing', 'by') : secondPerson(by, approvedBy);
  if (!second.ok) return second;
  if (view.worker(workerId) === undefined) return refuse('workerUnknown', 'workerId');
  const receipt = shown === 'accessCopy' && reason === 'personAsked' ? nextRightReceipt(view) : undefined;
  const who = { ...(by === undefined ? {} : { by }), ...(approvedBy === undefined ? {} : { approvedBy }), ...(kiosk === undefined ? {} : { kiosk }) };
  return ok({ facts: [{ type: 'personalShown', workerId, view: shown, reason, ...who, ...(receipt === undefined ? {} : { receipt }) }], records: [] });
}
