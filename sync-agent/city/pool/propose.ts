/* One round of the pool: the best plan over everybody and every place that the halls could not bring together themselves, by the same rules as in a hall. */
import { endOfDay } from '@kuaizhao/db/domain/matching/live/pair.ts';
import { fitPartsOf } from '@kuaizhao/db/domain/matching/pairs/fit.ts';
import type { JobInputs, WorkerInputs } from '@kuaizhao/db/domain/matching/pairs/inputs.ts';
import { whyNoPair } from '@kuaizhao/db/domain/matching/pairs/no-pair.ts';
import { pairScore, placesByTier, type PlaceTier } from '@kuaizhao/db/domain/matching/pairs/pair-score.ts';
import type { FitParts } from '@kuaizhao/db/domain/matching/pairs/reasons.ts';
import { certify } from '@kuaizhao/db/domain/matching/plan/certificate.ts';
import { Plan } from '@kuaizhao/db/domain/matching/plan/plan.ts';
import { scoreOf, shiftOfCity } from '@kuaizhao/db/domain/matching/score.ts';
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { LeftJob, LeftPerson } from '@kuaizhao/sync-agent/contract/pool.ts';

export interface PoolHall { readonly hallId: string; readonly people: readonly LeftPerson[]; readonly jobs: readonly LeftJob[] }
export interface PoolFacts {
  readonly now: number;
  /** places of a job that may be offered now: those over, less the open offers */
  readonly placesOf: (hallId: string, jobId: string) => number;
  /** has an offer, or a place elsewhere */
  readonly isTaken: (hallId: string, ticketId: string) => boolean;
  /** jobs that were offered to this number before */
  readonly triedBy: (hallId: string, ticketId: string) => readonly string[];
  /** between two halls; undefined where the city does not know it, and then it hinders nobody */
  readonly km: (from: string, to: string) => number | undefined;
}
export interface Proposal { readonly workerHall: string; readonly person: LeftPerson; readonly jobHall: string; readonly job: LeftJob; readonly fit: FitParts; readonly km: number | undefined }

export const proposeLimits = {
  /** of all halls together, by virtual arrival; the others come with the next round. 3,000 people and 25,000 places hold the hub up for 0.3 s at most, 10,000 for more than a second */
  people: 3_000,
  /** of one person, the best */
  pairs: 64,
  /** people after whom everybody else has a turn */
  breathEvery: 32,
} as const;

interface OpenPlaces { readonly hallId: string; readonly job: LeftJob; readonly inputs: JobInputs; readonly tiers: readonly { readonly tier: PlaceTier; readonly places: number }[]; first: number }
interface Edge { readonly place: OpenPlaces; readonly tier: number; readonly weight: number }
export interface Round { readonly proposals: readonly Proposal[]; /** the proof holds that no other way is better */ readonly optimal: boolean; readonly people: number; readonly places: number; readonly pairs: number }

/** Nobody twice, no job beyond its places, no pair that a hard rule forbids, nobody to a job of the own hall. Rests now and then by `breathe`. */
export async function propose(halls: readonly PoolHall[], facts: PoolFacts, breathe: () => Promise<void>): Promise<Round> {
  const places = openPlaces(halls, facts);
  const byTrade = Map.groupBy(places, ({ job }) => job.terms.trade);
  const people = halls.flatMap(({ hallId, people: here }) => here.filter(({ ticketId }) => !facts.isTaken(hallId, ticketId)).map((person) => ({ hallId, person })))
    .sort((a, b) => a.person.since - b.person.since || a.person.order - b.person.order || (a.hallId < b.hallId ? -1 : 1)).slice(0, proposeLimits.people);
  const edges: Edge[][] = [];
  for (const [index, { hallId, person }] of people.entries()) {
    if (index % proposeLimits.breathEvery === proposeLimits.breathEvery - 1) await breathe();
    edges.push(edgesOf(hallId, person, byTrade, facts));
  }
  const plan = planOf(places, edges);
  const proposals = plan.pairs().flatMap(({ worker, posting }): Proposal[] => {
    const [one, place] = [people[worker], placeAt(places, posting)];
    if (one === undefined || place === undefined) return [];
    return [{ workerHall: one.hallId, person: one.person, jobHall: place.hallId, job: place.job, fit: fitPartsOf(asWorker(one.person, []), asJob(place, one.hallId, facts)), km: facts.km(one.hallId, place.hallId) }];
  });
  return { proposals, optimal: certify(plan.claim()).optimal, people: people.length, places: places.reduce((sum, { inputs }) => sum + inputs.placesLeft, 0), pairs: edges.reduce((sum, of) => sum + of.length, 0) };
}

