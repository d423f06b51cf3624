/* What the stories after the hire have in common: a firm whose card can speak, hires ready for the evening, the doors of questions, refusals that leave no trace. */
import { expect } from 'vitest';
import { pino } from 'pino';
import { join } from 'node:path';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { DraftTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { queries, type QueryName, type QueryReply, type QueryRequest } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { createStaffDoor } from '@kuaizhao/sync-agent/hall/staff.ts';
import { createEchoes } from '@kuaizhao/sync-agent/hall/faces/echoes.ts';
import { openQueries } from '@kuaizhao/sync-agent/hall/queries/open-queries.ts';
import { firm } from '../../../fixtures/employers.ts';
import { factOf, factsOf, kioskActor, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { agree, callFor, callsIn, hour, jobOf, newcomers, openTables } from '../hiring/stage.ts';

export const day = 24 * hour;
export const clerk: Actor = { role: 'console', staffId: 'clerk-1', staffRole: 'clerk' };
export const supervisor = staffActor;
/** The card of firm 1. */
export const bossCard = person(901);
export const printer = { printer: 'printer-1', ready: true };

/** A hall with firm 1, and one hire of person `n` for each of `count` people in one job of the firm. */
export async function openEvening(count = 1, changes: DraftTerms = {}, settlement: 'atOnce' | 'week' = 'atOnce') {
  const hall = openTables();
  const employerId = await firm(hall, 1);
  const people = await newcomers(hall, count);
  const hires = await hireAll(hall, employerId, count, changes, settlement);
  return { hall, employerId, people, ...hires };
}

/** Everybody who waits first is called for a new job of the employer and hired. */
export async function hireAll(hall: TestEngine, employerId: string, count: number, changes: DraftTerms = {}, settlement: 'atOnce' | 'week' = 'atOnce') {
  const jobId = await jobOf(hall, { headcount: count, ...changes }, employerId);
  const hires = [];
  for (const call of callsIn(await callFor(hall, jobId, { count }))) {
    const answer = settlement === 'atOnce' ? await agree(hall, call.callId) : await hall.ask('confirmHire', { callId: call.callId, agreedPay: { amountFen: 21_000, unit: 'day' }, settlement }, clerk);
    hires.push(factOf(answer, 'hireConfirmed'));
  }
  const [hire] = hires;
  if (hire === undefined) throw new Error('nobody was hired');
  return { jobId, hires, hire };
}

/** At eight in the evening of the first day, or later. */
export const toEvening = (hall: TestEngine, later = 0): void => { hall.clock.now += 15 * hour + later; };
/** Half past six: the work has begun. */
export const toWork = (hall: TestEngine): void => { hall.clock.now += 1.5 * hour; };

export const evening = (hall: TestEngine, hireId: string, words: { arrived?: 'yes' | 'no' | 'notYet'; done?: 'yes' | 'no' | 'notYet'; paid?: 'yes' | 'no' | 'notYet' }, n = 1, more = {}) =>
  hall.ask('confirmEvening', { hireId, card: person(n), ...words, ...more });

/** The refusal by name, and a journal that is as it was. */
export async function refusedWithoutTrace(hall: TestEngine, asked: () => Promise<Answer>, code: string): Promise<void> {
  const head = hall.db.journal.head();
  expect(refusalOf(await asked())).toBe(code);
  expect(hall.db.journal.head()).toEqual(head);
}

/** The door of questions, with a reply that must fit its own schema. */
export function askAt(hall: TestEngine) {
  const said: string[] = [];
  let ids = 0;
  const ask = openQueries({ boards: { devices: { all: () => [] }, echoes: createEchoes() }, maintenance: { staff: () => [], door: createStaffDoor(() => [], () => 0, { read: () => new Map(), write: () => undefined }), readerReady: () => false, opened: () => Promise.resolve(), denied: () => Promise.resolve() },
    db: hall.db, engine: hall.engine, settings: hall.settings, folder: join(hall.dir, 'exports'), now: () => hall.clock.now, newId: () => `asked-by-desk-${++ids}`, breathe: () => Promise.resolve(),
  }, pino({ level: 'info' }, { write: (line: string) => { said.push(line); } }));
  return {
    said,
    async told<N extends QueryName>(name: N, asked: QueryRequest<N>, reader: Actor = supervisor): Promise<QueryReply<N>> {
      const answer = await ask({ name, asked }, reader);
      if (!answer.ok) throw new Error(`refused: ${answer.refusal.code} ${answer.refusal.field ?? ''}`);
      return queries[name].reply.parse(answer.value) as QueryReply<N>;
    },
    async refusal(name: QueryName, asked: unknown, reader: Actor = supervisor): Promise<string> {
      const answer = await ask({ name, asked }, reader);
      return answer.ok ? 'none' : `${answer.refusal.code} ${answer.refusal.field ?? ''}`.trim();
    },
  };
}

/** An employer complained about: opened and closed as upheld, which gives points. */
export async function upheld(hall: TestEngine, employerId: string, kind: 'wageArrears' | 'falseJob' | 'discrimination' | 'unlicensedAgent') {
  const { disputeId } = factOf(await hall.ask('openDispute', { kind, employerId, evidence: [] }, clerk), 'disputeOpened');
  return factsOf(await hall.ask('closeDispute', { disputeId, outcome: 'upheld' }, clerk));
}

export const kiosk = kioskActor;
