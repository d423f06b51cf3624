/* The boards' whole picture out of the tables. */
import type { CitySteadyJob } from '@kuaizhao/db/domain/content/city-offers.ts';
import { leafletsOf } from '@kuaizhao/db/domain/content/sheets.ts';
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import { wallOf } from '@kuaizhao/db/domain/hall/wall.ts';
import { businessDayAt, dayBeginsMs, dayMs, dayStart } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { FilledJob, ShownCall, ShownJob } from '@kuaizhao/db/hall/faces/board.ts';
import type { Faces } from '@kuaizhao/db/hall/faces/faces.ts';
import type { BoardPicture } from '../boards/feed.ts';
import { boardMost, type BoardBay, type BoardCall, type BoardFair, type BoardJob, type BoardState, type BoardTable } from '@kuaizhao/sync-agent/contract/board.ts';

const minuteMs = 60_000;
/** A job that is full is shown as full so long, then it is gone: long enough for every page to come round once. */
const filledShownMs = 2 * minuteMs;
/** A job that was filled last evening has its van at dawn. */
const filledKnownMs = 16 * 60 * minuteMs;
/** Vans are told so long before they leave, and so long after the time they meant to. */
const vanBeforeMs = 180 * minuteMs;
const vanAfterMs = 5 * minuteMs;

export function boardPicture(faces: Faces, settings: HallSettings, now: Instant): BoardPicture {
  const open = faces.board.jobs(now, boardMost.jobs);
  const filled = faces.board.filledJobs(now - filledShownMs + 1, boardMost.jobs);
  const vans = faces.board.filledVans({ since: now - filledKnownMs, from: now - vanAfterMs, until: now + vanBeforeMs }, boardMost.bays);
  const today = businessDayAt(now);
  const hanging = faces.boards.hanging(now, boardMost.notices);
  return {
    countedAt: now, hallName: settings.name, hotline: settings.hotline,
    notices: [...hanging.map(({ text }) => text), ...settings.notices].slice(0, boardMost.notices), urgent: hanging.filter(({ urgent }) => urgent).length,
    cityNotices: faces.city.notices(now, boardMost.cityNotices).map(({ text, urgent }) => ({ text, urgent })),
    jobs: [...open.map(boardJob), ...filled.map((job) => ({ ...boardJob(job), filledAt: job.filledAt }))].slice(0, boardMost.jobs),
    calls: faces.board.calls(boardMost.calls).map((call) => boardCall(call, settings)),
    tables: boardTables(faces, settings), bays: boardBays([...open, ...vans], now), steady: faces.board.steadyJobs(now, boardMost.steady).map(boardJob), citySteady: faces.city.steadyJobs(today).map(citySteadyJob),
    figures: boardFigures(faces, now), fairs: boardFairs(faces, settings, now), trades: [...faces.city.trades()], sheets: leafletsOf(settings, faces.city.sheets(today)).slice(0, boardMost.sheets),
    wall: wallOf(settings, today), moreWindows: faces.windowLoad.moreWindows(settings, now), counts: faces.board.counts(now),
  };
}

/** A job without news is the same object as before: who compares pictures sees it without reading 1,500 of them. Terms are one object as long as nobody changes them. */
const told = new WeakMap<ShownJob['terms'], BoardJob>();

export function boardJob(job: ShownJob): BoardJob {
  const before = told.get(job.terms);
  if (before?.jobId === job.jobId && before.placesLeft === job.placesLeft) return before;
  const fresh = freshJob(job);
  told.set(job.terms, fresh);
  return fresh;
}

/** No employer stands on a board, whoever offers the work. */
const citySteadyJob = ({ steadyId: id, trade, headcount, place: workPlace, amountFen, unit, settlement, meals, transport }: CitySteadyJob): BoardState['citySteady'][number] =>
  ({ id, trade, headcount, workPlace, pay: { kind: 'fixed', amountFen, unit }, settlement, meals, transport });

function freshJob({ jobId, number, terms, placesLeft, online }: ShownJob): BoardJob {
  return {
    jobId, number, trade: terms.trade, headcount: terms.headcount, placesLeft, pay: terms.pay, settlement: terms.settlement, workPlace: terms.place, startAt: terms.startAt,
    meals: terms.meals, transport: terms.transport, ...(online ? { online: true } : {}),
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

/** Those of this business day that are not over. */
function boardFairs(faces: Faces, settings: HallSettings, now: Instant): BoardFair[] {
  const dayEnds = dayStart(businessDayAt(now)) + dayBeginsMs + dayMs;
  return faces.fairs.view.fairsWithin(now, dayEnds).slice(0, boardMost.fairs).map(({ name: title, from, until, place, trades, tables }) => ({
    title, from, until, ...(place === undefined ? {} : { place }), trades: [...trades], labels: settings.tables.filter(({ id }) => tables.includes(id)).map(({ label }) => label),
  }));
}

function boardTables(faces: Faces, settings: HallSettings): BoardTable[] {
  const calls = faces.floor.openCalls().filter(({ kind }) => kind === 'table');
  const talking = faces.boardParts.talkingCalls();
  const sessions = new Map(faces.hiring.sessions().map(({ tableId, jobNumber }) => [tableId, jobNumber]));
  return settings.tables.map(({ id, label }) => {
    const here = calls.filter(({ placeId }) => placeId === id);
    const jobNumber = here.at(-1)?.jobNumber ?? sessions.get(id);
    const state = here.some(({ callId }) => talking.has(callId)) ? 'talking' : here.length > 0 ? 'called' : 'free';
    return { id, label, state, numbers: here.map(({ number }) => number).slice(0, boardMost.numbersAtTable), ...(jobNumber === undefined ? {} : { jobNumber }) };
  });
}

const leaves = ({ terms }: ShownJob): Instant => terms.leaveBy ?? terms.startAt;

function boardBays(jobs: readonly (ShownJob | FilledJob)[], now: Instant): BoardBay[] {
  return jobs.filter((job) => job.terms.bay !== undefined && leaves(job) > now - vanAfterMs && leaves(job) < now + vanBeforeMs)
    .sort((one, other) => leaves(one) - leaves(other) || (one.number < other.number ? -1 : 1)).slice(0, boardMost.bays)
    .map(({ number, terms: { bay = '', plate, leaveBy, startAt, trade } }) => ({
      bay, startAt, jobNumber: number, trade, ...(plate === undefined ? {} : { plate }), ...(leaveBy === undefined ? {} : { leaveBy }),
    }));
}

function boardFigures(faces: Faces, now: Instant): BoardState['figures'] {
  const { countedAt, byHour, byTrade } = faces.boardParts.dayFigures(now, boardMost.trades);
  return { countedAt, byHour: [...byHour], byTrade: [...byTrade] };
}
