/* From what devices say to facts: at once when something changes, held together when it flaps. */
import type { DeviceKind, DeviceState } from '@kuaizhao/db/domain/devices/commands.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { HallClock } from '../clock.ts';

export const noteLimits = {
  /** a first change is noted at once; the next of the same part not before, and then as it is by then */
  apartMs: 1_000,
  /** so many changes of one part within a minute are flapping: then it is noted this far apart */
  flapsPerMinute: 6,
  flappingApartMs: 30_000,
  /** after a start of the agent devices have so long to come back before they count as lost */
  graceMs: 10_000,
} as const;

interface Part { noted: DeviceState | undefined; wanted: DeviceState; notedMs: number; readonly changesMs: number[]; cancel: (() => void) | undefined }

export interface DeviceNotesParts {
  readonly clock: Pick<HallClock, 'monotonicMs' | 'after'>;
  readonly newId: () => string;
  readonly engine: { handle(message: unknown, actor: { readonly role: 'agent' }): Promise<Answer> };
}

export function createDeviceNotes({ clock, newId, engine }: DeviceNotesParts) {
  const parts = new Map<string, Part>();
  let stopped = false;
  const note = (deviceId: string, kind: DeviceKind, part: Part): void => {
    part.cancel = undefined;
    if (stopped || part.noted === part.wanted) return;
    part.noted = part.wanted;
    part.notedMs = clock.monotonicMs();
    void engine.handle({ type: 'noteDevice', commandId: newId(), deviceId, kind, state: part.wanted }, { role: 'agent' });
  };
  return {
    /** As the device says it is now. */
    state(deviceId: string, kind: DeviceKind, state: DeviceState): void {
      const key = `${kind} ${deviceId}`;
      const now = clock.monotonicMs();
      const part = parts.get(key) ?? { noted: undefined, wanted: state, notedMs: -Infinity, changesMs: [], cancel: undefined };
      parts.set(key, part);
      if (part.noted !== undefined && part.wanted === state) return;
      part.wanted = state;
      part.changesMs.push(now);
      while ((part.changesMs[0] ?? now) < now - 60_000) part.changesMs.shift();
      const apart = part.changesMs.length > noteLimits.flapsPerMinute ? noteLimits.flappingApartMs : noteLimits.apartMs;
      const waitMs = part.notedMs + apart - now;
      if (waitMs <= 0) {
        part.cancel?.();
        note(deviceId, kind, part);
      } else part.cancel ??= clock.after(waitMs, () => note(deviceId, kind, part));
    },
    stop(): void {
      stopped = true;
      for (const part of parts.values()) part.cancel?.();
    },
  };
}
export type DeviceNotes = ReturnType<typeof createDeviceNotes>;
