/* The policies to compare with: lists by the longest wait, or by fit alone; tables by our rule, or to whoever posted first. They keep to the same hard rules. */
import { fitOf, fitPartsOf } from '@kuaizhao/db/domain/matching/pairs/fit.ts';
import { whyNoPair } from '@kuaizhao/db/domain/matching/pairs/no-pair.ts';
import type { MatchingRules } from '@kuaizhao/db/domain/matching/rules.ts';
import { acceptancePerMille, bandOf, type Taken } from '@kuaizhao/db/domain/matching/tables/acceptance.ts';
import { nextJob, type JobWaiting } from '@kuaizhao/db/domain/matching/tables/next-job.ts';
import type { Hall, Session } from './hall.ts';
import type { Person, Posting } from './world.ts';

export interface Manner { readonly list: 'longestWait' | 'fit'; readonly table: 'ours' | 'firstPosted' }

interface Candidate { readonly person: Person; /** smaller comes first */ readonly key: number }
interface Job { readonly posting: Posting; readonly band: string; placesLeft: number; called: number; waitsSince: number; /** in order; who went is left in until it is looked at */ candidates: Candidate[] }

export class WaitingHall implements Hall {
  private readonly waiting = new Set<Person>();
  private readonly jobs = new Map<Posting, Job>();
  private readonly parted = new Map<Person, Set<Posting>>();
  private readonly bands = new Map<string, Taken>();

  private readonly manner: Manner;
  private readonly rules: MatchingRules;

  constructor(manner: Manner, rules: MatchingRules) {
    this.manner = manner;
    this.rules = rules;
  }

  arrive(person: Person, at: number): void {
    this.waiting.add(person);
    for (const job of this.jobs.values()) if (whyNoPair(person.inputs, job.posting.job, at) === undefined) insert(job.candidates, this.candidate(person, job.posting));
  }

  leave(person: Person): void { this.waiting.delete(person); }

  open(posting: Posting, at: number): void {
    const candidates = [...this.waiting].filter(({ inputs }) => whyNoPair(inputs, posting.job, at) === undefined).map((person) => this.candidate(person, posting)).sort(inOrder);
    this.jobs.set(posting, { posting, band: bandOf(posting.job.terms), placesLeft: posting.job.placesLeft, called: 0, waitsSince: at, candidates });
  }

  close(posting: Posting): void { this.jobs.delete(posting); }

  declined(person: Person, posting: Posting, at: number): void {
    this.parted.set(person, (this.parted.get(person) ?? new Set()).add(posting));
    this.count(posting, 0);
    this.back(person, posting, at);
  }

  released(person: Person, posting: Posting, at: number): void { this.back(person, posting, at); }

  hired(_: Person, posting: Posting): void {
    this.count(posting, 1);
    const job = this.jobs.get(posting);
    if (job === undefined) return;
    job.placesLeft -= 1;
    job.called -= 1;
  }

  ended(_: number, posting: Posting, at: number): void {
    const job = this.jobs.get(posting);
    if (job !== undefined && job.called === 0) job.waitsSince = at;
  }

  next(_: number, now: number): Session | undefined {
    const waiting: JobWaiting[] = [];
    const lists = new Map<string, { readonly job: Job; readonly list: readonly Person[] }>();
    for (const job of this.jobs.values()) {
      if (job.placesLeft <= job.called) continue;
      const list = this.listOf(job);
      if (list.length === 0) continue;
      const { jobId } = job.posting.job;
      lists.set(jobId, { job, list });
      if (this.manner.table === 'firstPosted') break;
      waiting.push({
        jobId, order: job.posting.index, waitsSince: job.waitsSince, planned: list.length, list: list.map(({ inputs }) => inputs), acceptance: acceptancePerMille(this.bands.get(job.band)),
        longestEligible: Math.min(...list.map(({ inputs }) => inputs.at)),
      });
    }
    const chosen = this.manner.table === 'firstPosted' ? lists.values().next().value : lists.get(nextJob(waiting, now, this.rules)?.jobId ?? '');
    if (chosen === undefined) return undefined;
    chosen.job.called += chosen.list.length;
    for (const person of chosen.list) this.waiting.delete(person);
    return { posting: chosen.job.posting, list: chosen.list };
  }

  private listOf(job: Job): Person[] {
    const most = Math.min(job.placesLeft - job.called, this.rules.listAtMost);
    const list: Person[] = [];
    for (const { person } of job.candidates) {
      if (list.length >= most) break;
      if (this.waiting.has(person) && this.parted.get(person)?.has(job.posting) !== true) list.push(person);
    }
    return list;
  }

  private back(person: Person, posting: Posting, at: number): void {
    const job = this.jobs.get(posting);
    if (job !== undefined) job.called -= 1;
    if (at < person.until) this.waiting.add(person);
  }

  private candidate(person: Person, { job }: Posting): Candidate {
    return { person, key: this.manner.list === 'fit' ? -fitOf(fitPartsOf(person.inputs, job)) : person.inputs.since };
  }

  private count({ job }: Posting, accepted: number): void {
    const band = bandOf(job.terms);
    const before = this.bands.get(band) ?? { accepted: 0, offers: 0 };
    this.bands.set(band, { accepted: before.accepted + accepted, offers: before.offers + 1 });
  }
}

const inOrder = (a: Candidate, b: Candidate): number => a.key - b.key || a.person.index - b.person.index;

function insert(candidates: Candidate[], one: Candidate): void {
  let [from, to] = [0, candidates.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const there = candidates[middle];
    if (there !== undefined && inOrder(there, one) < 0) from = middle + 1;
    else to = middle;
  }
  candidates.splice(from, 0, one);
}
