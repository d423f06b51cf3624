/* The one way in: commands become facts or refusals, in one transaction, and are answered once. */
import { commandSchema, type Command, type CommandType } from '@kuaizhao/db/domain/command.ts';
import type { Actor, Context } from '@kuaizhao/db/domain/context.ts';
import { decide } from '@kuaizhao/db/domain/decide.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import { beginsDay, openDayIfDue } from '@kuaizhao/db/domain/queue/day.ts';
import type { RefusalCode } from '@kuaizhao/db/domain/refusal.ts';
import { commandIdSchema, type Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { Kept } from '@kuaizhao/db/hall/answers.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { firstField, namedProblem } from '@kuaizhao/sync-agent/contract/describe-issues.ts';
import { carriesPin, createPinHasher } from './accounts/hash-pin.ts';
import { mayCommand } from '@kuaizhao/sync-agent/contract/may/commands.ts';

/** Commands that arrive together share one fsync; more than this many wait for the next. */
const groupLimit = 64;
/** Whoever finds this many waiting is refused: a queue without an end is a promise that cannot be kept. */
const waitingLimit = 2_000;

export interface EngineParts {
  readonly db: HallDb;
  readonly settings: HallSettings;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Runs the commit soon, after what has arrived with this command: `setImmediate` in life. */
  readonly soon: (run: () => void) => void;
  /** After each commit, with what became true in it. */
  readonly committed: (facts: readonly Fact[]) => void;
  readonly failed: (error: unknown) => void;
  /** What waits until nobody who was erased can be shown; never what the agent itself asks. */
  readonly held?: (type: CommandType) => boolean;
  /** The disk has no room for a commit. True when some was made, and the commit is tried once more. */
  readonly diskFull?: () => boolean;
}

interface Pending { readonly command: Command; readonly actor: Actor; readonly answer: (answer: Answer) => void }
type Outcome = { readonly kept: Kept | 'changed' | 'internal' | 'diskFull'; readonly fresh: readonly Fact[] };
/** Why nothing of a group is true. */
type Undone = 'internal' | 'diskFull';

export type Engine = ReturnType<typeof createEngine>;

export function createEngine(parts: EngineParts) {
  const waiting: Pending[] = [];
  let scheduled = false;
  const hashed = createPinHasher(parts.db);

  function commitGroup(): void {
    scheduled = false;
    const group = waiting.splice(0, groupLimit);
    if (waiting.length > 0) schedule();
    const outcomes = commitSomehow(parts, group);
    for (const [index, pending] of group.entries()) pending.answer(answerOf(parts, pending, outcomes[index] ?? nothing('internal')));
    const fresh = outcomes.flatMap((outcome) => outcome.fresh);
    if (fresh.length > 0) parts.committed(fresh);
  }
  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    parts.soon(commitGroup);
  }
  return {
    /** Checks by schema and role, then queues for the next commit. Resolves always, after the commit. */
    handle(message: unknown, actor: Actor): Promise<Answer> {
      const parsed = commandSchema.safeParse(message);
      if (!parsed.success) return Promise.resolve(refused(idOf(message), namedProblem(parsed.error), firstField(parsed.error)));
      const asked = parsed.data;
      if (!mayCommand(actor, asked.type)) return Promise.resolve(refused(asked.commandId, 'notYourRole'));
      if (actor.role !== 'agent' && parts.held?.(asked.type) === true) return Promise.resolve(refused(asked.commandId, 'erasuresFirst'));
      if (waiting.length >= waitingLimit) return Promise.resolve(refused(asked.commandId, 'tooMany'));
      const queued = (command: Command): Promise<Answer> => new Promise((resolve) => {
        waiting.push({ command, actor, answer: resolve });
        schedule();
      });
      if (!carriesPin(asked)) return queued(asked);
      return hashed(asked, actor).then((ready) => (ready.ok ? queued(ready.value) : refused(asked.commandId, ready.error.code, ready.error.field)));
    },
  };
}

/** Together, and one by one when that fails. A full disk leaves the last commit as it was; what was kept back for this hour makes room, and the same is tried once more. */
function commitSomehow(parts: EngineParts, group: readonly Pending[]): readonly Outcome[] {
  let outcomes = commitTogether(parts, group);
  if (outcomes === 'diskFull' && parts.diskFull?.() === true) outcomes = commitTogether(parts, group);
  if (outcomes === 'internal') outcomes = commitAlone(parts, group);
  return typeof outcomes === 'string' ? group.map(() => nothing(outcomes)) : outcomes;
}

const nothing = (why: Undone): Outcome => ({ kept: why, fresh: [] });
const whyUndone = (error: unknown): Undone => ((error as { code?: unknown } | null)?.code === 'SQLITE_FULL' ? 'diskFull' : 'internal');

