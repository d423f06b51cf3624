/* `npm run bench -- match-events`: 100,000 random events on a full hall, with people alone and crews, the plan proved after every one of them. */
import { certify } from '@kuaizhao/db/domain/matching/plan/certificate.ts';
import { checkCrews } from '@kuaizhao/db/domain/matching/plan/crews/check-crews.ts';
import type { PlanEvent } from '@kuaizhao/db/domain/matching/plan/door/event.ts';
import { Plan } from '@kuaizhao/db/domain/matching/plan/plan.ts';
import { randomOf } from '../../fixtures/random.ts';
import { percentile } from '../percentile.ts';
import { EventHall } from './event-hall.ts';

const size = { workers: 5_000, postings: 1_500 };
const [manyEvents, fewEvents, reportEvery] = [100_000, 500, 10_000];

/** `SEED=7` for another run; the events are a function of it. Ends at the first plan that is not proved. */
export function run({ short, print }: { short: boolean; print: (line: object) => void }): Promise<void> {
  const seed = Number(process.env['SEED'] ?? 20_261_121);
  const hall = new EventHall(randomOf(seed), size);
  const plan = Plan.empty();
  const where = { bench: 'match-events', seed, ...size };
  const samples = new Map<string, number[]>();
  for (const event of hall.morning()) must(plan, event);
  let proved = 0;
  const events = short ? fewEvents : manyEvents;
  for (let n = 1; n <= events; n += 1) {
    const event = hall.draw(plan);
    const name = 'worker' in event && hall.sizeOf(event.worker) > 1 ? `${event.type} of a crew` : event.type;
    const from = performance.now();
    must(plan, event);
    const ms = performance.now() - from;
    const all = samples.get(name);
    if (all === undefined) samples.set(name, [ms]);
    else all.push(ms);
    hall.happened(event);
    const [certificate, crews] = [certify(plan.claim()), checkCrews(plan.crewClaim())];
    if (!certificate.optimal || crews.violations.length > 0) {
      print({ ...where, what: 'notProved', event: n, type: event.type, violations: certificate.violations, crewViolations: crews.violations, meets: false });
      process.exitCode = 1;
      return Promise.resolve();
    }
    proved += 1;
    if (n % reportEvery === 0) print({ ...where, what: 'progress', events: n, proved, people: plan.workersCount, open: plan.postingsCount, value: String(certificate.value + crews.value) });
  }
  samples.set('any', [...samples.values()].flat());
  for (const [event, all] of samples) print({ ...where, what: 'event', event, count: all.length, medianMs: percentile(all, 0.5), p95Ms: percentile(all, 0.95), p99Ms: percentile(all, 0.99), maxMs: percentile(all, 1) });
  print({ ...where, what: 'proved', events, proved, meets: proved === events });
  return Promise.resolve();
}

function must(plan: Plan, event: PlanEvent): void {
  const done = plan.apply(event);
  if (!done.ok) throw new Error(`${event.type}: ${done.error.code}`);
}
