/* Which calls this board has told the agent that it painted: each (call, times) once for a connection, for after a restart the agent asks anew. */
import type { BoardCall } from '@kuaizhao/sync-agent/contract/board.ts';

const keptLimit = 500;

export function createShownCalls(tell: (echo: Pick<BoardCall, 'callId' | 'times'>) => void) {
  const told = new Set<string>();
  return {
    painted(calls: readonly BoardCall[]): void {
      for (const { callId, times, open } of calls) {
        const key = `${callId} ${String(times)}`;
        if (!open || told.has(key)) continue;
        told.add(key);
        if (told.size > keptLimit) told.delete(told.values().next().value ?? '');
        tell({ callId, times });
      }
    },
    connectedAnew: (): void => { told.clear(); },
  };
}
