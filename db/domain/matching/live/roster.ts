/* Everybody and every job on the floor, and who could meet whom: by trade, and by name where somebody asked for a job. */
import type { Id } from '../plan/door/event.ts';
import type { TradeCode } from '../../trades/trade.ts';
import type { OpenJob } from './open-job.ts';
import { unitOrder, type Standing, type Unit } from './unit.ts';

/** Room for a few who are put behind somebody; more than 127 in one minute of one hall share the last. */
const turnStep = 8;

export class Roster {
  private readonly units = new Map<string, Unit>();
  private readonly byId = new Map<Id, Unit>();
  private readonly unitsOfTrade = new Map<TradeCode, Set<Unit>>();
  private readonly applicants = new Map<string, Set<Unit>>();
  /** jobs that ask for a number by name */
  private readonly asking = new Map<string, Set<OpenJob>>();
  private readonly numbers = new Map<string, Unit>();
  private readonly minutes = new Map<number, number>();
  private readonly turns = new Map<string, number>();
  private readonly jobs = new Map<string, OpenJob>();
  private readonly jobsOfTrade = new Map<TradeCode, Set<OpenJob>>();

  /** Place within its minute, eight steps apart in the order of the hall; whoever comes in again keeps it, and whoever was put behind somebody stands one step after. */
  turnOf(standing: Standing, ticketId: string): number {
    const minute = Math.floor(standing.since / 60_000);
    if (standing.back !== 0) {
      const inFront = [...this.byId.values()].filter((unit) => Math.floor(unit.since / 60_000) === minute && unitOrder(unit, standing) < 0);
      return inFront.length === 0 ? 0 : Math.max(...inFront.map((unit) => unit.turn)) + 1;
    }
    const key = `${ticketId} ${minute}`;
    const known = this.turns.get(key);
    if (known !== undefined) return known;
    const turn = this.minutes.get(minute) ?? 0;
    this.minutes.set(minute, turn + turnStep);
    this.turns.set(key, turn);
    return turn;
  }

  addUnit(unit: Unit): void {
    this.byId.set(unit.id, unit);
    for (const member of unit.members) {
      this.units.set(member.ticketId, unit);
      this.numbers.set(member.number, unit);
      for (const trade of member.trades) put(this.unitsOfTrade, trade, unit);
      for (const jobId of member.applied) put(this.applicants, jobId, unit);
    }
  }

  dropUnit(unit: Unit): void {
    this.byId.delete(unit.id);
    for (const member of unit.members) {
      this.units.delete(member.ticketId);
      this.numbers.delete(member.number);
      for (const trade of member.trades) this.unitsOfTrade.get(trade)?.delete(unit);
      for (const jobId of member.applied) this.applicants.get(jobId)?.delete(unit);
    }
  }

  addJob(job: OpenJob): void {
    this.jobs.set(job.inputs.jobId, job);
    put(this.jobsOfTrade, job.inputs.terms.trade, job);
    if (job.inputs.terms.namedTicket !== undefined) put(this.asking, job.inputs.terms.namedTicket, job);
  }

  dropJob(job: OpenJob): void {
    this.jobs.delete(job.inputs.jobId);
    this.jobsOfTrade.get(job.inputs.terms.trade)?.delete(job);
    this.asking.get(job.inputs.terms.namedTicket ?? '')?.delete(job);
  }

  unit(ticketId: string): Unit | undefined { return this.units.get(ticketId); }
  unitOfId(id: Id): Unit | undefined { return this.byId.get(id); }
  job(jobId: string): OpenJob | undefined { return this.jobs.get(jobId); }
  allUnits(): Iterable<Unit> { return this.byId.values(); }
  allJobs(): Iterable<OpenJob> { return this.jobs.values(); }

  /** Jobs of the trades of its members, those they asked for, and those that ask for one of them. */
  jobsFor(unit: Unit): OpenJob[] {
    const found = new Set<OpenJob>();
    for (const { number, trades, applied } of unit.members) {
      for (const job of this.asking.get(number) ?? []) found.add(job);
      for (const trade of trades) for (const job of this.jobsOfTrade.get(trade) ?? []) found.add(job);
      for (const jobId of applied) { const job = this.jobs.get(jobId); if (job !== undefined) found.add(job); }
    }
    return [...found];
  }

  unitsFor({ inputs: { jobId, terms } }: OpenJob): Unit[] {
    const named = this.numbers.get(terms.namedTicket ?? '');
    return [...new Set([...named === undefined ? [] : [named], ...this.unitsOfTrade.get(terms.trade) ?? [], ...this.applicants.get(jobId) ?? []])];
  }
}

function put<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, new Set([value]));
  else there.add(value);
}
