/* `npm run bench -- match`: the plan from scratch and after each kind of event, proved each time, beside the best of npm on the same instances. */
import { certify } from '@kuaizhao/db/domain/matching/plan/certificate.ts';
import type { Instance } from '@kuaizhao/db/domain/matching/plan/floor.ts';
import { Plan } from '@kuaizhao/db/domain/matching/plan/plan.ts';
import { percentile } from '../percentile.ts';
import { hall, kinds, type Kind } from './instances.ts';
import { openPeers, type Peer } from './peers.ts';
import { measureRepairs, type Repair } from './repairs.ts';

interface Size { readonly workers: number; readonly postings: number; readonly repeats: number; readonly rounds: number; /** solvers this slow are left out above */ readonly peers: readonly string[] }
type Print = (line: object) => void;

const seed = 20_261_121;
const everyPeer = ['or-tools-wasm', 'highs-ipm', 'highs-simplex'];
const halls: readonly Size[] = [
  { workers: 200, postings: 60, repeats: 30, rounds: 1_000, peers: everyPeer },
  { workers: 1_000, postings: 300, repeats: 20, rounds: 1_000, peers: everyPeer },
  { workers: 5_000, postings: 1_500, repeats: 9, rounds: 1_000, peers: everyPeer },
];
/** A whole city: minutes for the linear programs, so they are not asked. */
const city: Size = { workers: 75_000, postings: 22_500, repeats: 1, rounds: 100, peers: ['or-tools-wasm'] };

/** To reach at 5,000 × 1,500, milliseconds and ratios, from issue C and matching.md section 4. */
const goals = { scratchMs: { uniform: 15, contended: 15, threePart: 100 }, declineP95Ms: 1, declineP99Ms: 5, faster: { uniform: 15, contended: 15, threePart: 3 }, fasterThanHighs: { uniform: 15, contended: 15, threePart: 100 } };

export async function run({ short, print }: { short: boolean; print: Print }): Promise<void> {
  const peers = await openPeers();
  for (const size of short ? halls : [...halls, city]) {
    for (const kind of kinds) await measure(kind, size, peers, short, print);
  }
}

async function measure(kind: Kind, size: Size, peers: readonly Peer[], short: boolean, print: Print): Promise<void> {
  const { workers, postings } = size;
  const instance = hall(kind, workers, postings, seed);
  const where = { bench: 'match', kind, workers, postings, places: instance.capacity.reduce((sum, places) => sum + places, 0), edges: instance.edgeWeight.length };
  const scratch = fromScratch(instance, short ? Math.min(5, size.repeats) : size.repeats);
  print({ ...where, what: 'fromScratch', medianMs: scratch.medianMs, maxMs: scratch.maxMs, certifyMs: scratch.certifyMs, rssMb: scratch.rssMb, value: String(scratch.value), placed: scratch.placed, certificateOk: scratch.ok });
  const { repairs, certificateOk } = measureRepairs(instance, short ? Math.ceil(size.rounds / 5) : size.rounds, seed);
  for (const repair of repairs) print({ ...where, what: 'repair', ...repair, certificateOk });
  const ratios: Record<string, number> = {};
  // In the short run of CI the linear programs stay with the small halls.
  for (const peer of peers.filter(({ name }) => size.peers.includes(name) && !(short && workers > 1_000 && name.startsWith('highs')))) {
    ratios[peer.name] = await beside(peer, instance, scratch, where, print);
  }
  if (workers === 5_000) print({ ...where, what: 'goals', ...verdict(kind, scratch.medianMs, repairs, ratios), certificateOk: certificateOk && scratch.ok });
}

function fromScratch(instance: Instance, repeats: number) {
  const samples: number[] = [];
  let plan = Plan.empty();
  for (let n = 0; n < repeats; n += 1) {
    const from = performance.now();
    const made = Plan.of(instance);
    samples.push(performance.now() - from);
    if (!made.ok) throw new Error(made.error.code);
    plan = made.value;
  }
  // Of the whole process, the peers' runtimes among it: what the machine must have.
  const rssMb = Math.round(process.memoryUsage().rss / 2 ** 20);
  const claim = plan.claim();
  const from = performance.now();
  const { optimal, value } = certify(claim);
  return { medianMs: percentile(samples, 0.5), maxMs: percentile(samples, 1), certifyMs: percentile([performance.now() - from], 0.5), rssMb, value, placed: plan.pairs().length, ok: optimal };
}

/** One run of a peer; gives how many times faster the plan is. */
async function beside(peer: Peer, instance: Instance, ours: { readonly medianMs: number; readonly value: bigint }, where: object, print: Print): Promise<number> {
  const before = process.memoryUsage().rss;
  const { ms, value, status } = await peer.solve(instance);
  const ratio = Math.round((ms / ours.medianMs) * 10) / 10;
  const off = value === undefined ? undefined : String(ours.value - value);
  print({ ...where, what: 'peer', peer: peer.name, ms: percentile([ms], 0.5), rssGrewMb: Math.round((process.memoryUsage().rss - before) / 2 ** 20), status, valueEqual: value === ours.value, off, ratio });
  return ratio;
}

function verdict(kind: Kind, scratchMs: number, repairs: readonly Repair[], ratios: Readonly<Record<string, number>>): object {
  const decline = repairs.find(({ event }) => event === 'killEdge');
  const highs = Math.min(...Object.entries(ratios).filter(([name]) => name.startsWith('highs')).map(([, ratio]) => ratio));
  return {
    scratchMs, scratchMeets: scratchMs <= goals.scratchMs[kind],
    declineP95Ms: decline?.p95Ms, declineP99Ms: decline?.p99Ms, declineMeets: decline !== undefined && decline.p95Ms <= goals.declineP95Ms && decline.p99Ms <= goals.declineP99Ms,
    fasterThanOrTools: ratios['or-tools-wasm'], orToolsMeets: (ratios['or-tools-wasm'] ?? 0) >= goals.faster[kind],
    ...(Number.isFinite(highs) ? { fasterThanHighs: highs, highsMeets: highs >= goals.fasterThanHighs[kind] } : {}),
  };
}
