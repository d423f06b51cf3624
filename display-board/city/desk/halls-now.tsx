/* Halls as the desk sees them: the directory of the registry beside the live figures. */
import { createContext, useContext, type ReactNode } from 'react';
import { cityAlarms, shippedThresholds, type CityAlarm, type Thresholds } from '@kuaizhao/db/domain/registry/alarms.ts';
import { entrySchemas, type EntryBody } from '@kuaizhao/db/domain/registry/entries.ts';
import type { HallFigures } from '@kuaizhao/sync-agent/contract/figures.ts';
import { busyOf, type Busy } from '../map/busy.ts';
import { useFigures, useQuestion } from './session.tsx';

export interface HallNow { readonly hallId: string; readonly name: string; readonly entry: EntryBody<'hall'> | undefined; readonly live: HallFigures | undefined; readonly busy: Busy }
export interface HallsNow { readonly halls: readonly HallNow[]; readonly alarms: readonly CityAlarm[]; readonly nameOf: (hallId: string) => string; readonly at: number | undefined }

const HallsContext = createContext<HallsNow | undefined>(undefined);

/** Asks once for a whole page of the desk, and again for the next one. */
export function HallsProvider({ children }: { readonly children: ReactNode }) {
  const halls = useHallsAsked();
  return <HallsContext value={halls}>{children}</HallsContext>;
}

export function useHalls(): HallsNow {
  const halls = useContext(HallsContext);
  if (halls === undefined) throw new Error('outside HallsProvider');
  return halls;
}

function useHallsAsked(): HallsNow {
  const { figures } = useFigures();
  const directory = useQuestion('entries', { kind: 'hall' });
  const limits = useQuestion('entries', { kind: 'thresholds' });
  const thresholds: Thresholds = entrySchemas.thresholds.safeParse(limits.value?.[0]?.body).data ?? shippedThresholds;
  const entries = new Map((directory.value ?? []).flatMap(({ key, body }) => { const read = entrySchemas.hall.safeParse(body); return read.success ? [[key, read.data] as const] : []; }));
  const live = new Map((figures?.halls ?? []).map((hall) => [hall.hallId, hall]));
  const ids = [...new Set([...live.keys(), ...entries.keys()])].sort();
  const halls = ids.map((hallId): HallNow => {
    const [entry, now] = [entries.get(hallId), live.get(hallId)];
    return { hallId, name: entry?.name ?? now?.name ?? hallId, entry, live: now, busy: busyOf(now, thresholds.waiting) };
  });
  const alarms = figures === undefined ? [] : cityAlarms(figures.halls.map(({ hallId, state, lastSeenAt, counts }) => ({ hallId, state, lastSeenAt, ...counts })), thresholds, figures.at);
  return { halls, alarms, nameOf: (hallId) => entries.get(hallId)?.name ?? live.get(hallId)?.name ?? hallId, at: figures?.at };
}
