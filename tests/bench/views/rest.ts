/* What a day leaves beside numbers and hires: notes, shifts, crews, opinions, wishes, help, a draw, quarrels about pay, appeals, somebody who wants to be forgotten. */
import type { FactOf } from '@kuaizhao/db/domain/fact.ts';
import { localDay } from '@kuaizhao/db/domain/queue/business-day.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { cardOf, factsIn, type Day, type Desk } from './day.ts';

interface Worked {
  readonly hires: readonly FactOf<'hireConfirmed'>[];
  readonly workerIds: readonly string[];
  /** the drawn person behind a record */
  readonly byWorker: ReadonlyMap<string, number>;
  readonly employers: readonly string[];
}
type Rest = Pick<Day, 'drawJobId' | 'caseId' | 'disputeId' | 'receipt'>;

const hourMs = 3_600_000;
const share = (count: number, parts: number): number[] => Array.from({ length: Math.ceil(count / parts) }, (_, n) => n);

/** Throws when one of the things that a view is asked about did not come to be. */
export async function workTheRest(desk: Desk, worked: Worked): Promise<Rest> {
  const { ask, all, now, settings } = desk;
  const { hires, workerIds, byWorker, employers } = worked;
  const today = localDay(now());
  const free = workerIds.filter((workerId) => !hires.some((hire) => hire.workerId === workerId));
  const card = (workerId: string | undefined) => cardOf(byWorker.get(workerId ?? '') ?? 0);
  await all(share(free.length, 12).slice(0, 60), (n) => ({ type: 'formCrew', members: [0, 1, 2].map((one) => ({ card: card(free[n * 3 + one]), tappedAt: now() })) }));
  await all(share(workerIds.length, 10), (n) => ({ type: 'giveOpinion', stars: 1 + (n % 5), reasons: ['goodJobs', 'longWait'], ...(n % 4 === 0 ? { text: '早上排队时间有点长' } : {}) }));
  await all(share(workerIds.length, 5), (n) => ({ type: 'wishTraining', who: { by: 'worker', workerId: workerIds[n] }, trade: ['0201', '0101', '0301', '0601'][n % 4] }));
  await ask({ type: 'startShift', place: { kind: 'window', id: settings.windows[0]?.id } });
  const cases = factsIn(await all(share(workerIds.length, 100), (n) => ({
    type: 'openHelpCase', workerId: workerIds[n], grounds: [{ group: 'minimumAllowance', evidence: 'register', verifiedOn: today, until: '2027-11-21' }],
  })), 'helpCaseOpened');
  await all(cases, ({ caseId }) => ({ type: 'recordHelpVisit', caseId, kind: 'talk', on: today, note: '愿意先做轻活' }));
  for (const [n, employerId] of employers.slice(0, 20).entries()) await ask({ type: 'setEmployerStanding', employerId, standing: n % 2 === 0 ? 'watched' : 'banned', until: '2027-01-01', reason: 'unpaid', note: '有人反映工钱拖欠' });
  const drawn = factsIn(await ask({ type: 'postJob', employerId: employers[30], terms: soundTerms(now(), { trade: '0201', headcount: 3, mode: 'draw' }) }), 'jobPosted')[0];
  await ask({ type: 'openDraw', jobId: drawn?.jobId });
  desk.pass(120_000);
  await ask({ type: 'drawLots', jobId: drawn?.jobId });
  // One in forty was not paid.
  const unpaid = factsIn(await all(share(hires.length, 40), (n) => {
    const hire = hires[n * 2];
    return { type: 'openDispute', kind: 'wageArrears', hireId: hire?.hireId, owedFen: 20_000, evidence: [], statement: '说好当天结，到现在没给' };
  }), 'disputeOpened');
  await all(unpaid, ({ disputeId }) => ({ type: 'recordMediation', disputeId, step: 'employerReached', note: '老板说明天结' }));
  const gone = factsIn(await ask({ type: 'eraseWorker', who: { by: 'worker', workerId: free.at(-1) }, reason: 'personAsked' }), 'workerErased')[0];
  desk.pass(hourMs);
  const [helpCase, dispute] = [cases[0], unpaid[0]];
  if (helpCase === undefined || dispute === undefined || drawn === undefined || gone === undefined) throw new Error(`the day is not whole: ${cases.length} cases, ${unpaid.length} disputes, draw ${drawn?.jobId}, gone ${gone?.receipt}`);
  return { drawJobId: drawn.jobId, caseId: helpCase.caseId, disputeId: dispute.disputeId, receipt: gone.receipt };
}
