/* Plays a drawn day against an agent: arrivals, crews, postings, tables, vans, and the evening. */
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import { creditCode } from '../../fixtures/people.ts';
import { drawn, randomOf } from '../../fixtures/random.ts';
import { evening, eveningWords, termsOf, type Arrival, type CrewPlan, type Morning, type Plan, type Posting } from './morning.ts';
import { cardOf, factIn, factsIn, Stage, type Means, type Told } from './stage.ts';
import { Tables } from './tables.ts';

const employers = 400;
/** Between the cards of one crew. */
const cardGapMs = 4_000;

export interface Replayed { readonly told: Told; readonly morningCommands: number; readonly morningWallMs: number; readonly eveningWallMs: number }

/** The morning first, then the evening; each is timed by itself. */
export async function replay(plan: Plan, morning: Morning, means: Means): Promise<Replayed> {
  const stage = new Stage(means);
  const day = new Day(plan, stage);
  await day.prepare();
  const began = performance.now();
  day.morning(morning);
  await stage.run();
  const morningWallMs = performance.now() - began;
  const morningCommands = stage.told.latenciesMs.length;
  day.evening();
  await stage.run();
  return { told: stage.told, morningCommands, morningWallMs, eveningWallMs: performance.now() - began - morningWallMs };
}

class Day {
  readonly #plan: Plan;
  readonly #stage: Stage;
  readonly #random: () => number;
  readonly #tables: Tables;
  readonly #employers: string[] = [];
  /** who stands behind a record of the hall */
  readonly #cards = new Map<string, Card>();

  constructor(plan: Plan, stage: Stage) {
    this.#plan = plan;
    this.#stage = stage;
    this.#random = randomOf(plan.seed + 1);
    this.#tables = new Tables(stage, this.#random);
  }

  async prepare(): Promise<void> {
    for (let n = 0; n < employers; n += 1) {
      const answer = await this.#stage.console({ type: 'registerEmployer', kind: 'enterprise', name: `样例用工单位${n}`, creditCode: creditCode(n), representatives: [] });
      this.#employers.push(factIn(answer, 'employerRegistered').employerId);
    }
  }

  morning({ arrivals, crews, postings }: Morning): void {
    for (const arrival of arrivals) this.#stage.at(arrival.atMs, () => this.#arrives(arrival));
    for (const crew of crews) this.#stage.at(crew.atMs, () => this.#formsCrew(crew));
    for (const posting of postings) this.#stage.at(posting.atMs, () => this.#posts(posting));
    for (let table = 0; table < this.#plan.tables; table += 1) this.#stage.at(30 * 60_000 + table * 500, () => this.#tables.session(table));
  }

  /** Everybody who was hired and stayed comes past with the card. */
  evening(): void {
    const hires = [...this.#tables.hires.values()];
    for (const hire of hires) {
      const atMs = evening.fromMs + this.#random() * (evening.toMs - evening.fromMs);
      this.#stage.at(atMs, async () => {
        const card = this.#cards.get(hire.workerId);
        if (card === undefined) throw new Error('nobody stands behind a hire');
        const paid = drawn(this.#random, eveningWords);
        const kiosk = this.#stage.nextKiosk();
        await this.#stage.kiosk(kiosk, { type: 'confirmEvening', card, hireId: hire.hireId, arrived: 'yes', done: 'yes', paid, ...(paid === 'no' ? { printer: this.#stage.printerOf(kiosk) } : {}) });
      });
    }
  }

  async #arrives({ person: n, trades }: Arrival): Promise<void> {
    const kiosk = this.#stage.nextKiosk();
    const printer = this.#stage.printerOf(kiosk);
    const card = cardOf(n);
    const first = await this.#stage.kiosk(kiosk, { type: 'checkIn', card, printer });
    const answer = first.ok ? first : await this.#stage.kiosk(kiosk, { type: 'registerWorker', card, consent: { textVersion: '2026-11', purposes: ['registration'] }, trades, printer });
    this.#issued(answer);
    for (const { workerId } of factsIn(answer, 'visitOpened')) this.#cards.set(workerId, card);
    this.#tables.arrived(n, factIn(answer, 'ticketIssued').number);
  }

  #issued(answer: Answer): void {
    const { number } = factIn(answer, 'ticketIssued');
    if (this.#stage.told.numbers.has(number)) this.#stage.told.errors += 1;
    this.#stage.told.numbers.add(number);
  }

  async #formsCrew({ persons }: CrewPlan): Promise<void> {
    const { now } = this.#stage;
    await this.#stage.kiosk(this.#stage.nextKiosk(), { type: 'formCrew', members: persons.map((n, index) => ({ card: cardOf(n), tappedAt: now - (persons.length - index) * cardGapMs })) });
  }

  async #posts(posting: Posting): Promise<void> {
    const kiosk = this.#stage.nextKiosk();
    const terms = termsOf(posting, this.#stage.now);
    const answer = await this.#stage.console({
      type: 'postJob', employerId: this.#employers[posting.employer % employers], terms, printer: { printer: this.#stage.printerOf(kiosk).printer, ready: false },
    });
    const { jobId } = factIn(answer, 'jobPosted');
    this.#tables.posted({ jobId, payFen: posting.payFen, left: posting.headcount, manner: posting.manner, leaveBy: terms.leaveBy ?? terms.startAt });
  }
}
