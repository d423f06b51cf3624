/* A file leaves the hall: who took it, who stood beside, what was in it. Personal data leave before four eyes only. */
import type { Context } from '../context.ts';
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

/** What a console is about to be shown of one person. Refuses `notYourRole` to everybody but the agent, `secondPersonMissing` when nobody else has said yes, `workerUnknown`. */
export function decideNoteShown(view: Pick<HallView, 'worker'>, command: NoteShown, context: Context): Result<Decision> {
  if (context.actor.role !== 'agent') return refuse('notYourRole');
  const second = secondPerson(command.by, command.approvedBy);
  if (!second.ok) return second;
  const { workerId, view: shown, reason, by, approvedBy } = command;
  return view.worker(workerId) === undefined ? refuse('workerUnknown', 'workerId') : ok({ facts: [{ type: 'personalShown', workerId, view: shown, reason, by, approvedBy }], records: [] });
}
