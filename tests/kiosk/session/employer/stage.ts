/* Somebody who hires at a kiosk of the tests: firms, jobs and people of the hall's memory. */
import { jobPeopleSchema, type HiredPerson, type JobPeople } from '@kuaizhao/db/domain/hiring/asked.ts';
import { jobTermsSchema, type JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { employerChoiceSchema, type EmployerChoice } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import type { KioskQuestion, KioskTold } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { OwnJob } from '@kuaizhao/kiosk/session/hiring/scenes.ts';
import { dawn, drive, li, type Driver } from '../driver.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
export const firm: EmployerChoice = employerChoiceSchema.parse({ employerId: 'firm-1', kind: 'enterprise', name: '泉城建设' });
export const shop: EmployerChoice = employerChoiceSchema.parse({ employerId: 'shop-1', kind: 'soleTrader', name: '老孙饭馆' });

/** As the firm posts every morning: five for the heavy work, at six. */
export const terms = (changes: Partial<JobTerms> = {}): JobTerms => jobTermsSchema.parse({
  trade: '0201', headcount: 5, pay: { kind: 'fixed', amountFen: 26_000, unit: 'day' }, settlement: 'atOnce', place: '高新区', bay: '1号车位', plate: '鲁A12345',
  startAt: dawn + hour, leaveBy: dawn + hour / 2, hoursPerDay: 8, days: 1, meals: true, transport: true, tools: false, hazards: ['heavyLoad'], protection: true, insurance: 'employer',
  validUntil: dawn + 12 * hour, ...changes,
});
export const job = (changes: Partial<OwnJob> = {}): OwnJob => ({
  employerId: 'firm-1', jobId: 'job-1', number: 'J001', businessDay: '2026-11-21', terms: terms(), jobKind: 'daily', state: 'open', placesLeft: 3, postedAt: dawn - hour, ...changes,
});
export const yesterdays = (changes: Partial<JobTerms> = {}): OwnJob => job({
  jobId: 'job-0', number: 'J009', businessDay: '2026-11-20', state: 'filled', placesLeft: 0, terms: terms({ startAt: dawn + hour - day, leaveBy: dawn + hour / 2 - day, validUntil: dawn + 12 * hour - day, ...changes }),
});

export const hire = (changes: Partial<HiredPerson> = {}): HiredPerson => ({
  hireId: 'hire-1', number: 'H001', businessDay: '2026-11-21', state: 'agreed', at: dawn, startsAt: dawn + hour, endsAt: dawn + 9 * hour, settleBy: dawn + 12 * hour,
  agreedPay: { amountFen: 26_000, unit: 'day' }, settlement: 'atOnce', marks: {}, queueNumber: 'A017', shortName: '李*', ...changes,
});
export const people = (changes: Partial<JobPeople> = {}): JobPeople => jobPeopleSchema.parse({
  job: { jobId: 'job-1', number: 'J001', trade: '0201', mode: 'open', state: 'open', headcount: 5, placesLeft: 3 }, called: [], hires: [hire()], quotes: { wanted: false, sealed: 0, opened: [] }, ...changes,
});

/** The card lies there, and the hall has said for whom it may post. */
export function greeted(employers: readonly EmployerChoice[] = [firm]): Driver {
  const kiosk = drive();
  kiosk.tap('wantToHire');
  kiosk.happen({ type: 'cardRead', card: li });
  kiosk.tell({ name: 'myEmployers', value: { employers: [...employers] } });
  return kiosk;
}

export function atHome(jobs: readonly OwnJob[], employer: EmployerChoice = firm): Driver {
  const kiosk = greeted([employer]);
  kiosk.tell({ name: 'myJobs', value: { jobs: [...jobs] } });
  return kiosk;
}

export function atJob(with_: JobPeople = people(), one: OwnJob = job()): Driver {
  const kiosk = atHome([one]);
  kiosk.touch({ type: 'choose', id: one.jobId });
  kiosk.tell({ name: 'myJobPeople', value: with_ });
  return kiosk;
}

export const at = (kiosk: Driver): string => kiosk.face().screen.at;

/** What the hall tells, whatever is asked: an agency with a job of yesterday and one of today, somebody hired, prices under seal. */
const tales: { readonly [N in KioskTold['name']]?: Extract<KioskTold, { name: N }>['value'] } = {
  myEmployers: { employers: [{ ...firm, kind: 'agency', missing: ['agencyLicence'] }, shop] },
  myJobs: { jobs: [job(), yesterdays()] },
  principals: { employers: [{ employerId: 'firm-1', principals: [{ employerId: 'real-1', kind: 'enterprise', name: '样例厂' }] }] },
  myEmployerRecords: { employers: [] },
  phoneForEmployer: { phone: '13900001111' },
  myJobPeople: people({ quotes: { wanted: true, sealed: 1, opened: [] } }),
};

export function toldToBoss({ name }: KioskQuestion): KioskTold {
  const value = tales[name];
  if (value === undefined) throw new Error(`no employer asks ${name}`);
  return { name, value } as KioskTold;
}
