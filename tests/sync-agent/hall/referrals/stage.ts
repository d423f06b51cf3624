/* What the stories of the city's pool have in common in one hall: offers as the city's line brings them, and what people and hosts say to them. */
import type { FitParts } from '@kuaizhao/db/domain/matching/pairs/reasons.ts';
import type { ReferralOutcome } from '@kuaizhao/db/domain/referrals/commands.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import { kioskActor, type TestEngine } from '../../../fixtures/engine.ts';
import { agent, host, hour } from '../hiring/stage.ts';

export const fit: FitParts = { pay: 200, distance: 100, skill: 100, start: 50, together: 0, reliability: 50, named: 0 };
export const elsewhere = { hallId: 'jinan-huaiyin-west', name: '济南市槐荫区西客站综合零工市场' };

export const jobElsewhere = (now: number) => ({
  number: 'J004', trade: '0201', pay: { kind: 'fixed' as const, amountFen: 26_000, unit: 'day' as const }, settlement: 'atOnce' as const, place: '槐荫区',
  startAt: now + 3 * hour, leaveBy: now + 2 * hour, hoursPerDay: 8, days: 1, meals: true, transport: true, validUntil: now + 4 * hour,
});

export const offerTo = (hall: TestEngine, referralId: string, ticketId: string) =>
  hall.ask('takeReferral', { referralId, hall: elsewhere, openMs: 600_000, fit, about: { side: 'worker', ticketId, job: jobElsewhere(hall.clock.now) } }, agent);
export const offerFor = (hall: TestEngine, referralId: string, jobId: string, number = 'A017') =>
  hall.ask('takeReferral', { referralId, hall: elsewhere, openMs: 600_000, fit, about: { side: 'job', jobId, number } }, agent);
export const settle = (hall: TestEngine, referralId: string, outcome: ReferralOutcome) => hall.ask('settleReferral', { referralId, outcome }, agent);
export const say = (hall: TestEngine, referralId: string, answer: 'yes' | 'no', card: Card) => hall.ask('answerReferral', { referralId, answer, who: { by: 'card', card } }, kioskActor);
export const meet = (hall: TestEngine, referralId: string, number: string) => hall.ask('meetReferral', { referralId, number }, host);
export const expireReferrals = (hall: TestEngine) => hall.ask('expireReferrals', {}, agent);
