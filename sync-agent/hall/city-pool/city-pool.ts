/* The hall's side of the city's pool: tells what is left over, records what comes down, and asks the city before a yes counts. Without the city all of it is quiet, and nothing else waits for it. */
import type { Logger } from 'pino';
import type { Command } from '@kuaizhao/db/domain/command.ts';
import type { Actor, Context } from '@kuaizhao/db/domain/context.ts';
import { decide } from '@kuaizhao/db/domain/decide.ts';
import { answerReferralSchema, type ReferralOutcome } from '@kuaizhao/db/domain/referrals/commands.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { staffMay } from '@kuaizhao/sync-agent/contract/may/commands.ts';
import { leftoversReplySchema, poolAnswerReplySchema, poolLimits, referralMessageSchema, type PoolAnswerReply, type ReferralReply } from '@kuaizhao/sync-agent/contract/pool.ts';
import type { HallClock } from '../clock.ts';
import { keepLooking } from '../clockwork/keep-looking.ts';
import type { Engine } from '../engine.ts';
import type { AskCity } from '../uplink/uplink.ts';
import { leftoversOf } from './leftovers.ts';

/** Time is looked at this often; it costs one look into an index. */
const lookEveryMs = 5_000;

export interface CityPoolParts {
  readonly db: HallDb; readonly engine: Engine; readonly clock: HallClock; readonly settings: Context['settings']; readonly newId: () => string; readonly log: Logger;
  /** undefined without a city or while its line is down */
  readonly ask: AskCity;
}
export interface CityPool {
  /** The engine's way in, with the city asked first where a person says yes to another hall. */
  readonly handle: Engine['handle'];
  /** What the city says of a referral; undefined when it is to be said again. */
  readonly hear: (message: unknown) => Promise<ReferralReply | undefined>;
  /** Tells the city now what is left over; false when it did not take it. */
  tell(): Promise<boolean>;
  stop(): void;
}

const agent: Actor = { role: 'agent' };

/** Tells and looks until stopped. */
export function startCityPool(parts: CityPoolParts): CityPool {
  const { db, engine, clock, newId, ask } = parts;
  const tell = async (): Promise<boolean> => {
    const reply = leftoversReplySchema.safeParse(await ask('leftovers', leftoversOf(db, clock.now()), poolLimits.tellMs));
    return reply.success && reply.data.kind === 'taken';
  };
  /** a no that the city has not confirmed to have heard */
  const untold = new Set<string>();
  const running = [
    keepLooking(clock, poolLimits.everyMs, () => quietly(parts, tell)),
    keepLooking(clock, lookEveryMs, () => quietly(parts, async () => {
      if (db.view.overdueReferrals(clock.now(), 1).length > 0) await engine.handle({ type: 'expireReferrals', commandId: `refer-${newId()}` }, agent);
    })),
    // The line may have been down, or the hub busy, when somebody said no: a place is not held for an hour because of it.
    keepLooking(clock, lookEveryMs, () => quietly(parts, async () => { for (const referralId of untold) await sayNo(parts, referralId, untold); })),
  ];
  return {
    tell,
    // Everything else goes its way at once.
    handle: (message, actor) => ((message as { type?: unknown } | null | undefined)?.type === 'answerReferral' ? answered(parts, message, actor, untold) : engine.handle(message, actor)),
    async hear(message) {
      const parsed = referralMessageSchema.safeParse(message);
      if (!parsed.success) return { kind: 'refused', code: 'malformed' };
      // An id of its own each time: what was refused once may be right when it is told again.
      const answer = await engine.handle({ ...commandOf(parsed.data), commandId: `refer-${newId()}` }, agent);
      if (answer.ok) return { kind: 'recorded' };
      const { code } = answer.refusal;
      return code === 'internal' || code === 'diskFull' || code === 'tooMany' ? undefined : { kind: 'refused', code };
    },
    stop() {
      for (const one of running) one.stop();
    },
  };
}

async function answered(parts: CityPoolParts, message: unknown, actor: Actor, untold: Set<string>): Promise<Answer> {
  await quietly(parts, () => cityFirst(parts, message, actor));
  const answer = await parts.engine.handle(message, actor);
  if (!answer.ok) return answer;
  for (const fact of answer.facts) {
    if (fact.type !== 'referralAnswered' || fact.answer !== 'no') continue;
    untold.add(fact.referralId);
    void quietly(parts, () => sayNo(parts, fact.referralId, untold));
  }
  return answer;
}

type Told = ReturnType<typeof referralMessageSchema.parse>;
function commandOf(told: Told) {
  if (told.kind === 'settled') return { type: 'settleReferral' as const, referralId: told.referralId, outcome: told.outcome };
  const { referralId, hall, openMs, fit, about } = told;
  return { type: 'takeReferral' as const, referralId, hall, openMs, fit, about };
}

/** A yes that only the city's word is missing for: asks for it and records what it says, so that the command itself then finds it. Whatever else is wrong with it, the engine says. */
async function cityFirst({ db, engine, clock, settings, newId, ask }: CityPoolParts, message: unknown, actor: Actor): Promise<void> {
  const parsed = answerReferralSchema.safeParse(message);
  if (!parsed.success || parsed.data.answer !== 'yes') return;
  const command: Command = parsed.data;
  if (actor.role === 'agent' || (actor.role === 'console' && !staffMay(actor.staffRole, command.type))) return;
  // Answered before: the same answer ever after, whatever the city would say now.
  if (db.answers.find(command) !== undefined) return;
  const decision = decide(db.view, command, { now: clock.now(), newId, settings, actor });
  if (decision.ok || decision.error.code !== 'cityAway') return;
  const { referralId } = parsed.data;
  const reply = poolAnswerReplySchema.safeParse(await ask('answerReferral', { referralId, answer: 'yes' }, poolLimits.answerMs));
  const outcome = reply.success ? outcomeOf(reply.data) : undefined;
  if (outcome !== undefined) await engine.handle({ type: 'settleReferral', commandId: `refer-${newId()}`, referralId, outcome }, agent);
}

function outcomeOf(reply: PoolAnswerReply): ReferralOutcome | undefined {
  if (reply.kind === 'granted') return 'confirmed';
  if (reply.kind !== 'refuse') return undefined;
  if (reply.reason === 'placeTaken') return 'placeTaken';
  return reply.reason === 'over' || reply.reason === 'unknown' ? 'expired' : undefined;
}

/** At once where the line is up, and again until the city has heard it or knows of no such referral. After a restart its own time ends it. */
async function sayNo({ ask }: CityPoolParts, referralId: string, untold: Set<string>): Promise<void> {
  const reply = poolAnswerReplySchema.safeParse(await ask('answerReferral', { referralId, answer: 'no' }, poolLimits.answerMs));
  if (reply.success && (reply.data.kind === 'recorded' || (reply.data.kind === 'refuse' && (reply.data.reason === 'over' || reply.data.reason === 'unknown')))) untold.delete(referralId);
}

/** Whatever goes wrong between hall and city is a line in the log and nobody's wait. */
async function quietly({ log }: CityPoolParts, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'the pool of the city failed here');
  }
}
