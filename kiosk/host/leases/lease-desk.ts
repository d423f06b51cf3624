/* Numbers without the agent: holds blocks while it is there, gives them out while it is away, and hands in what was given out when it is back. */
import { createHmac, randomBytes } from 'node:crypto';
import type { Command } from '@kuaizhao/db/domain/command.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import { workService } from '@kuaizhao/db/domain/queue/facts.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { Timer } from '@kuaizhao/hardware/ports.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { HallFace } from '@kuaizhao/sync-agent/contract/kiosk.ts';
import type { LeftNumbers, NumberTaken } from '@kuaizhao/kiosk/session/numbers-only/scenes.ts';
import type { HostLog } from '../host-log.ts';
import { bookLimits, emptyBook, gave, handingIn, highest, leftOf, momentOf, nextNumber, onDay, servicesLeft, withBlock, type Given, type LeaseBook, type Taking } from './lease-book.ts';
import type { LeaseFile } from './lease-file.ts';
import { sealCard } from './seal-card.ts';

export const leaseLimits = {
  /** how often a kiosk looks whether it needs further numbers: a new day, a block nearly used up */
  lookMs: 30_000,
  /** a refused lease is not asked for again before */
  refusedMs: 10 * 60_000,
  /** a number whose paper is still under way is not handed in before it ended, at most so long */
  paperMs: 15_000,
  /** cards that took a number, so that a second tap tells the same one; keyed by a key of this process */
  remembered: 1_000,
} as const;

export interface LeaseDeskParts {
  readonly file: LeaseFile;
  readonly printerId: string;
  readonly agent: { command(command: Command, personal: boolean): Promise<Answer | undefined> };
  readonly timer: Timer;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly log: HostLog;
  /** what can be given out has changed */
  readonly changed: (left: LeftNumbers) => void;
  /** the agent answered something that this asked */
  readonly heard: () => void;
}

export interface WantedNumber { readonly service: string; readonly card: Card | undefined; readonly instead: string | undefined }

export class LeaseDesk {
  readonly #parts: LeaseDeskParts;
  #book: LeaseBook;
  #broken = false;
  #hall: HallFace | undefined;
  #up = false;
  #working = false;
  #again = false;
  #closed = false;
  #shown = '';
  #cancelLook = (): void => undefined;
  readonly #refused = new Map<string, number>();
  readonly #onPaper = new Map<string, (() => void)[]>();
  readonly #byCard = new Map<string, { readonly number: string; readonly printJobId: string; readonly businessDay: string }>();
  readonly #cardKey = randomBytes(32);

