/* The rest of the demo morning: a draw, sealed quotes, an offer at a table, a posting that staff look at first, an order from outside, a dispute, a watched employer. */
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { Fact, FactOf, FactType } from '@kuaizhao/db/domain/fact.ts';
import { soundTerms } from '../fixtures/hall.ts';

type Ask = (content: object, actor?: Actor) => Promise<readonly Fact[]>;
type One = <T extends FactType>(facts: readonly Fact[], type: T) => FactOf<T>;
const supervisor: Actor = { role: 'console', staffId: 'supervisor-1', staffRole: 'supervisor' };
const clerk: Actor = { role: 'console', staffId: 'clerk-1', staffRole: 'clerk' };

/** `calls`: made at table 1 before; `employers`: those of the morning, the last one is watched. */
export async function seedTables(ask: Ask, one: One, now: number, employers: readonly string[], calls: readonly Fact[]): Promise<void> {
  const post = async (firm: number, changes: object): Promise<FactOf<'jobPosted'>> =>
    one(await ask({ type: 'postJob', employerId: employers[firm], terms: { ...soundTerms(now, { startAt: now + 2 * 3_600_000, leaveBy: now + 3_600_000 }), ...changes } }, clerk), 'jobPosted');
  const drawn = await post(4, { trade: '0501', headcount: 2, mode: 'draw' });
  await ask({ type: 'openDraw', jobId: drawn.jobId });
  const quoted = await post(2, { trade: '0101', headcount: 3, pay: { kind: 'negotiable' }, sealedQuotes: true });
  for (const [number, amountFen] of [['A001', 23_000], ['A007', 21_500]] as const) await ask({ type: 'sealQuote', jobId: quoted.jobId, number, pay: { amountFen, unit: 'day' } });
  await post(0, { trade: '0201', remark: '年龄40岁以下' });
  await post(1, { trade: '0301', days: 300, settlement: 'month', pay: { kind: 'fixed', amountFen: 420_000, unit: 'month' } });
  await ask({ type: 'takeOnlineOrder', orderId: `order-${now}`, employer: { employerId: employers[3] }, terms: { ...soundTerms(now, { startAt: now + 3 * 3_600_000, leaveBy: now + 2 * 3_600_000 }), trade: '0401', headcount: 2 } }, { role: 'agent' });
  const { callId } = one(calls, 'ticketCalled');
  await ask({ type: 'answerCall', callId, answer: { kind: 'accept' } });
  await ask({ type: 'recordOffer', callId, side: 'employer', pay: { amountFen: 22_000, unit: 'day' } });
  await ask({ type: 'recordOffer', callId, side: 'worker', pay: { amountFen: 24_000, unit: 'day' } });
  await ask({ type: 'openDispute', kind: 'wageArrears', employerId: employers[4], owedFen: 40_000, evidence: [], statement: '上周干了两天，工钱没给' }, clerk);
  await ask({ type: 'setEmployerStanding', employerId: employers[4], standing: 'watched', reason: 'unpaid' }, supervisor);
}
