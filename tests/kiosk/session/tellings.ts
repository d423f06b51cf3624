/* What a hall could tell to each question of a kiosk: one sound answer each, about synthetic people. */
import { courseSheet } from '@kuaizhao/db/domain/content/city-offers.ts';
import { shippedLeaflets } from '@kuaizhao/db/domain/content/shipped.ts';
import type { MyHire } from '@kuaizhao/db/domain/hiring/asked.ts';
import type { KioskQuestion, KioskTold } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { MyDay, OpenJob } from '@kuaizhao/sync-agent/contract/queries/worker/day.ts';
import { sampleCourse, sampleSteadyJob } from '../../fixtures/city/offers.ts';
import { soundTerms } from '../../fixtures/hall.ts';

const minute = 60_000;
/** 2026-11-21 05:10 in China, as the driver's clock begins */
const dawn = Date.parse('2026-11-20T21:10:00Z');
const name = '王建国';

export const myDay = (changes: Partial<MyDay> = {}): MyDay => ({
  ticket: { ticketId: 'ticket-1', number: 'A017', state: 'waiting', ahead: 2, wait: { fromMinutes: 10, toMinutes: 20, basis: 'rate' } }, trades: ['0102'], toConfirm: 0, offers: 0, restate: false, crew: [], appointments: [], consents: ['registration'], merged: 0, ...changes,
});
export const openJob = (jobId = 'job-1', trade = '0102'): OpenJob => {
  const { validUntil: _until, ...terms } = soundTerms(dawn, { trade });
  return { jobId, number: 'J001', terms, employerKind: 'household', placesLeft: 2 };
};
export const myHire = (changes: Partial<MyHire> = {}): MyHire => ({
  hireId: 'hire-1', number: 'H001', businessDay: '2026-11-20', state: 'agreed', at: dawn - 20 * 60 * minute, startsAt: dawn - 19 * 60 * minute, endsAt: dawn - 11 * 60 * minute, settleBy: dawn - 10 * 60 * minute,
  agreedPay: { amountFen: 20_000, unit: 'day' }, settlement: 'atOnce', marks: {}, jobNumber: 'J009', trade: '0102', place: '历城区', employerName: '泉城建设', employerKind: 'enterprise', confirmable: ['arrived', 'done', 'paid'], ...changes,
});
export const myCall = { callId: 'call-1', jobId: 'job-1', tableId: 't1', state: 'called', at: dawn, times: 1, until: dawn + 10 * minute, jobNumber: 'J001', trade: '0102' } as const;
export const notCalled = { jobId: 'job-2', jobNumber: 'J002', trade: '0102', mode: 'open', placesLeft: 1, reason: 'notYourTurn', ahead: 4 } as const;
export const offer = {
  referralId: 'referral-1', number: 'A017', hall: { hallId: 'hall-2', name: '城西零工市场', km: 7 }, state: 'offered', offeredAt: dawn, expiresAt: dawn + 9 * minute,
  job: { number: 'J040', trade: '0102', pay: { kind: 'fixed', amountFen: 25_000, unit: 'day' }, settlement: 'atOnce', place: '高新区', startAt: dawn + 90 * minute, hoursPerDay: 8, days: 1, meals: true, transport: false, validUntil: dawn + 80 * minute },
  fit: { pay: 1, distance: 1, skill: 1, start: 1, together: 0, reliability: 1, named: 0 },
} as const;

type Tellings = { readonly [N in KioskTold['name']]?: Extract<KioskTold, { readonly name: N }>['value'] };
const tellings: Tellings = {
  wait: { ahead: 1, wait: { fromMinutes: 5, toMinutes: 10, basis: 'rate' } },
  serviceWaits: { services: [{ service: 'rights', ahead: 2, wait: { fromMinutes: 5, toMinutes: 10, basis: 'rate' } }] },
  openJobs: { total: 2, jobs: [openJob(), openJob('job-2', '0201')], trades: [{ trade: '0102', jobs: 1, placesLeft: 2 }, { trade: '0201', jobs: 1, placesLeft: 2 }] },
  whyNot: { explanation: { kind: 'noPair', jobId: 'job-1', why: { code: 'payBelowWish' } } },
  myWishes: { wishes: { withinKm: 10 }, certificates: [], applied: [], restate: true },
  myCalls: { calls: [myCall], notCalled: [notCalled], tables: [{ id: 't1', label: '1号桌' }] },
  myReferrals: { referrals: [offer] },
  myHires: { hires: [myHire(), myHire({ hireId: 'hire-2', number: 'H002' })] },
  accessCopy: { copy: { at: dawn, atWindow: false, entries: [{ section: 'identity', what: { zh: '姓名', en: 'Name' }, value: { zh: name, en: name } }] } },
  leaflets: { leaflets: [courseSheet(sampleCourse), ...shippedLeaflets].map((one) => ({ ...one, lines: [...one.lines] })) },
  steadyJobs: { jobs: [{ jobId: 'job-9', number: 'J009', businessDay: '2026-11-20', terms: soundTerms(dawn, { days: 200 }), jobKind: 'steady', state: 'open', placesLeft: 3, postedAt: dawn }], city: [sampleSteadyJob] },
  slots: { slots: [{ time: '09:00', slotAt: dawn + 240 * minute, left: 2 }, { time: '09:30', slotAt: dawn + 270 * minute, left: 0 }] },
};

/** The answer to a question, or undefined for one that no scene of a worker asks. */
export function tellingFor({ name }: KioskQuestion, day: MyDay = myDay()): KioskTold | undefined {
  const value = name === 'myDay' ? day : tellings[name];
  // Each name with the value of that very name, as the table has it.
  return value === undefined ? undefined : { name, value } as KioskTold;
}
