/* What the audit says of a command and of whoever asked. */
import type { Command } from '../command.ts';
import type { Actor } from '../context.ts';
import type { Fact } from '../fact.ts';
import { factKey } from '../records/fact-key.ts';
import { idSchema } from '../scalars.ts';
import type { RefusalCode } from '../refusal.ts';
import type { AuditEntry } from './row.ts';

type Who = Pick<AuditEntry, 'who' | 'role' | 'device'>;

/** Whoever asks, as the audit names them. */
export function whoOf(actor: Actor): Who {
  switch (actor.role) {
    case 'kiosk': return { who: actor.deviceId, role: 'kiosk', device: actor.deviceId };
    case 'console': return { who: actor.staffId, role: actor.staffRole, ...(actor.deviceId === undefined ? {} : { device: actor.deviceId }) };
    case 'agent': return actor.operator === true ? { who: 'operator', role: 'operator' } : { who: 'agent', role: 'agent' };
  }
}

/** A command that changed something: `about` is its first fact, `journal` its newest row of the journal. A file that left the hall is noted by the agent, but it is the one who made it that did it. */
export function doneEntry(actor: Actor, command: Command, about: Fact | undefined, journal: number): AuditEntry {
  const subject = about === undefined ? undefined : factKey(about);
  return {
    act: 'command', ...whoOf(actor), ...(command.type === 'noteExport' ? { who: command.by } : {}), commandId: command.commandId, name: command.type,
    ...(subject !== undefined && idSchema.safeParse(subject).success ? { subject } : {}), outcome: 'ok', journal,
  };
}

/** A command that was refused; without a type when it was not even one. */
export function refusedEntry(actor: Actor, code: RefusalCode, { commandId, type }: { readonly commandId?: string; readonly type?: Command['type'] }): AuditEntry {
  return { act: 'refused', ...whoOf(actor), ...(commandId === undefined ? {} : { commandId }), ...(type === undefined ? {} : { name: type }), outcome: code };
}
