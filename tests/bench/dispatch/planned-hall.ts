/* Our policy with nothing left out: the living plan, its lists, its rule for the next table and its eye for scarce tables. */
import { HallPlan } from '@kuaizhao/db/domain/matching/live/hall-plan.ts';
import { listFor } from '@kuaizhao/db/domain/matching/live/list.ts';
import { areTablesScarce, nextJobOf } from '@kuaizhao/db/domain/matching/live/questions.ts';
import { certify, type Certificate } from '@kuaizhao/db/domain/matching/plan/certificate.ts';
import type { MatchingRules } from '@kuaizhao/db/domain/matching/rules.ts';
import type { Hall, Session } from './hall.ts';
import { day, type Person, type Posting, type World } from './world.ts';

export class PlannedHall implements Hall {
  private readonly plan = new HallPlan();
  private readonly people: ReadonlyMap<string, Person>;
  private readonly postings: ReadonlyMap<string, Posting>;
  private readonly tableIds: readonly string[];
  readonly counts = { plannedLong: 0, workerWaitsLong: 0, best: 0, scarce: 0 };

  constructor({ people, postings }: World, tables: number, rules: MatchingRules) {
    this.people = new Map(people.map((person) => [person.inputs.ticketId, person]));
    this.postings = new Map(postings.map((posting) => [posting.job.jobId, posting]));
    this.tableIds = Array.from({ length: tables }, (_, table) => tableId(table));
    this.plan.apply({ move: 'day', day, rules, bands: [] });
  }

  arrive({ inputs }: Person, at: number): void { this.plan.apply({ move: 'arrive', members: [inputs], at }); }
  leave({ inputs }: Person, at: number): void { this.plan.apply({ move: 'leave', ticketId: inputs.ticketId, at }); }
  open({ job }: Posting, at: number): void { this.plan.apply({ move: 'open', job, planned: true, at }); }
  close({ job }: Posting, at: number): void { this.plan.apply({ move: 'close', jobId: job.jobId, at }); }
  declined({ inputs }: Person, { job }: Posting, at: number): void { this.plan.apply({ move: 'decline', ticketId: inputs.ticketId, jobId: job.jobId, at }); }
  released({ inputs }: Person, _: Posting, at: number): void { this.plan.apply({ move: 'release', ticketId: inputs.ticketId, at }); }
  hired({ inputs }: Person, { job }: Posting, at: number): void { this.plan.apply({ move: 'hire', ticketId: inputs.ticketId, jobId: job.jobId, at }); }
  ended(): void { /* the plan saw the last of them leave the table */ }

  /** Proof that the plan as it stands is the best one. */
  certificate(): Certificate { return certify(this.plan.claim()); }

  next(table: number, now: number): Session | undefined {
    const { plan } = this;
    const chosen = nextJobOf(plan, now, new Set());
    const job = plan.job(chosen?.jobId ?? '');
    const posting = this.postings.get(chosen?.jobId ?? '');
    if (chosen === undefined || job === undefined || posting === undefined) return undefined;
    const scarce = areTablesScarce(plan, now, this.tableIds);
    const most = Math.min(job.inputs.placesLeft - job.called, plan.rules.listAtMost);
    const units = listFor(plan, chosen.jobId, { most, scarce }) ?? [];
    const list = units.flatMap(({ members }) => members.map(({ ticketId }) => this.people.get(ticketId))).filter((person) => person !== undefined);
    if (list.length === 0) return undefined;
    this.counts[chosen.why] += 1;
    if (scarce) this.counts.scarce += 1;
    for (const { inputs } of list) plan.apply({ move: 'call', ticketId: inputs.ticketId, jobId: chosen.jobId, tableId: tableId(table), at: now });
    return { posting, list };
  }
}

const tableId = (table: number): string => `table-${table}`;
