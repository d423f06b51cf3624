/* What the stories of the tables have in common: people with numbers, a job of a household, calls, agreements, and refusals that leave no trace. */
import { expect } from 'vitest';
import type { z } from 'zod';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { CommandType } from '@kuaizhao/db/domain/command.ts';
import type { FactOf } from '@kuaizhao/db/domain/fact.ts';
import { hallSettingsSchema } from '@kuaizhao/db/domain/hall/settings.ts';
import type { hiringRulesSchema } from '@kuaizhao/db/domain/hiring/rules.ts';
import type { DraftTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { household, post } from '../../../fixtures/employers.ts';
import { factOf, factsOf, kioskActor, openEngine, refusalOf, staffActor, tempDir, type TestEngine } from '../../../fixtures/engine.ts';
import { hallSettings } from '../../../fixtures/hall.ts';
import { person } from '../../../fixtures/people.ts';
import type { Rules } from '../../../fixtures/queue-hall.ts';

export const host: Actor = { role: 'console', staffId: 'host-1', staffRole: 'host' };
export const agent: Actor = { role: 'agent' };
export const minute = 60_000;
export const hour = 60 * minute;
export const pay = { amountFen: 21_000, unit: 'day' as const };

type HiringRules = Partial<z.input<typeof hiringRulesSchema>>;

/** Tables whose waits are the defaults but for what a story needs. */
export const openTables = (hiring: HiringRules = {}, queue: Rules = {}, boot?: string, dir = tempDir()): TestEngine =>
  openEngine(dir, boot, hallSettingsSchema.parse({ ...hallSettings, hiring, queueRules: [{ from: '2026-01-01', ...queue }] }));

/** People 1 to `count` with their numbers, in this order; born in `year`. */
export async function newcomers(hall: TestEngine, count: number, more: { first?: number; year?: number; trades?: string[] } = {}) {
  const { first = 1, year = 1980, trades = ['0201'] } = more;
  const people = [];
  for (let n = first; n < first + count; n += 1) {
    const answer = await hall.ask('registerWorker', { card: person(n, year), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades });
    const { workerId } = factOf(answer, 'workerRegistered');
    people.push({ workerId, visitId: factOf(answer, 'visitOpened').visitId, ticketId: factOf(answer, 'ticketIssued').ticketId, number: factOf(answer, 'ticketIssued').number, card: person(n, year) });
  }
  return people;
}

/** A job of the household of person 900, or of `employerId`. */
export const jobOf = async (hall: TestEngine, changes: DraftTerms = {}, employerId?: string): Promise<string> =>
  factOf(await post(hall, employerId ?? await theHousehold(hall), changes), 'jobPosted').jobId;

const theHousehold = async (hall: TestEngine): Promise<string> => hall.db.view.employersOf(person(900).number)[0]?.employerId ?? await household(hall);

export const crewOf = (hall: TestEngine, numbers: readonly number[]) =>
  hall.ask('formCrew', { members: numbers.map((n) => ({ card: person(n), tappedAt: hall.clock.now })) });

export const callsIn = (answer: Answer): FactOf<'ticketCalled'>[] => factsOf(answer).filter((fact) => fact.type === 'ticketCalled');
export const numbersIn = (answer: Answer): string[] => callsIn(answer).map((call) => call.number);
export const typesOf = (answer: Answer): string[] => factsOf(answer).map((fact) => fact.type);

export const callFor = (hall: TestEngine, jobId: string, more: { tableId?: string; count?: number } = {}) => hall.ask('callForJob', { tableId: 't1', jobId, ...more }, host);
export const callNamed = (hall: TestEngine, jobId: string, number: string, tableId = 't1') => hall.ask('callNamed', { tableId, jobId, wish: { kind: 'number', number } }, host);
export const agree = (hall: TestEngine, callId: string, agreedPay: { amountFen: number; unit: 'day' | 'hour' | 'piece' } | undefined = pay) => hall.ask('confirmHire', { callId, agreedPay, settlement: 'atOnce' }, host);
export const accept = (hall: TestEngine, callId: string) => hall.ask('answerCall', { callId, answer: { kind: 'accept' } }, host);
export const refuseCall = (hall: TestEngine, callId: string, by: 'worker' | 'employer' = 'worker') => hall.ask('answerCall', { callId, answer: { kind: 'refuse', by, reason: 'payTooLow' } }, host);
export const expire = (hall: TestEngine) => hall.ask('expireCalls', {}, agent);

/** Somebody hired, from the call on. */
export async function hired(hall: TestEngine, jobId: string, tableId = 't1') {
  const call = callsIn(await callFor(hall, jobId, { tableId, count: 1 }))[0]!;
  return factOf(await agree(hall, call.callId), 'hireConfirmed');
}

export const waiting = (hall: TestEngine, jobId: string): string[] => hall.db.view.waitingForJob(jobId, '0201', 99).map((ticket) => ticket.number);
export const stateOf = (hall: TestEngine, ticketId: string) => hall.db.view.ticket(ticketId)?.state;

let odd = 0;
/** Any content at all, right or wrong, as it would come through a door: the refusal is this one and the journal is what it was. */
export async function refused(hall: TestEngine, type: CommandType, content: object, refusal: string, actor: Actor = staffActor): Promise<void> {
  const head = hall.db.journal.head();
  const answer = await hall.engine.handle({ type, commandId: `command-odd-${++odd}`, ...content }, actor);
  expect([type, refusalOf(answer)]).toEqual([type, refusal]);
  expect(hall.db.journal.head()).toEqual(head);
}
export const atKiosk = kioskActor;
