/* Which calls a board has shown: a call that nobody saw must be cried out by staff. */
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { ShownCall } from '@kuaizhao/db/hall/faces/board.ts';

/** After this long without an echo the console says 大屏未响应，请喊号. */
const echoMs = 3_000;
const keptLimit = 500;

export function createEchoes() {
  const shown = new Set<string>();
  const key = (callId: string, times: number) => `${callId} ${times}`;
  return {
    shown(callId: string, times: number): void {
      shown.add(key(callId, times));
      if (shown.size > keptLimit) shown.delete(shown.values().next().value ?? '');
    },
    /** Numbers of open calls that no board has shown in time. */
    unheard: (calls: readonly ShownCall[], now: Instant): string[] =>
      calls.filter((call) => call.open && now - call.at > echoMs && !shown.has(key(call.callId, call.times))).map((call) => call.number),
  };
}
export type Echoes = ReturnType<typeof createEchoes>;
