/* The screens of somebody who hires, with synthetic people: the own page, what stands in the way, one job and everything about it. */
import { jobPeopleSchema, type HiredPerson, type JobPeople } from '@kuaizhao/db/domain/hiring/asked.ts';
import { jobTermsSchema, type JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { Screen } from '@kuaizhao/kiosk/session/face.ts';
import type { OwnJob } from '@kuaizhao/kiosk/session/hiring/scenes.ts';
import { hour, morning, startAt, terms as draft, type Scene } from './morning.ts';

const day = 24 * hour;
const terms: JobTerms = jobTermsSchema.parse(draft);
const employer = { employerId: 'e1', kind: 'enterprise', name: '济南绿洲装饰工程有限公司' } as const;
const job = (changes: Partial<OwnJob> = {}, whose: Partial<JobTerms> = {}): OwnJob => ({
  employerId: 'e1', jobId: 'j12', number: 'J012', businessDay: '2026-11-21', terms: { ...terms, ...whose }, jobKind: 'daily', state: 'open', placesLeft: 3, postedAt: morning - hour, ...changes,
});
const before = (jobId: string, whose: Partial<JobTerms>): OwnJob => job({ jobId, number: 'J003', businessDay: '2026-11-20', state: 'filled', placesLeft: 0 }, { startAt: startAt - day, leaveBy: startAt - day - hour / 2, ...whose });
const past = [before('p1', {}), before('p2', { trade: '0201', headcount: 2, pay: { kind: 'fixed', amountFen: 18_000, unit: 'day' } }), before('p3', { trade: '0301', headcount: 1, pay: { kind: 'negotiable' } })];

const hire = (n: number, changes: Partial<HiredPerson> = {}): HiredPerson => ({
  hireId: `h${n}`, number: `H00${n}`, businessDay: '2026-11-21', state: 'agreed', at: morning, startsAt: startAt, endsAt: startAt + 9 * hour, settleBy: startAt + 12 * hour,
  agreedPay: { amountFen: 26_000, unit: 'day' }, settlement: 'atOnce', marks: {}, queueNumber: `A01${n}`, shortName: '张*', ...changes,
});
const hires = [hire(1), hire(2, { shortName: '李*', state: 'arrived', marks: { arrived: { at: morning, by: 'employer' } } })];
const called = (n: number, state: 'called' | 'talking'): JobPeople['called'][number] => ({ callId: `c${n}`, jobId: 'j12', tableId: 't1', state, at: morning, times: 1, number: `A02${n}`, shortName: '王*', named: false, offers: [] });
const people = (changes: Partial<JobPeople> = {}): JobPeople => jobPeopleSchema.parse({
  job: { jobId: 'j12', number: 'J012', trade: '0105', mode: 'open', state: 'open', headcount: 5, placesLeft: 3 }, called: [called(1, 'called'), called(2, 'called'), called(3, 'talking')], hires,
  quotes: { wanted: false, sealed: 0, opened: [] }, ...changes,
});
const quotes = (changes: Partial<JobPeople['quotes']>): JobPeople => people({ quotes: { wanted: true, sealed: 0, opened: [], ...changes } });
const look = (at: 'myJob' | 'jobPeople' | 'jobQuotes' | 'placard', shown: JobPeople = people(), of: OwnJob = job()): Screen => ({ at, job: of, people: shown, employerName: employer.name });
const change = (part: Extract<Screen, { at: 'jobChange' }>['part'], what: Extract<Screen, { at: 'jobChange' }>['change'] = {}): Screen => ({ at: 'jobChange', part, change: what, job: job(), people: people() });
const wayBack = { cleanHires: 2, needed: 5, nextFadesAt: morning + 30 * day, clearAt: morning + 60 * day };

export const employerScenes: readonly Scene[] = [
  { name: 'employer-home', screen: { at: 'employerHome', employer, live: [job(), job({ jobId: 'j13', number: 'J013', state: 'inReview' }, { trade: '0102' })], past } },
  { name: 'employer-home-new', screen: { at: 'employerHome', employer: { ...employer, missing: ['businessLicence'] }, live: [], past: [] } },
  { name: 'employer-home-watched', screen: { at: 'employerHome', employer: { ...employer, standing: 'watched' }, live: [], past } },
  { name: 'principals', screen: { at: 'principals', employer: { ...employer, kind: 'contractor', name: '张班组' }, principals: [employer, { employerId: 'e2', kind: 'soleTrader', name: '老孙家常菜馆' }] } },
  { name: 'repeat', screen: { at: 'repeat', employer, terms: { ...terms, mode: 'open' } } },
  { name: 'at-desk-unverified', screen: { at: 'atDesk', employer: { ...employer, kind: 'agency', missing: ['businessLicence', 'agencyLicence'] }, why: 'unverified', canTicket: true } },
  { name: 'at-desk-banned', screen: { at: 'atDesk', employer: { ...employer, standing: 'banned' }, why: 'banned', canTicket: true } },
  { name: 'at-desk-stopped', screen: { at: 'atDesk', employer: { ...employer, stoppedUntil: morning + 3 * day }, why: 'stopped', canTicket: false } },
  { name: 'at-desk-no-principal', screen: { at: 'atDesk', employer: { ...employer, kind: 'contractor' }, why: 'noPrincipal', canTicket: true } },
  {
    name: 'employer-record', screen: {
      at: 'employerRecord', employer, canTicket: true, record: {
        employerId: 'e1', name: employer.name, points: 8, grade: 'bad', stoppedUntil: morning + 2 * day, wayBack, entries: [
          { pointsId: 'x1', cause: 'falseTerms', points: 6, at: morning - day, counts: true, fadesAt: morning + 89 * day, appealUntil: morning + 14 * day },
          { pointsId: 'x2', cause: 'employerAbsent', points: 2, at: morning - 20 * day, counts: true, fadesAt: morning + 70 * day },
        ],
      },
    },
  },
  { name: 'employer-record-good', screen: { at: 'employerRecord', employer, canTicket: true, record: undefined } },
  { name: 'blocked-words', screen: { at: 'blockedWords', blocked: { element: 'remark', text: '自带手套，只要男的，本地人优先', matched: { from: 5, to: 9 }, why: 'sex' } } },
  { name: 'job-mode', screen: { at: 'jobMode', draft, employerName: employer.name } },
  { name: 'posted-not-verified', screen: { at: 'posted', number: 'J013', inReview: true, cause: 'notVerified', insurance: 'none', canTicket: true, paper: { kind: 'printed' } } },
  { name: 'posted-below-minimum', screen: { at: 'posted', number: 'J014', belowMinimum: true, insurance: 'hall', canTicket: true, paper: { kind: 'printed' } } },
  { name: 'my-job', screen: look('myJob', people(), job({}, { insurance: 'none' })) },
  { name: 'my-job-quotes-draw', screen: look('myJob', { ...quotes({ sealed: 4 }), job: { ...people().job, mode: 'draw' } }) },
  { name: 'my-job-in-review', screen: look('myJob', people({ hires: [], called: [] }), job({ state: 'inReview' })) },
  { name: 'my-job-filled', screen: look('myJob', people({ called: [], hires: [...hires, hire(3), hire(4), hire(5)] }), job({ state: 'filled', placesLeft: 0 })) },
  { name: 'job-people', screen: look('jobPeople') },
  {
    name: 'job-people-talk', screen: look('jobPeople', people({
      called: [called(1, 'called'), { ...called(3, 'talking'), offers: [{ side: 'employer', pay: { amountFen: 26_000, unit: 'day' }, at: morning }, { side: 'worker', pay: { amountFen: 28_000, unit: 'day' }, at: morning }] }],
    })),
  },
  { name: 'job-people-none', screen: look('jobPeople', people({ hires: [], called: [] })) },
  { name: 'hired', screen: { at: 'hired', job: job(), hire: hire(1) } },
  { name: 'hired-phone', screen: { at: 'hired', job: job(), hire: hires[1] ?? hire(2), phone: '13800001234' } },
  { name: 'hired-no-phone', screen: { at: 'hired', job: job(), hire: hire(3, { state: 'unpaid', dispute: { disputeId: 'd1', number: 'W20261121-001', state: 'open', openedAt: morning, answerBy: '2026-11-24', mediateBy: '2026-11-30' } }), phone: null } },
  { name: 'hired-sure-paid', screen: { at: 'hired', job: job(), hire: hire(1), sure: 'paid' } },
  { name: 'hired-sure-release', screen: { at: 'hired', job: job(), hire: hire(1), sure: 'release' } },
  { name: 'quotes-sealed', screen: look('jobQuotes', quotes({ sealed: 4 })) },
  { name: 'quotes-opened', screen: look('jobQuotes', quotes({ opened: [21_000, 22_500, 26_000].map((amountFen, n) => ({ quoteId: `q${n}`, shortName: ['赵*', '钱*', '孙*'][n] ?? '李*', pay: { amountFen, unit: 'day' }, at: morning, openedAt: morning })) })) },
  { name: 'placard', screen: look('placard') },
  { name: 'change-time', screen: change('time', { validUntil: terms.validUntil + 12 * hour + 60_000 }) },
  { name: 'change-headcount', screen: change('headcount', { headcount: 7 }) },
  { name: 'change-pay', screen: change('pay') },
  { name: 'change-named', screen: change('named', { digits: '17' }) },
  { name: 'change-quotes', screen: change('quotes', { sealedQuotes: true }) },
  { name: 'change-close', screen: change('close', { reason: 'weather' }) },
  { name: 'job-paper', screen: { at: 'jobPaper', paperOf: 'slip', job: job(), paper: { kind: 'printed' } } },
  { name: 'job-paper-out', screen: { at: 'jobPaper', paperOf: 'slip', job: job(), paper: { kind: 'trouble', printer: 'paperOut', canReprint: false } }, rest: { printer: 'paperOut' } },
];
