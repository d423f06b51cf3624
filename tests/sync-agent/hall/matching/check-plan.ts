/* What holds of the living plan after every command: it is the best there is, and it knows the same people, jobs, places and calls as the tables. */
import { expect } from 'vitest';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { certify } from '@kuaizhao/db/domain/matching/plan/certificate.ts';
import { checkCrews } from '@kuaizhao/db/domain/matching/plan/crews/check-crews.ts';
import type { TestEngine } from '../../../fixtures/engine.ts';

/** The plan as it can be compared: who is planned, held and called where, and what every job costs. */
export function planOf({ db }: { readonly db: HallDb }) {
  const plan = db.matching.plan();
  const units = [...plan.allUnits()].map((unit) => ({ tickets: unit.members.map((one) => one.ticketId), since: unit.since, turn: unit.turn, inPlan: unit.inPlan, calledFor: unit.calledFor, parted: [...unit.parted].toSorted(), pairs: [...unit.pairs].toSorted() }));
  const jobs = [...plan.openJobs()].map((job) => ({ jobId: job.inputs.jobId, tiers: job.tiers.map(({ kind, places }) => ({ kind, places })), prices: plan.prices(job, false), planned: plan.plannedFor(job).map((unit) => unit.members.map((one) => one.ticketId)), called: job.called }));
  return { day: plan.day, value: plan.value(), units, jobs, bands: plan.bands.kept() };
}

export function checkPlan({ db, seen }: Pick<TestEngine, 'db' | 'seen'>, jobIds: readonly string[]): void {
  const plan = db.matching.plan();
  expect([certify(plan.claim()).violations, checkCrews(plan.crewClaim()).violations, db.matching.reading().remade]).toEqual([[], [], 0]);
  for (const fact of seen) {
    if (fact.type !== 'ticketIssued' || fact.service !== 'work') continue;
    const [row, unit] = [db.view.ticket(fact.ticketId), plan.unit(fact.ticketId)];
    const job = db.view.openCallOf(fact.ticketId)?.jobId;
    if (row?.state === 'called' && unit !== undefined) expect([row.number, unit.calledFor?.jobId]).toEqual([row.number, job]);
    if (row?.state === 'waiting' && unit !== undefined) expect([row.number, unit.calledFor]).toEqual([row.number, undefined]);
    // Whoever is alone and waits is on the floor; of a crew that is not whole nobody is.
    if (row?.visitId !== undefined && db.view.crewOf(row.visitId) === undefined) expect([row.number, unit !== undefined]).toEqual([row.number, row.state === 'waiting' || row.state === 'called']);
  }
  for (const jobId of jobIds) {
    const [row, job] = [db.view.job(jobId), plan.job(jobId)];
    if (job === undefined) continue;
    expect([jobId, job.inputs.placesLeft, job.called]).toEqual([jobId, row?.placesLeft, db.view.openCallsForJob(jobId).filter((call) => plan.unit(call.ticket.ticketId) !== undefined).length]);
    // Whoever is called keeps the place, also when fewer are wanted by now.
    if (job.planned && job.called <= (row?.placesLeft ?? 0)) expect([jobId, job.tiers.reduce((sum, tier) => sum + tier.places, 0)]).toEqual([jobId, row?.placesLeft]);
  }
}
