/* A morning for the demo town: employers, jobs, waiting workers and the first calls, all through the engine's one way in. */
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { Fact, FactOf, FactType } from '@kuaizhao/db/domain/fact.ts';
import type { JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { Engine } from '@kuaizhao/sync-agent/hall/engine.ts';
import { soundTerms } from '../fixtures/hall.ts';
import { creditCode, person } from '../fixtures/people.ts';
import { seedTables } from './seed-tables.ts';

const staff: Actor = { role: 'console', staffId: 'host-1', staffRole: 'host' };
const clerk: Actor = { role: 'console', staffId: 'clerk-1', staffRole: 'clerk' };
const firms = ['济南样例搬家有限公司', '历下样例家政服务部', '泉城样例建筑劳务有限公司', '东关样例酒楼', '样例园林绿化有限公司'];
const offers: readonly (readonly [firm: number, changes: Partial<JobTerms>])[] = [
  [0, { trade: '0201', headcount: 5 }],
  [0, { trade: '0202', headcount: 3, pay: { kind: 'fixed', amountFen: 24_000, unit: 'day' }, place: '天桥区', bay: '1号位', plate: '鲁A54321', meals: false }],
  [1, { trade: '0301', headcount: 4, pay: { kind: 'fixed', amountFen: 2_500, unit: 'hour' }, hoursPerDay: 4, place: '市中区', bay: '5号位', hazards: ['none'], protection: false }],
  [2, { trade: '0101', headcount: 12, pay: { kind: 'fixed', amountFen: 22_000, unit: 'day' }, place: '章丘区', bay: '2号位', plate: '鲁A77777', hazards: ['height', 'dust'] }],
  [2, { trade: '0102', headcount: 6, pay: { kind: 'fixed', amountFen: 38_000, unit: 'day' }, place: '章丘区', bay: '2号位', hazards: ['height'] }],
  [2, { trade: '0107', headcount: 2, pay: { kind: 'negotiable' }, place: '历城区', hazards: ['hotWork'], settlement: 'done' }],
  [3, { trade: '0401', headcount: 3, pay: { kind: 'fixed', amountFen: 15_000, unit: 'halfDay' }, place: '历下区', hazards: ['none'], protection: false, transport: false }],
  [4, { trade: '0501', headcount: 8, pay: { kind: 'fixed', amountFen: 20_000, unit: 'day' }, place: '长清区', bay: '6号位', hazards: ['machine'] }],
];

export async function seedMorning(engine: Engine, now: number): Promise<void> {
  let commands = 0;
  const ask = async (content: object, actor: Actor = staff): Promise<readonly Fact[]> => {
    commands += 1;
    const answer = await engine.handle({ commandId: `seed-${now}-${commands}`, ...content }, actor);
    if (!answer.ok) throw new Error(`the seed was refused: ${answer.refusal.code} ${answer.refusal.field ?? ''}`);
    return answer.facts;
  };
  const one = <T extends FactType>(facts: readonly Fact[], type: T): FactOf<T> => {
    const found = facts.find((fact) => fact.type === type);
    if (found === undefined) throw new Error(`the seed got no ${type}`);
    return found as FactOf<T>;
  };
  const employers: string[] = [];
  for (const [index, name] of firms.entries()) {
    const facts = await ask({ type: 'registerEmployer', kind: index === 1 || index === 3 ? 'soleTrader' : 'enterprise', name, creditCode: creditCode(index + 1), representatives: [] });
    employers.push(one(facts, 'employerRegistered').employerId);
  }
  const jobs: string[] = [];
  for (const [firm, changes] of offers) {
    const base = soundTerms(now, { startAt: now + 2 * 3_600_000, leaveBy: now + 3_600_000 });
    jobs.push(one(await ask({ type: 'postJob', employerId: employers[firm], terms: { ...base, ...changes } }), 'jobPosted').jobId);
  }
  const trades = ['0101', '0201', '0202', '0301', '0501', '0102'];
  for (let n = 0; n < 36; n += 1) {
    const wanted = [...new Set([trades[n % 6] ?? '0101', trades[(n * 5 + 1) % 6] ?? '0201'])];
    await ask({ type: 'registerWorker', card: person(200 + n, 1960 + n), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: wanted });
  }
  for (const service of ['register', 'employ', 'rights', 'policy', 'register']) await ask({ type: 'takeTicket', service });
  await ask({ type: 'callNext', windowId: 'w1' });
  const calls = await ask({ type: 'callForJob', tableId: 't4', jobId: jobs[0] ?? '', count: 2 });
  await ask({ type: 'confirmHire', callId: one(calls, 'ticketCalled').callId, agreedPay: { amountFen: 21_000, unit: 'day' }, settlement: 'atOnce' });
  const atTable1 = await ask({ type: 'callForJob', tableId: 't1', jobId: jobs[3] ?? '', count: 3 });
  await people(ask, one);
  await seedTables(ask, one, now, employers, atTable1);
}

/** People as they come: without a card, as a crew, as a number and nothing else; staff at their places, an opinion, somebody who is helped. */
async function people(ask: (content: object, actor?: Actor) => Promise<readonly Fact[]>, one: <T extends FactType>(facts: readonly Fact[], type: T) => FactOf<T>): Promise<void> {
  const consent = { textVersion: '2026-11', purposes: ['registration'] };
  await ask({ type: 'startShift', place: { kind: 'table', id: 't4' } });
  await ask({ type: 'startShift', place: { kind: 'window', id: 'w1' } }, clerk);
  await ask({ type: 'takeWorkNumber', trades: ['0301'] });
  const told = await ask({ type: 'registerWitnessed', name: '样例无证', sex: 'female', born: { known: 'band', band: '50to59' }, consent, trades: ['0301'] }, clerk);
  const opened = await ask({ type: 'openHelpCase', workerId: one(told, 'workerRegistered').workerId, grounds: [] }, clerk);
  await ask({ type: 'recordHelpVisit', caseId: one(opened, 'helpCaseOpened').caseId, kind: 'talk', on: '2026-01-05', note: '想找离家近的保洁活' }, clerk);
  const crew = [300, 301, 302];
  for (const n of crew) await ask({ type: 'registerWorker', card: person(n, 1975), consent, trades: ['0102'] });
  await ask({ type: 'formCrew', members: crew.map((n, index) => ({ card: person(n, 1975), tappedAt: 1_790_000_000_000 + index * 5_000 })) });
  await ask({ type: 'wishTraining', who: { by: 'card', card: person(300, 1975) }, trade: '0107' });
  await ask({ type: 'giveOpinion', stars: 5, reasons: ['kindStaff', 'shortWait'] });
}