/** In a fixed order, so that the same leftovers give the same referrals. */
function openPlaces(halls: readonly PoolHall[], { placesOf }: PoolFacts): OpenPlaces[] {
  let first = 0;
  return [...halls].sort((a, b) => (a.hallId < b.hallId ? -1 : 1)).flatMap(({ hallId, jobs }) => jobs.flatMap((job): OpenPlaces[] => {
    const places = Math.min(job.places, placesOf(hallId, job.jobId));
    if (places < 1) return [];
    // Whoever is planned or hired in the hall itself fills the minimum crew first.
    const minimum = Math.min(places, Math.max(0, placesByTier(job).minimum - (job.placesLeft - job.places)));
    const tiers = ([{ tier: 'minimum', places: minimum }, { tier: 'rest', places: places - minimum }] as const).filter((one) => one.places > 0);
    const open = { hallId, job, tiers, first, inputs: { jobId: job.jobId, employerId: job.jobId, postedAt: job.postedAt, jobKind: job.jobKind, terms: job.terms, placesLeft: places } };
    first += tiers.length;
    return [open];
  }));
}

const asWorker = (person: LeftPerson, parted: readonly string[]): WorkerInputs =>
  // Everybody in the pool has a record in the own hall: papers count as seen there or not at all.
  ({ ...person, workerId: person.ticketId, rank: 0, back: 0, goodWith: [], applied: [], parted: [...parted] });

function asJob({ inputs, hallId }: OpenPlaces, from: string, { km }: PoolFacts): JobInputs {
  const between = km(from, hallId);
  return between === undefined ? inputs : { ...inputs, km: between };
}

function edgesOf(hallId: string, person: LeftPerson, byTrade: ReadonlyMap<string, readonly OpenPlaces[]>, facts: PoolFacts): Edge[] {
  const worker = asWorker(person, facts.triedBy(hallId, person.ticketId));
  const day = { endOfDay: endOfDay(businessDayAt(facts.now)) };
  const found: (readonly Edge[])[] = [];
  for (const trade of new Set(person.trades)) for (const place of byTrade.get(trade) ?? []) {
    if (place.hallId === hallId) continue;
    const job = asJob(place, hallId, facts);
    if (whyNoPair(worker, job, facts.now) !== undefined) continue;
    found.push(place.tiers.map(({ tier }, index) => ({ place, tier: index, weight: sure(scoreOf(partsOf(pairScore(worker, job, { ...day, tier })), shiftOfCity)) })));
  }
  const best = (pair: readonly Edge[]): number => Math.max(...pair.map(({ weight }) => weight));
  return found.sort((a, b) => best(b) - best(a)).slice(0, proposeLimits.pairs).flat();
}

const partsOf = ({ minutes, place, fit, tie }: ReturnType<typeof pairScore>) => ({ minutes, place, fit, tie });

function planOf(places: readonly OpenPlaces[], edges: readonly (readonly Edge[])[]): Plan {
  const capacity = places.flatMap(({ tiers }) => tiers.map((tier) => tier.places));
  const flat = edges.flatMap((of, worker) => of.map(({ place, tier, weight }) => ({ worker, posting: place.first + tier, weight })));
  return sure(Plan.of({
    workers: edges.length, capacity: Int32Array.from(capacity),
    edgeWorker: Int32Array.from(flat, ({ worker }) => worker), edgePosting: Int32Array.from(flat, ({ posting }) => posting), edgeWeight: Float64Array.from(flat, ({ weight }) => weight),
  }));
}

/** The places that a posting of the plan belongs to. */
const placeAt = (places: readonly OpenPlaces[], posting: number): OpenPlaces | undefined => places.findLast(({ first }) => first <= posting);

function sure<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } }): T {
  if (!result.ok) throw new Error(`a round of the pool: ${result.error.code}`);
  return result.value;
}