  constructor(parts: LeaseDeskParts) {
    this.#parts = parts;
    const read = parts.file.read();
    this.#broken = read.state === 'broken';
    if (this.#broken) parts.log.warn({}, 'leasesBroken');
    this.#book = read.state === 'ok' ? { ...read.book, given: read.book.given.map(endedUnknown) } : emptyBook(parts.now());
    this.#look();
  }

  /** What the hall said last, also before this process; for screens and papers until it speaks again. */
  rememberedHall = (): HallFace | undefined => this.#book.hall;

  hall(face: HallFace): void {
    this.#hall = face;
    this.#work();
  }

  lineUp(up: boolean): void {
    this.#up = up;
    this.#refused.clear();
    this.#work();
  }

  /** Gives out a number: it is durable when this returns. The second tap of a card tells the number again. */
  take({ service, card, instead }: WantedNumber): NumberTaken {
    const { newId, now, log } = this.#parts;
    if (this.#broken) return { ok: false, why: 'broken' };
    const mark = card === undefined || service !== workService ? undefined : createHmac('sha256', this.#cardKey).update(card.number).digest('base64url');
    const before = mark === undefined ? undefined : this.#byCard.get(mark);
    if (before !== undefined && before.businessDay === businessDayAt(momentOf(this.#book, now()))) return { ok: true, number: before.number, printJobId: before.printJobId, order: undefined };
    const taking = nextNumber(this.#book, service, now());
    if (taking === undefined) return { ok: false, why: this.#book.blocks.length === 0 ? 'none' : 'usedUp' };
    const paperId = newId();
    const given = this.#given(taking, { card, instead, commandId: newId(), paperId });
    if (!this.#keep(gave(this.#book, taking, given))) return { ok: false, why: 'broken' };
    log.info({ service, number: taking.number }, 'leasedNumberGiven');
    if (mark !== undefined) this.#remember(mark, { number: taking.number, printJobId: paperId, businessDay: given.businessDay });
    this.#tell();
    this.#work();
    return { ok: true, number: taking.number, printJobId: paperId, order: this.#order(taking, paperId) };
  }

  /** How the paper of a given number ended; goes with it when it is handed in. */
  paperEnded(printJobId: string, outcome: 'printed' | 'unknown' | 'failed'): void {
    const given = this.#book.given.map((one) => (one.paperId === printJobId && !one.told ? { ...one, paper: { printJobId, outcome } } : one));
    this.#keep({ ...this.#book, given });
    for (const wake of this.#onPaper.get(printJobId) ?? []) wake();
    this.#onPaper.delete(printJobId);
  }

  left(): LeftNumbers {
    if (this.#broken) return { state: 'broken', services: [] };
    return { state: 'ready', services: servicesLeft(this.#book, this.#parts.now()) };
  }

  close(): void {
    this.#closed = true;
    this.#cancelLook();
  }

  #given({ block, number, takenAt }: Taking, { card, instead, commandId, paperId }: { card: Card | undefined; instead: string | undefined; commandId: string; paperId: string }): Given {
    const sealKey = this.#hall?.sealKey ?? this.#book.hall?.sealKey;
    return {
      commandId, leaseId: block.leaseId, businessDay: block.businessDay, service: block.service, number, takenAt, told: false, paperId,
      // Without the hall's key nothing of the person is kept: the number is a paper number.
      ...(card === undefined || sealKey === undefined ? {} : { sealed: sealCard(card, sealKey, block.leaseId, number) }),
      ...(instead === undefined ? {} : { instead }),
    };
  }

  #order({ block, number, takenAt }: Taking, printJobId: string): PrintOrder | undefined {
    const hall = this.#hall ?? this.#book.hall;
    if (hall === undefined) return undefined;
    const label = hall.services.find((one) => one.code === block.service)?.label;
    return {
      printJobId, printer: this.#parts.printerId, copy: 1, state: 'sending',
      paper: { kind: 'queueTicket', hallName: hall.name, hotline: hall.hotline, at: takenAt, number, trades: [], ...(label === undefined ? {} : { serviceLabel: label }) },
    };
  }

  #remember(mark: string, told: { readonly number: string; readonly printJobId: string; readonly businessDay: string }): void {
    this.#byCard.set(mark, told);
    if (this.#byCard.size > leaseLimits.remembered) this.#byCard.delete(this.#byCard.keys().next().value ?? '');
  }

  /** False when the disk did not take it; then nothing has changed. */
  #keep(book: LeaseBook): boolean {
    try {
      this.#parts.file.write(book);
    } catch (error) {
      this.#parts.log.warn({ code: (error as NodeJS.ErrnoException).code ?? 'unknown' }, 'leasesNotWritten');
      return false;
    }
    this.#book = book;
    return true;
  }

  #tell(): void {
    const left = this.left();
    const text = JSON.stringify(left);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#parts.changed(left);
  }

  #look(): void {
    this.#cancelLook = this.#parts.timer.after(leaseLimits.lookMs, () => this.#look());
    this.#work();
    this.#tell();
  }

  #work(): void {
    if (!this.#up || this.#hall === undefined || this.#closed) return;
    this.#again = true;
    if (this.#working) return;
    this.#working = true;
    void this.#workOff().finally(() => { this.#working = false; });
  }

  async #workOff(): Promise<void> {
    while (this.#again && this.#up && !this.#closed) {
      this.#again = false;
      if (this.#broken) this.#startAnew();
      this.#newDay();
      await this.#handIn();
      await this.#fetch();
      this.#tell();
    }
  }

  /** The agent is there, and its next block is above all it ever leased to this kiosk: nothing of the broken file is needed to go on without doubling a number. */
  #startAnew(): void {
    this.#parts.file.putAside();
    if (this.#keep(emptyBook(this.#parts.now()))) this.#broken = false;
  }

  #newDay(): void {
    const { now } = this.#parts;
    const book = onDay(this.#book, businessDayAt(now()));
    const hall = this.#hall;
    if (book !== this.#book || (hall !== undefined && JSON.stringify({ ...hall, now: 0 }) !== JSON.stringify({ ...this.#book.hall, now: 0 }))) this.#keep({ ...book, at: momentOf(book, now()), ...(hall === undefined ? {} : { hall }) });
  }

  /** One after the other, all of the day, at each new connection: an agent that was restored from yesterday hears again what it has forgotten, any other knows the ids. */
  async #handIn(): Promise<void> {
    // First those whose lost answer left a paper with this printer: it must not be copied before its number is closed.
    for (const { commandId, paperId } of [...this.#book.given].sort((a, b) => Number(b.instead !== undefined) - Number(a.instead !== undefined))) {
      await this.#paperOf(paperId);
      const given = this.#book.given.find((one) => one.commandId === commandId);
      if (given === undefined || !this.#up || this.#closed) return;
      const told = given.told ? given : { ...given, told: true };
      if (!given.told && !this.#keep({ ...this.#book, given: this.#book.given.map((one) => (one.commandId === commandId ? told : one)) })) return;
      const answer = await this.#parts.agent.command(handingIn(told), false);
      if (answer === undefined) return;
      this.#parts.heard();
      if (!answer.ok) this.#parts.log.warn({ number: told.number, refusal: answer.refusal.code }, 'leasedNumberRefused');
    }
  }

  /** Until the paper ended, or has taken too long. */
  async #paperOf(paperId: string): Promise<void> {
    const given = this.#book.given.find((one) => one.paperId === paperId);
    if (given === undefined || given.told || given.paper !== undefined) return;
    let cancel = (): void => undefined;
    await new Promise<void>((resolve) => {
      this.#onPaper.set(paperId, [...this.#onPaper.get(paperId) ?? [], resolve]);
      cancel = this.#parts.timer.after(leaseLimits.paperMs, resolve);
    });
    cancel();
  }

  async #fetch(): Promise<void> {
    const { agent, newId, now, timer, log } = this.#parts;
    const day = businessDayAt(now());
    for (const service of [workService, ...this.#hall?.services.map((one) => one.code) ?? []]) {
      const held = this.#book.blocks.some((one) => one.service === service && one.businessDay === day);
      if (held && leftOf(this.#book, service, now()) >= bookLimits.low) continue;
      // Held for later in the day: its hours have not come, or are over.
      if (held && this.#book.blocks.some((one) => one.service === service && one.businessDay === day && one.to - one.next + 1 >= bookLimits.low)) continue;
      if (timer.now() - (this.#refused.get(`${day} ${service}`) ?? -Infinity) < leaseLimits.refusedMs) continue;
      const answer = await agent.command({ type: 'leaseNumbers', commandId: newId(), service, above: highest(this.#book, service, day) }, false);
      if (answer === undefined || this.#closed) return;
      this.#parts.heard();
      if (!answer.ok) {
        this.#refused.set(`${day} ${service}`, timer.now());
        log.warn({ service, refusal: answer.refusal.code }, 'noNumbersLeased');
        continue;
      }
      const lease = answer.facts.find((fact) => fact.type === 'numbersLeased');
      if (lease !== undefined) this.#keep(withBlock(this.#book, lease, now()));
    }
  }
}

/** A process that ended in the middle of a paper does not know whether it came out. */
const endedUnknown = (given: Given): Given => (given.told || given.paper !== undefined ? given : { ...given, paper: { printJobId: given.paperId, outcome: 'unknown' } });