/** The whole group in one go, without savepoints. When anything threw, nothing of it is true. */
function commitTogether(parts: EngineParts, group: readonly Pending[]): Outcome[] | Undone {
  let outcomes: Outcome[] = [];
  try {
    parts.db.group(() => { outcomes = group.map(({ command, actor }) => carryOut(parts, command, actor, false)); });
    return outcomes;
  } catch (error) {
    parts.failed(error);
    return whyUndone(error);
  }
}

/** Each command behind its own savepoint, so that one of ours that throws does not take its neighbours with it. When the commit itself fails, on a disk that is full or broken, nothing is true. */
function commitAlone(parts: EngineParts, group: readonly Pending[]): Outcome[] | Undone {
  const careful = (command: Command, actor: Actor): Outcome => {
    try {
      return carryOut(parts, command, actor, true);
    } catch (error) {
      // It undoes the whole group, not this command alone.
      if (whyUndone(error) === 'diskFull') throw error;
      parts.failed(error);
      return nothing('internal');
    }
  };
  let outcomes: Outcome[] = [];
  try {
    parts.db.group(() => { outcomes = group.map(({ command, actor }) => careful(command, actor)); });
    return outcomes;
  } catch (error) {
    parts.failed(error);
    return whyUndone(error);
  }
}

/** One command inside the open group: the kept answer, a refusal, or a decision recorded with its journal rows. */
function carryOut({ db, settings, now, newId }: EngineParts, command: Command, actor: Actor, alone: boolean): Outcome {
  const known = db.answers.find(command);
  if (known !== undefined) return { kept: known, fresh: [] };
  const context = { now: now(), newId, settings, actor, minimumWages: db.faces.city.minimumWages(), citySheets: db.faces.city.sheets(), cityGroups: db.faces.city.helpGroups(), cityBansContractor: (...asked) => db.faces.cityStandings.bansContractor(...asked) } satisfies Context;
  const opened = beginsDay(command, context.now) ? openDayIfDue(db.view, context) : [];
  try {
    // The command that begins a day stands behind a savepoint: when it is refused, the day has not begun.
    return db.operation(() => decideAndRecord(db, command, context, opened), alone || opened.length > 0);
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown;
    db.answers.keep(command, thrown.kept, context.now);
    return { kept: thrown.kept, fresh: [] };
  }
}

/** Facts into tables and journal. Nothing is written before the decision stands but the day, so a refusal has nothing else to undo. */
function decideAndRecord(db: HallDb, command: Command, context: Context, before: readonly Fact[]): Outcome {
  for (const fact of before) db.record(fact, [], context.now);
  const decision = decide(db.view, command, context);
  if (!decision.ok) throw new Refused({ refusal: decision.error });
  const { facts, records, standing = [] } = decision.value;
  for (const fact of facts) db.record(fact, records, context.now);
  const fresh = [...before, ...facts];
  const span = db.journal.append(fresh, command.commandId, context.now);
  const kept = { facts: [...standing, ...fresh] };
  if (standing.length > 0 || fresh.length === 0) db.answers.keep(command, kept, context.now);
  else db.answers.keepFacts(command, span, context.now);
  return { kept, fresh };
}

/** Leaves an operation that is refused. */
class Refused extends Error {
  readonly kept: Kept;
  constructor(kept: Kept) {
    super('refused');
    this.kept = kept;
  }
}

function answerOf({ db, settings }: EngineParts, { command, actor }: Pending, { kept }: Outcome): Answer {
  if (kept === 'changed') return refused(command.commandId, 'commandChanged');
  if (kept === 'internal' || kept === 'diskFull') return refused(command.commandId, kept);
  if ('refusal' in kept) return { ok: false, commandId: command.commandId, refusal: kept.refusal };
  const papers = kept.facts.flatMap((fact) => {
    const sends = fact.type === 'printStarted' || (fact.type === 'printQueued' && fact.sending);
    if (actor.role !== 'kiosk' || !sends) return [];
    // Only what is still `sending`: an answer told again after the paper came out prints nothing.
    const order = db.faces.papers.order(fact.printJobId, settings);
    return order?.state === 'sending' && order.printer === actor.printer ? [order] : [];
  });
  return { ok: true, commandId: command.commandId, facts: [...kept.facts], papers };
}

const refused = (commandId: string | undefined, code: RefusalCode, field?: string): Answer => ({
  ok: false, ...(commandId === undefined ? {} : { commandId }), refusal: field === undefined || field === '' ? { code } : { code, field },
});

function idOf(message: unknown): string | undefined {
  const id = commandIdSchema.safeParse((message as { commandId?: unknown } | null)?.commandId);
  return id.success ? id.data : undefined;
}
