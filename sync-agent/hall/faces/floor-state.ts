/* The floor as staff see it out of the tables. */
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import { helpKindSchema } from '@kuaizhao/db/domain/queue/desk/commands.ts';
import { workService } from '@kuaizhao/db/domain/queue/facts.ts';
import { rulesOn } from '@kuaizhao/db/domain/queue/rules.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { FloorWindow } from '@kuaizhao/db/hall/faces/floor.ts';
import type { Faces } from '@kuaizhao/db/hall/faces/faces.ts';
import type { FloorCall, FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import type { ShownCall } from '@kuaizhao/db/hall/faces/board.ts';
import { boardCall, boardJob } from './board-state.ts';
import type { Echoes } from './echoes.ts';

const jobsLimit = 1_500;
const papersLimit = 50;
/** Trouble with a paper older than this is history. */
const paperTroubleMs = 12 * 3_600_000;

interface FloorParts { readonly faces: Faces; readonly settings: HallSettings; readonly devices: FloorState['devices']; readonly echoes: Pick<Echoes, 'of' | 'unheard'> }

export function floorState({ faces, settings, devices, echoes }: FloorParts, version: number, now: Instant): FloorState {
  const calls = faces.floor.openCalls();
  const more = faces.windowLoad.moreWindows(settings, now);
  const shown = (call: ShownCall): FloorCall => ({ ...boardCall(call, settings), ...echoes.of(call.callId, call.times), trades: [...call.trades], ...(call.jobId === undefined ? {} : { jobId: call.jobId }), ...(call.begun ? { begun: true as const } : {}) });
  const callsAt = (kind: 'window' | 'table', id: string) => calls.filter((call) => call.kind === kind && call.placeId === id).map(shown);
  const waitingByTrade = faces.floor.waitingByTrade();
  const last = faces.floor.day();
  const sitting = faces.floor.windows();
  const services = [{ code: workService, label: '找活' }, ...settings.services];
  return {
    version, countedAt: now, counts: faces.board.counts(now),
    services: services.map(({ code, label }) => {
      const { waiting, next, oldest } = faces.floor.queue(code);
      const { wait } = faces.queue.waitFor(code, now);
      return { code, label, waiting, ...(next === undefined ? {} : { next }), ...(wait === undefined ? {} : { wait }), ...(oldest === undefined ? {} : { oldest }) };
    }),
    windows: settings.windows.map((window) => {
      const call = callsAt('window', window.id).at(-1);
      return { ...window, ...(call === undefined ? {} : { call }), ...windowNow(sitting.get(window.id)) };
    }),
    ...(last === undefined ? {} : { day: last.day }), dayClosed: last?.closed === true, ...(more === 0 ? {} : { moreWindows: more }),
    ...(rulesOn(settings.queueRules, businessDayAt(now)).autoCalls.on ? { autoCalls: true as const } : {}),
    tables: settings.tables.map((table) => ({ id: table.id, label: table.label, calls: callsAt('table', table.id) })),
    jobs: faces.board.jobs(now, jobsLimit).map((job) => ({ ...boardJob(job), eligible: waitingByTrade.get(job.terms.trade) ?? 0 })),
    devices: [...devices], printers: [...settings.printers], papers: faces.floor.papersInTrouble(now - paperTroubleMs, papersLimit), unheard: echoes.unheard(calls, now).slice(0, 20),
  };
}

function windowNow(row: FloorWindow | undefined): Pick<FloorState['windows'][number], 'staffId' | 'profile' | 'help' | 'parked' | 'undo'> {
  if (row === undefined) return {};
  const help = helpKindSchema.safeParse(row.help?.kind);
  return {
    ...(row.staffId === undefined ? {} : { staffId: row.staffId }), ...(row.profile === undefined ? {} : { profile: row.profile }),
    ...(row.help === undefined || !help.success ? {} : { help: { kind: help.data, at: row.help.at } }),
    ...(row.parked.length === 0 ? {} : { parked: [...row.parked] }), ...(row.undo === undefined ? {} : { undo: row.undo }),
  };
}
