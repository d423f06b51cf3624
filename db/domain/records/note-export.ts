/* A file leaves the hall: who took it, who stood beside, what was in it. Personal data leave before four eyes only. */
import type { Context } from '../context.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision } from '../view.ts';
import type { NoteExport } from './commands.ts';

/** Refuses `notYourRole` to everybody but the agent, `secondPersonMissing` when people are in the file and nobody else has said yes. */
export function decideNoteExport(command: NoteExport, context: Context): Result<Decision> {
  if (context.actor.role !== 'agent') return refuse('notYourRole');
  const second = secondPerson(command.personal, command.by, command.approvedBy);
  if (!second.ok) return second;
  const { what, format, from, to, personal, rows, digest, by, approvedBy } = command;
  return ok({
    facts: [{ type: 'recordsExported', exportId: context.newId(), what, format, from, to, personal, rows, digest, by, ...(approvedBy === undefined ? {} : { approvedBy }) }],
    records: [],
  });
}

/** Two different people for a file with people in it. Refuses `secondPersonMissing`. */
export const secondPerson = (personal: boolean, by: string, approvedBy: string | undefined): Result<undefined> =>
  (personal && (approvedBy === undefined || approvedBy === by) ? refuse('secondPersonMissing', 'approvedBy') : ok(undefined));
