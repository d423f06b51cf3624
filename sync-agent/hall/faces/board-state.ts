/* The board's whole state out of the tables. */
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import { wallOf } from '@kuaizhao/db/domain/hall/wall.ts';
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { ShownCall, ShownJob } from '@kuaizhao/db/hall/faces/board.ts';
import type { Faces } from '@kuaizhao/db/hall/faces/faces.ts';
import type { BoardCall, BoardJob, BoardState } from '@kuaizhao/sync-agent/contract/board.ts';

/** A large hall posts 1,500 jobs a morning; far fewer are open at once. */
const jobsLimit = 1_500;
const callsLimit = 12;

export function boardState(faces: Faces, settings: HallSettings, version: number, now: Instant): BoardState {
  const more = faces.windowLoad.moreWindows(settings, now);
  return {
    version, countedAt: now, hallName: settings.name, hotline: settings.hotline, notices: settings.notices,
    jobs: faces.board.jobs(now, jobsLimit).map(boardJob),
    calls: faces.board.calls(callsLimit).map((call) => boardCall(call, settings)),
    counts: faces.board.counts(now), wall: wallOf(settings, businessDayAt(now)),
    ...(more === 0 ? {} : { moreWindows: more }),
  };
}

export function boardJob({ jobId, number, terms, placesLeft }: ShownJob): BoardJob {
  return {
    jobId, number, trade: terms.trade, headcount: terms.headcount, placesLeft, pay: terms.pay, settlement: terms.settlement, workPlace: terms.place, startAt: terms.startAt,
    meals: terms.meals, transport: terms.transport,
    ...(terms.bay === undefined ? {} : { bay: terms.bay }), ...(terms.plate === undefined ? {} : { plate: terms.plate }), ...(terms.leaveBy === undefined ? {} : { leaveBy: terms.leaveBy }),
  };
}

export function boardCall(call: ShownCall, settings: HallSettings): BoardCall {
  const places = call.kind === 'window' ? settings.windows : settings.tables;
  return {
    callId: call.callId, number: call.number, to: { kind: call.kind, id: call.placeId }, toLabel: places.find((one) => one.id === call.placeId)?.label ?? call.placeId,
    times: call.times, at: call.at, open: call.open, ...(call.jobNumber === undefined ? {} : { jobNumber: call.jobNumber }),
  };
}
