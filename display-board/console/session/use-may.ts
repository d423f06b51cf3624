/* What whoever is signed in may send and ask, by the tables that the hall itself goes by. The hall refuses the rest anyway; a page only spares people buttons that end in a refusal. */
import type { CommandType } from '@kuaizhao/db/domain/command.ts';
import { staffMay } from '@kuaizhao/sync-agent/contract/may/commands.ts';
import { staffMayAsk } from '@kuaizhao/sync-agent/contract/may/questions.ts';
import type { QueryName } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { useMemory } from './desk-session.tsx';

export interface May { readonly may: (type: CommandType) => boolean; readonly mayAsk: (name: QueryName) => boolean }

/** Nobody signed in: nothing. */
export function useMay(): May {
  const role = useMemory().signedIn?.role;
  return {
    may: (type) => role !== undefined && staffMay(role, type),
    mayAsk: (name) => role !== undefined && staffMayAsk(role, name),
  };
}
