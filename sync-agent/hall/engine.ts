/* The one way in: commands become facts or refusals, in one transaction, and are answered once. */
import { commandSchema, type Command, type CommandType } from '@kuaizhao/db/domain/command.ts';
import { doneEntry, refusedEntry } from '@kuaizhao/db/domain/audit/entries.ts';
import type { AuditEntry } from '@kuaizhao/db/domain/audit/row.ts';
import type { Actor, Context } from '@kuaizhao/db/domain/context.ts';
import { decide } from '@kuaizhao/db/domain/decide.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import { beginsDay, openDayIfDue } from '@kuaizhao/db/domain/queue/day.ts';
import type { Result } from '@kuaizhao/db/domain/result.ts';
import type { RefusalCode } from '@kuaizhao/db/domain/refusal.ts';
import { commandIdSchema, type Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { Kept } from '@kuaizhao/db/hall/answers.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { firstField, namedProblem } from '@kuaizhao/sync-agent/contract/describe-issues.ts';
import { carriesCard, createCardHasher } from './accounts/hash-card.ts';
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

/** Work of one group: what it does inside the transaction, and whom it tells after the commit. */
interface Pending { readonly work: (alone: boolean) => Outcome; readonly done: (outcome: Outcome) => void }
type Outcome = { readonly kept: Kept | 'changed' | 'internal' | 'diskFull'; readonly fresh: readonly Fact[] };
/** Why nothing of a group is true. */
type Undone = 'internal' | 'diskFull';

export type Engine = ReturnType<typeof createEngine>;

export function createEngine(parts: EngineParts) {
  const waiting: Pending[] = [];
  let scheduled = false;
  const hashed = createPinHasher(parts.db);
  const inTurn = createCardHasher(parts.db);

  function commitGroup(): void {
    scheduled = false;
    const group = waiting.splice(0, groupLimit);
    if (waiting.length > 0) schedule();
    const outcomes = commitSomehow(parts, group);
    for (const [index, pending] of group.entries()) pending.done(outcomes[index] ?? nothing('internal'));
    const fresh = outcomes.flatMap((outcome) => outcome.fresh);
    if (fresh.length > 0) parts.committed(fresh);
  }
  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    parts.soon(commitGroup);
  }
  const queue = (pending: Pending): void => {
    waiting.push(pending);
    schedule();
  };
  /** What the door refuses has no commit of its own: its row goes with the next one. */
  const atDoor = (answer: Answer, actor: Actor, type?: CommandType): Promise<Answer> => {
    if (answer.ok || actor.role === 'agent') return Promise.resolve(answer);
    const entry = refusedEntry(actor, answer.refusal.code, { ...(answer.commandId === undefined ? {} : { commandId: answer.commandId }), ...(type === undefined ? {} : { type }) });
    if (parts.db.audit.owe(entry, parts.now()) && waiting.length < waitingLimit) queue({ work: () => settled(parts), done: () => undefined });
    return Promise.resolve(answer);
  };
  return {
    /** Checks by schema and role, then queues for the next commit. Resolves always, after the commit. */
    handle(message: unknown, actor: Actor): Promise<Answer> {
      const parsed = commandSchema.safeParse(message);
      if (!parsed.success) return atDoor(refused(idOf(message), namedProblem(parsed.error), firstField(parsed.error)), actor);
      const asked = parsed.data;
      if (!mayCommand(actor, asked.type)) return atDoor(refused(asked.commandId, 'notYourRole'), actor, asked.type);
      if (actor.role !== 'agent' && parts.held?.(asked.type) === true) return atDoor(refused(asked.commandId, 'erasuresFirst'), actor, asked.type);
      if (waiting.length >= waitingLimit) return atDoor(refused(asked.commandId, 'tooMany'), actor, asked.type);
      const queued = (command: Command): Promise<Answer> => new Promise((resolve) => {
        queue({ work: (alone) => carryOut(parts, command, actor, alone), done: (outcome) => resolve(answerOf(parts, command, actor, outcome)) });
      });
      const go = (ready: Result<Command>): Promise<Answer> => (ready.ok ? queued(ready.value) : atDoor(refused(asked.commandId, ready.error.code, ready.error.field), actor, asked.type));
      if (carriesCard(asked)) return inTurn(asked, go);
      return carriesPin(asked) ? hashed(asked, actor).then(go) : queued(asked);
    },
    /** Something that staff did and that is no command goes into the audit; what was refused, together with its like of the same minute. Resolves when it is durable: false when it could not be written, on a disk that is full for instance. */
    audit(entry: AuditEntry): Promise<boolean> {
      if (entry.outcome !== 'ok') {
        const due = parts.db.audit.owe(entry, parts.now());
        if (!due || waiting.length >= waitingLimit) return Promise.resolve(true);
      } else if (waiting.length >= waitingLimit) return Promise.resolve(false);
      return new Promise((resolve) => {
        queue({ work: () => (entry.outcome === 'ok' ? noted(parts, entry) : settled(parts)), done: ({ kept }) => resolve(typeof kept !== 'string') });
      });
    },
  };
}

const settled = ({ db, now }: EngineParts): Outcome => {
  db.audit.settle(now());
  return { kept: { facts: [] }, fresh: [] };
};
const noted = ({ db, now }: EngineParts, entry: AuditEntry): Outcome => {
  db.audit.append(entry, now());
  return { kept: { facts: [] }, fresh: [] };
};

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
    parts.db.group(() => { outcomes = group.map(({ work }) => work(false)); });
    return outcomes;
  } catch (error) {
    parts.failed(error);
    return whyUndone(error);
  }
}

/** Each command behind its own savepoint, so that one of ours that throws does not take its neighbours with it. When the commit itself fails, on a disk that is full or broken, nothing is true. */
function commitAlone(parts: EngineParts, group: readonly Pending[]): Outcome[] | Undone {
  const careful = ({ work }: Pending): Outcome => {
    try {
      return work(true);
    } catch (error) {
      // It undoes the whole group, not this command alone.
      if (whyUndone(error) === 'diskFull') throw error;
      parts.failed(error);
      return nothing('internal');
    }
  };
  let outcomes: Outcome[] = [];
  try {
    parts.db.group(() => { outcomes = group.map(careful); });
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
    if (actor.role !== 'agent' && 'refusal' in thrown.kept) db.audit.refused(refusedEntry(actor, thrown.kept.refusal.code, command), context.now);
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
  if (fresh.length > 0) db.audit.append(doneEntry(context.actor, command, facts[0] ?? fresh[0], span.last), context.now);
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

function answerOf({ db, settings }: EngineParts, command: Command, actor: Actor, { kept }: Outcome): Answer {
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
