/* How the page for the van at the door looks at 1366 × 768: several employers to choose from, the last terms, the called crew. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerSchema } from '@kuaizhao/sync-agent/contract/answer.ts';
import { floorStateSchema } from '@kuaizhao/sync-agent/contract/console.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { Answers, ConsoleStage } from '../../../display-board/stage/console-stage.ts';
import { askedJob, jobTerms, tableFloor } from '../../../display-board/stage/floor-table.ts';
import { at0531, floorState, jobs } from '../../../display-board/stage/morning.ts';
import { expectPicture } from '../../approved.ts';
import { consolePictures } from '../console-pictures.ts';

const pictures = consolePictures(join(import.meta.dirname, '../approved'));
const { shot, wrong, approved } = pictures;

type Employer = QueryReply<'employers'>['employers'][number];
const employer = (n: number, name: string, more: Partial<Employer> = {}): Employer => ({
  employerId: `employer-${String(n)}`, kind: 'enterprise', name, registeredAt: at0531 - n * 86_400_000, verification: 'verified', verifiedUntil: '2027-05-01', standing: 'normal', trusted: n === 1, ...more,
});
const employers = [employer(1, '样例建筑劳务有限公司'), employer(2, '样例搬家服务部', { kind: 'soleTrader' }), employer(3, '济南样例城乡一体化物业与保洁综合服务发展有限责任公司第三分公司', { standing: 'watched' })];
const answers: Answers = {
  employers: { employers },
  employer: ({ employerId }: { employerId: string }): QueryReply<'employer'> => {
    const found = employers.find((one) => one.employerId === employerId);
    return { employer: found === undefined ? null : { ...found, representatives: 1, liveJobs: 0, crews: [], principals: [], decisions: [] } };
  },
  employerJobs: { jobs: [askedJob] },
};
const free = (): ReturnType<typeof tableFloor> => ({ ...tableFloor(), tables: floorState().tables.map((one) => ({ ...one, calls: [] })) });
async function atDoor(): Promise<ConsoleStage> {
  const stage = await pictures.open({ role: 'host', page: 'urgent', answers, floor: free() });
  await stage.face.page.locator('.find-employer input:focus').waitFor();
  await stage.face.page.keyboard.type('样例');
  await stage.face.page.keyboard.press('Enter');
  await stage.face.page.locator('.found-employers button:focus').waitFor();
  return stage;
}

test('F3 F10 several employers answer to what was typed', async () => {
  await atDoor();
  expectPicture(await shot(), approved('urgent-found'));
  expect(await wrong()).toEqual([0]);
});

test('F3 the last terms, with long words and a headcount of three digits', async () => {
  const host = await atDoor();
  await host.face.page.keyboard.press('Enter');
  await host.face.page.locator('.urgent-form input:focus').waitFor();
  expectPicture(await shot(), approved('urgent-terms'));
  expect(await wrong()).toEqual([0]);
});

test('F1 F7 posted and called: the crew at the table, one key each', async () => {
  const host = await atDoor();
  const { face, stage } = host;
  host.answerCommands((command) => answerSchema.parse({ ok: true, commandId: command.commandId, papers: [], facts: command.type === 'repeatJob' ? [{ type: 'jobPosted', jobId: 'job-1', number: 'J001', businessDay: '2026-11-21', employerId: 'employer-1', terms: { ...jobTerms, headcount: 4 }, checkAfter: true }] : [] }));
  await face.page.keyboard.press('Enter');
  await face.page.locator('.urgent-form input:focus').waitFor();
  await face.page.keyboard.type('4');
  await face.page.keyboard.press('Enter');
  await face.page.locator('.crew-here').waitFor();
  const calls = floorState().tables.flatMap((one) => one.calls);
  stage.tell('floor', floorStateSchema, floorState({ ...free(), jobs: jobs.map((one) => ({ ...one, eligible: 9, ...(one.jobId === 'job-1' ? { headcount: 4, placesLeft: 4 } : {}) })), tables: floorState().tables.map((one) => (one.id === 't2' ? { ...one, calls: calls.map((call, n) => ({ ...call, times: n + 1 })) } : { ...one, calls: [] })) }));
  await face.page.locator('.crew-calls button:focus').waitFor();
  await face.page.locator('.ant-message-notice').first().waitFor({ state: 'detached' });
  expect(host.commands).toMatchObject([{ type: 'repeatJob', jobId: 'job-1', headcount: 4 }, { type: 'callForJob', tableId: 't2', jobId: 'job-1' }]);
  expectPicture(await shot(), approved('urgent-crew'));
  expect(await wrong()).toEqual([0]);
});
