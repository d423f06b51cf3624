/* The pages of a worker whom the hall knows, with synthetic work, calls and hires. */
import { courseSheet } from '@kuaizhao/db/domain/content/city-offers.ts';
import { shippedLeaflets } from '@kuaizhao/db/domain/content/shipped.ts';
import type { MyHire } from '@kuaizhao/db/domain/hiring/asked.ts';
import { accessWords, plain, purposeWords } from '@kuaizhao/db/domain/people/data/access-copy.ts';
import type { Screen, ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import type { OpenJob } from '@kuaizhao/sync-agent/contract/queries/worker/day.ts';
import { sampleCourse, sampleSteadyJob } from '../../fixtures/city/offers.ts';
import { morning, type Scene } from './morning.ts';

const minute = 60_000;
const hour = 60 * minute;

const day: ScreenOf<'home'>['day'] = {
  ticket: { ticketId: 't1', number: 'A012', state: 'waiting', ahead: 17, wait: { fromMinutes: 20, toMinutes: 35, basis: 'rate' } }, trades: ['0105', '0101'], toConfirm: 0, offers: 0, restate: false, crew: [], appointments: [], merged: 0,
};
const call = { callId: 'c1', jobId: 'j1', tableId: 't3', state: 'called', at: morning - 2 * minute, times: 1, until: morning + 8 * minute, jobNumber: 'J012', trade: '0105' } as const;

const open = (n: number, trade: string, changes: Partial<OpenJob['terms']> = {}, more: Partial<OpenJob> = {}): OpenJob => ({
  jobId: `j${n}`, number: `J${String(n).padStart(3, '0')}`, employerKind: 'enterprise', employerName: '济南绿洲装饰工程有限公司', placesLeft: 3, km: 6, ...more,
  terms: {
    trade, headcount: 5, pay: { kind: 'fixed', amountFen: 26_000, unit: 'day' }, settlement: 'atOnce', place: '北园大街', bay: '2号车位', plate: '鲁A5K729', startAt: morning + 2 * hour, leaveBy: morning + hour,
    hoursPerDay: 8, days: 2, meals: true, transport: true, tools: false, hazards: ['height', 'dust'], protection: true, insurance: 'employer', ...changes,
  },
});
const jobs = [
  open(12, '0105'), open(15, '0101', { place: '高新区', pay: { kind: 'fixed', amountFen: 24_000, unit: 'day' } }, { km: 18, placesLeft: 12 }), open(18, '0105', { pay: { kind: 'negotiable' }, place: '章丘', startAt: morning + 26 * hour }, { employerKind: 'household', placesLeft: 1 }),
  open(21, '0201', { pay: { kind: 'fixed', amountFen: 2_600, unit: 'hour' }, place: '药山' }), open(27, '0301'), open(31, '0106'), open(33, '0107'), open(40, '0501'),
];
const look = { among: { kind: 'own', trades: ['0105', '0101'] }, own: ['0105', '0101'], when: undefined, near: true } as const;
const wanted = ['0105', '0201', '0101', '0301', '0106', '0501'].map((trade, at) => ({ trade, jobs: 9 - at, placesLeft: 40 - 6 * at }));

const hire = (n: number, changes: Partial<MyHire> = {}): MyHire => ({
  hireId: `h${n}`, number: `H02${n}`, businessDay: '2026-11-20', state: 'agreed', at: morning - 23 * hour, startsAt: morning - 22 * hour, endsAt: morning - 10 * hour, settleBy: morning - 9 * hour,
  agreedPay: { amountFen: 26_000, unit: 'day' }, settlement: 'atOnce', marks: {}, jobNumber: 'J004', trade: '0105', place: '北园大街', employerName: '济南绿洲装饰工程有限公司', employerKind: 'enterprise', confirmable: ['arrived', 'done', 'paid'], ...changes,
});
const offer: ScreenOf<'offer'>['offer'] = {
  referralId: 'r1', number: 'A012', hall: { hallId: 'hall-2', name: '济南市历城区洪楼零工市场', km: 9 }, state: 'offered', offeredAt: morning, expiresAt: morning + 9 * minute,
  job: { number: 'J044', trade: '0105', pay: { kind: 'fixed', amountFen: 30_000, unit: 'day' }, settlement: 'atOnce', place: '洪家楼', startAt: morning + 3 * hour, leaveBy: morning + 2 * hour, hoursPerDay: 8, days: 1, meals: true, transport: true, validUntil: morning + 4 * hour },
  fit: { pay: 300, distance: 100, skill: 100, start: 40, together: 0, reliability: 50, named: 0 },
};
const tables = [{ id: 't3', label: '3号桌' }];
const notCalled = [
  { jobId: 'j15', jobNumber: 'J015', trade: '0101', mode: 'open', placesLeft: 4, reason: 'notYourTurn', ahead: 6 }, { jobId: 'j18', jobNumber: 'J018', trade: '0105', mode: 'open', placesLeft: 1, reason: 'payBelowWish' },
  { jobId: 'j21', jobNumber: 'J021', trade: '0105', mode: 'draw', placesLeft: 2, reason: 'drawToCome' },
] as const;
const waits: ScreenOf<'services'>['waits'] = [{ service: 'register', ahead: 0 }, { service: 'employ', ahead: 2, wait: { fromMinutes: 5, toMinutes: 10, basis: 'rate' } }, { service: 'training', ahead: 0 }, { service: 'rights', ahead: 7, wait: { fromMinutes: 20, toMinutes: 35, basis: 'rate' } }, { service: 'policy', ahead: 1, wait: { fromMinutes: 5, toMinutes: 5, basis: 'rate' } }];
const appointments = [{ code: 'F0830-02', service: 'policy', day: '2026-11-23', slotAt: Date.UTC(2026, 10, 23, 0, 30) }];
const slots = ['08:30', '09:00', '09:30', '10:00', '14:00', '14:30', '15:00'].map((time, at) => ({ time, slotAt: morning + at * hour, left: 4 - (at % 4) }));
const copy: ScreenOf<'copy'>['copy'] = {
  at: morning, atWindow: true, entries: [
    { section: 'identity', what: accessWords.name, value: plain('赵建国') }, { section: 'identity', what: accessWords.birth, value: plain('1978-04-12') }, { section: 'identity', what: accessWords.registered, value: plain('2026-11-02') },
    { section: 'contact', what: accessWords.phone, value: plain('138 0000 1234'), from: morning - 24 * hour }, { section: 'consent', what: accessWords.consent, value: purposeWords.registration, from: morning - 400 * hour },
    { section: 'visits', what: accessWords.days, value: plain('2026-11-20 A004') }, { section: 'work', what: accessWords.hire, value: plain('2026-11-20 H021') },
  ],
};
const printed = { kind: 'printed' } as const;
const leaflets = shippedLeaflets;
const leaflet = (id: string) => leaflets.find((one) => one.leafletId === id)!;
const told = (what: ScreenOf<'told'>['what'], number?: string, more = true): Screen => ({ at: 'told', what, number, more });

export const workerScenes: readonly Scene[] = [
  { name: 'home', screen: { at: 'home', day } },
  { name: 'home-urgent', screen: { at: 'home', day: { ...day, ticket: { ticketId: 't1', number: 'A012', state: 'called', ahead: 0 }, called: { ...call, table: '3号桌' }, toConfirm: 2, restate: true, crew: ['A012', 'A013', 'A014'], appointments, merged: 1 } } },
  { name: 'told-applied', screen: told('applied', 'J012') },
  { name: 'told-erased', screen: told('erased', '20261121-003', false) },
  { name: 'jobs', screen: { at: 'jobs', look, total: 31, jobs, trades: wanted } },
  { name: 'jobs-none', screen: { at: 'jobs', look: { ...look, when: 'later' }, total: 0, jobs: [], trades: wanted } },
  { name: 'job-trades', screen: { at: 'jobTrades', look, total: 31, jobs, trades: wanted } },
  { name: 'job-detail', screen: { at: 'jobDetail', job: open(12, '0105', { conditions: { certificates: ['workAtHeight'], experienceYears: 1 } }), why: { kind: 'pair', reach: { jobId: 'j12', reaches: 'until', until: morning - 12 * minute, missingMinutes: 8 }, countsFrom: morning, fit: 700, parts: offer.fit, next: [] } } },
  { name: 'wishes', screen: { at: 'wishes', wishes: { leastPay: { amountFen: 20_000, unit: 'day' }, withinKm: 20 }, certificates: [{ certificate: 'workAtHeight', until: '2027-08-31' }], restate: true } },
  { name: 'wish', screen: { at: 'wish', part: 'leastPay', wishes: { leastPay: { amountFen: 20_000, unit: 'day' } } } },
  { name: 'calls', screen: { at: 'calls', calls: [call, { ...call, callId: 'c0', state: 'noAgreement', at: morning - hour, jobNumber: 'J003' }], notCalled, offers: [offer], tables } },
  { name: 'calls-none', screen: { at: 'calls', calls: [], notCalled: [], offers: [], tables: [] } },
  { name: 'call', screen: { at: 'call', call, table: '3号桌' } },
  { name: 'call-no', screen: { at: 'callNo', call, table: '3号桌' } },
  { name: 'offer', screen: { at: 'offer', offer } },
  { name: 'why-not', screen: { at: 'whyNot', job: notCalled[0], why: { kind: 'pair', reach: { jobId: 'j15', reaches: 'until', until: morning - 12 * minute, missingMinutes: 8 }, countsFrom: morning, fit: 700, parts: offer.fit, next: [] } } },
  { name: 'evening', screen: { at: 'evening', hires: [hire(1), hire(2, { trade: '0201', employerName: '孙桂兰', employerKind: 'household', place: '堤口路' })] } },
  { name: 'evening-paid', screen: { at: 'eveningHire', hire: hire(1), step: 'paid', words: { arrived: 'yes', done: 'yes' } } },
  { name: 'not-paid', screen: { at: 'notPaid', hire: hire(1), step: 'paid', words: { arrived: 'yes', done: 'yes', paid: 'no' } } },
  { name: 'rights', screen: { at: 'rights', number: 'E007', dispute: 'W261121-01', answerBy: '2026-11-24', paper: printed } },
  { name: 'data', screen: { at: 'data' } },
  { name: 'copy', screen: { at: 'copy', copy, receipt: '20261121-Q003' } },
  { name: 'new-phone', screen: { at: 'newPhone', digits: '13800', complete: false } },
  { name: 'new-trades', screen: { at: 'newTrades', chosen: ['0105', '0101'] } },
  { name: 'consents', screen: { at: 'consents', consents: ['registration'] } },
  { name: 'erase', screen: { at: 'erase' } },
  { name: 'erase-sure', screen: { at: 'eraseSure' } },
  { name: 'opinion', screen: { at: 'opinion', stars: undefined, reasons: [] } },
  { name: 'opinion-why', screen: { at: 'opinion', stars: 4, reasons: ['kindStaff', 'fewJobs'] } },
  { name: 'news', screen: { at: 'news', leaflets: [courseSheet(sampleCourse), ...leaflets], known: true } },
  { name: 'leaflet', screen: { at: 'leaflet', leaflet: leaflet('wages'), known: true } },
  { name: 'leaflet-training', screen: { at: 'leaflet', leaflet: leaflet('skills'), known: true } },
  { name: 'leaflet-course', screen: { at: 'leaflet', leaflet: courseSheet(sampleCourse), known: true } },
  { name: 'steady-jobs', screen: { at: 'steadyJobs', jobs: [{ jobId: 's1', number: 'J050', terms: { ...open(50, '0501').terms, validUntil: morning + 99 * hour, days: 300, pay: { kind: 'fixed', amountFen: 520_000, unit: 'month' }, settlement: 'month' }, placesLeft: 6 }], city: [sampleSteadyJob] } },
  { name: 'training', screen: { at: 'training' } },
  { name: 'sheet', screen: { at: 'sheet', what: 'leaflet', paper: printed, more: true } },
  { name: 'crew', screen: { at: 'crew', numbers: ['A012', 'A013'], together: [], trouble: 'noNumber', canForm: true } },
  { name: 'crew-stands', screen: { at: 'crew', numbers: [], together: ['A012', 'A013', 'A014'], trouble: undefined, canForm: false } },
  { name: 'services', screen: { at: 'services', waits, several: undefined, known: false } },
  { name: 'services-several', screen: { at: 'services', waits, several: ['rights', 'policy'], known: true } },
  { name: 'missed', screen: { at: 'missed', series: undefined, digits: '' } },
  { name: 'missed-digits', screen: { at: 'missed', series: 'F', digits: '012' } },
  { name: 'booked', screen: { at: 'booked', appointments } },
  { name: 'slots', screen: { at: 'slots', service: 'policy', day: '2026-11-22', slots } },
  { name: 'shut-closed', screen: { at: 'shut', kind: 'closed', more: true } },
  { name: 'shut-not-now', screen: { at: 'shut', kind: 'notNow', more: false } },
  { name: 'shut-full', screen: { at: 'shut', kind: 'full', more: true } },
];
