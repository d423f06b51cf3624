/* What the stories about people have in common: somebody registers, somebody is found again, what the files hold. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Purpose } from '@kuaizhao/db/domain/people/commands.ts';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { factOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { soundTerms } from '../../../fixtures/hall.ts';
import { person } from '../../../fixtures/people.ts';

export const consent = (...purposes: Purpose[]) => ({ textVersion: '2026-11', purposes: ['registration' as const, ...purposes] });
export const clerk: Actor = { role: 'console', staffId: 'clerk-1', staffRole: 'clerk' };
export const hostActor: Actor = { role: 'console', staffId: 'host-1', staffRole: 'host' };
export const byCard = (n: number) => ({ by: 'card' as const, card: person(n) });
export const byId = (workerId: string) => ({ by: 'worker' as const, workerId });
export const dayMs = 24 * 3_600_000;

/** Somebody with a card, whole answer read: worker, visit, ticket. */
export async function newcomer(hall: TestEngine, n: number, more: { phone?: string; purposes?: Purpose[]; trades?: string[] } = {}) {
  const answer = await hall.ask('registerWorker', { card: person(n), consent: consent(...(more.purposes ?? [])), trades: more.trades ?? ['0201'], ...(more.phone === undefined ? {} : { phone: more.phone }) });
  return { workerId: factOf(answer, 'workerRegistered').workerId, visitId: factOf(answer, 'visitOpened').visitId, ticket: factOf(answer, 'ticketIssued'), answer };
}

/** Somebody whom staff know, told as `card` would say it. */
export async function witnessed(hall: TestEngine, n: number, more: { number?: boolean; phone?: string } = {}) {
  const { name, sex, birth, number } = person(n);
  const answer = await hall.ask('registerWitnessed', {
    name, sex, born: { known: 'day', birth }, consent: consent(), trades: ['0201'],
    ...(more.number === true ? { number } : {}), ...(more.phone === undefined ? {} : { phone: more.phone }),
  }, staffActor);
  return { workerId: factOf(answer, 'workerRegistered').workerId, visitId: factOf(answer, 'visitOpened').visitId, ticket: factOf(answer, 'ticketIssued'), answer };
}

export async function postedJob(hall: TestEngine, changes = {}) {
  const household = await hall.ask('registerHousehold', { card: person(900), promiseVersion: '2026-11' });
  return factOf(await hall.ask('postJob', { employerId: factOf(household, 'employerRegistered').employerId, card: person(900), terms: soundTerms(hall.clock.now, changes) }), 'jobPosted');
}

/** All bytes of the hall's folder, but the key. */
export const bytesOf = (hall: TestEngine): Buffer => Buffer.concat(readdirSync(hall.dir).filter((name) => !name.endsWith('.key')).map((name) => readFileSync(join(hall.dir, name))));
