/* Where the hall is with a release, beside the releases themselves: it outlives the agent. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';
import { writeDurably, writeDurablySoon } from '@kuaizhao/db/durable/durable-file.ts';
import { updatesStateSchema, type UpdatesState } from './stage.ts';

/** What only counts minutes is written this seldom. */
const everyMs = 60_000;

/** A file that is not there or broken is an empty beginning: nobody gets anything until somebody says so. */
export function openState(data: string, monotonicMs: () => number, failed: () => void) {
  const path = join(data, 'updates', 'state.json');
  let state: UpdatesState = read(path) ?? { kiosks: {} };
  let [writtenMs, writing, due] = [monotonicMs(), undefined as Promise<void> | undefined, false];
  const write = (): Promise<void> => {
    due = true;
    writing ??= (async () => {
      while (due) {
        due = false;
        writtenMs = monotonicMs();
        await writeDurablySoon(path, JSON.stringify(state)).catch(failed);
      }
      writing = undefined;
    })();
    return writing;
  };
  return {
    now: (): UpdatesState => state,
    /** On the disk when it resolves; at once only when more than minutes have changed. */
    async set(next: UpdatesState): Promise<void> {
      const more = withoutMinutes(next) !== withoutMinutes(state);
      state = next;
      if (more || monotonicMs() - writtenMs > everyMs) await write();
    },
    stop(): void {
      if (writing !== undefined) return;
      try { writeDurably(path, JSON.stringify(state)); } catch { failed(); }
    },
  };
}

const withoutMinutes = ({ stage, kiosks }: UpdatesState): string => JSON.stringify({ stage, kiosks: Object.entries(kiosks).map(([id, { at: _at, wellMs: _well, missedMs: _missed, ...rest }]) => [id, rest]) });

function read(path: string): UpdatesState | undefined {
  try {
    return updatesStateSchema.parse(parsedJson(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}
