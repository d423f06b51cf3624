/* F9 what stands on the papers of hiring, from the real hall to the printed words: slip, agreement, 用工承诺书, the copy of a dispute. */
import { expect, test } from 'vitest';
import { agreements } from '@kuaizhao/db/domain/hiring/templates/agreement.ts';
import { templateOf, templateOn } from '@kuaizhao/db/domain/hiring/templates/current.ts';
import { promises } from '@kuaizhao/db/domain/hiring/templates/promise.ts';
import { fill, gapPattern, gaps } from '@kuaizhao/db/domain/hiring/templates/template.ts';
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import type { Subject } from '@kuaizhao/db/domain/printing/print-job.ts';
import { layOut } from '@kuaizhao/kiosk/host/papers/lay-out.ts';
import { contractor, firm } from '../../../fixtures/employers.ts';
import { factOf, factsOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { agree, callFor, callNamed, callsIn, hired, host, jobOf, newcomers, openTables } from './stage.ts';

const printer = { printer: 'printer-1', ready: false };
const order = (hall: TestEngine, subject: Subject): PrintOrder => hall.db.faces.papers.order(hall.db.view.printJobOf(subject)!.printJobId, hall.settings)!;
/** Everything that is printed, in its order. */
const words = (one: PrintOrder): string => layOut(one, 48).map((line) => (line.type === 'text' ? line.text : line.type === 'pair' ? `${line.left} ${line.right}` : line.type === 'qr' ? line.data : '')).join('\n');
const printed = async (hall: TestEngine, form: 'agreement' | 'promise' | 'disputeCopy', id: string): Promise<string> => {
  factsOf(await hall.ask('printForm', { form, id, printer }, host));
  return words(order(hall, { kind: form, id }));
};
const hasAll = (text: string, wanted: readonly string[]): void => { expect(wanted.filter((one) => !text.includes(one))).toEqual([]); };

/** A contractor's job for a firm, with everything a posting can say, and its hire. */
async function fullHire(hall: TestEngine) {
  const [worker] = await newcomers(hall, 1);
  await hall.ask('showCertificate', { who: { by: 'worker', workerId: worker!.workerId }, held: { certificate: 'workAtHeight', until: '2027-12-31' } }, staffActor);
  const [unit, boss] = [await firm(hall), await contractor(hall)];
  await hall.ask('linkPrincipal', { employerId: boss, principalId: unit }, staffActor);
  const jobId = await jobOf(hall, {
    pay: { kind: 'negotiable' }, onBehalfOf: unit, hazards: ['heavyLoad', 'height'], insurance: 'employer', settlement: 'done',
    conditions: { certificates: ['workAtHeight'], experienceYears: 2 }, lifting: { kgEach: 22, liftsPerHour: 8 },
  }, boss);
  const { callId } = callsIn(await callFor(hall, jobId))[0]!;
  const hire = factOf(await hall.ask('confirmHire', { callId, agreedPay: { amountFen: 26_000, unit: 'day' }, settlement: 'done' }, host), 'hireConfirmed');
  return { jobId, hire };
}

test('F9 §4 the hire slip says who works for whom, what, where, when, for how much and when it is paid, dangers, protection, insurance', async () => {
  const hall = openTables();
  const { hire } = await fullHire(hall);
  const slip = words(order(hall, { kind: 'hireSlip', id: hire.hireId }));
  hasAll(slip, [
    'H001', 'J001', 'A001', person(1).name, person(950).name, '实际用工方 样例用工单位1', '搬运工', '260 元/天', '完工', '历城区', '11月21日 06:00', '每天 8 小时，共 1 天',
    '重体力、高处作业', '劳动防护 有', '用工方购买', '单件 22 公斤，每小时 8 次', '2 年', '3号位', '鲁A12345', '05:30', '用工方签字', '务工方签字', '12333', '0531-12333', 'KZ:H:H001',
  ]);
  expect(slip).not.toMatch(/面议|undefined|\d{15}/);
});

test('F9 §4 the slip carries the agreed pay and settlement, not what was posted', async () => {
  const hall = openTables();
  await newcomers(hall, 1);
  const jobId = await jobOf(hall, { pay: { kind: 'fixed', amountFen: 20_000, unit: 'day' }, settlement: 'atOnce' });
  const { callId } = callsIn(await callFor(hall, jobId))[0]!;
  const { hireId } = factOf(await hall.ask('confirmHire', { callId, agreedPay: { amountFen: 3_150, unit: 'hour' }, settlement: 'week' }, host), 'hireConfirmed');
  const slip = words(order(hall, { kind: 'hireSlip', id: hireId }));
  hasAll(slip, ['31.5 元/小时']);
  expect(slip).not.toContain('200 元/天');
});

test('§4 past the statutory retirement age, which moves with the month of birth and is never the number 60: a notice on the slip and no refusal', async () => {
  const hall = openTables();
  // Men of February 1965 and April 1966 have reached it in November 2026; somebody of October 1966 is 60 already and reaches it half a year later.
  const cases = [[1, 1965, true], [3, 1966, true], [9, 1966, false], [5, 1990, false]] as const;
  for (const [n, year, notice] of cases) {
    const [one] = await newcomers(hall, 1, { first: n, year });
    const { callId } = callsIn(await callNamed(hall, await jobOf(hall, { headcount: 1 }), one!.number))[0]!;
    const { hireId } = factOf(await agree(hall, callId), 'hireConfirmed');
    const { paper } = order(hall, { kind: 'hireSlip', id: hireId });
    expect([year, paper.kind === 'hireSlip' && paper.retirementNotice === true]).toEqual([year, notice]);
    expect(words(order(hall, { kind: 'hireSlip', id: hireId })).includes('退休')).toBe(notice);
  }
});

test('F31 a slip of work that nobody insures reminds both before the van leaves; an insured one does not', async () => {
  const hall = openTables();
  for (const [n, insurance] of [[1, 'none'], [2, 'employer']] as const) {
    const [one] = await newcomers(hall, 1, { first: n });
    const { callId } = callsIn(await callNamed(hall, await jobOf(hall, { headcount: 1, insurance }), one!.number))[0]!;
    const { hireId } = factOf(await agree(hall, callId), 'hireConfirmed');
    expect([insurance, words(order(hall, { kind: 'hireSlip', id: hireId })).includes('没有意外伤害保险')]).toEqual([insurance, insurance === 'none']);
  }
});

test('F9 the agreement: both sides by name, the real employer as the one who hires, every point of the work, the version at its foot', async () => {
  const hall = openTables();
  const { hire } = await fullHire(hall);
  const text = await printed(hall, 'agreement', hire.hireId);
  hasAll(text, [
    '短期用工协议', `甲方（用工方）：样例用工单位1（由${person(950).name}代为招工）`, `乙方（务工方）：${person(1).name}`, '用工确认单号 H001，招工单号 J001', '搬运工', '历城区', '11月21日 06:00 开工',
    '每天 8 小时，共 1 天', '260 元/天', '完工', '重体力、高处作业', '用工方购买', '不收押金，不扣证件', '12333', '仲裁', '用工方签字', '务工方签字', '市场见证人', '文本版本 2026-11',
  ]);
  expect(text).not.toMatch(/\{\{|面议|undefined/);
});

test('F9 who posts for oneself is the one who hires, without a word about anybody else', async () => {
  const hall = openTables();
  await newcomers(hall, 1);
  const hire = await hired(hall, await jobOf(hall));
  const text = await printed(hall, 'agreement', hire.hireId);
  hasAll(text, [`甲方（用工方）：${person(900).name}\n`]);
  expect(text).not.toContain('代为招工');
});

test('F9 F10 the 用工承诺书 of a posting: who promises, for whom, what is posted, what the law forbids, the version', async () => {
  expect.hasAssertions();
  const hall = openTables();
  const { jobId } = await fullHire(hall);
  hasAll(await printed(hall, 'promise', jobId), [
    '用工承诺书', `承诺人：${person(950).name}，招工单号 J001，招 搬运工 2 人，实际用工方 样例用工单位1`, '未满 16 周岁', '未满 18 周岁', '不限制性别、民族、户籍、宗教信仰', '不收押金、报名费、中介费，不扣证件', '面议', '完工', '重体力、高处作业', '文本版本 2026-11',
  ]);
});

test('F9 every template: known gaps only, versions and days in order, and a version that was printed once is found again', () => {
  for (const all of [agreements, promises]) {
    expect(all.map((one) => one.since)).toEqual(all.map((one) => one.since).toSorted());
    expect(new Set(all.map((one) => one.version)).size).toBe(all.length);
    for (const one of all) {
      const used = one.paragraphs.flatMap((paragraph) => [...paragraph.matchAll(gapPattern)].map((match) => match[1] ?? ''));
      expect(used.filter((gap) => !(gaps as readonly string[]).includes(gap))).toEqual([]);
      expect(templateOf(one.kind, one.version)).toBe(one);
    }
  }
  const [first] = agreements;
  expect([templateOn('agreement', '2020-01-01'), templateOn('agreement', first!.since)]).toEqual([first, first]);
  expect([templateOf('agreement', '1999-01'), fill('工钱：{{pay}}', {})]).toEqual([undefined, '工钱：＿＿＿＿＿＿']);
});

test('F20 the copy of a dispute says what the wage-arrears lines ask for: who, against whom, where, what work, since when, how much, what proves it, until when', async () => {
  const hall = openTables();
  await newcomers(hall, 1);
  const hire = await hired(hall, await jobOf(hall));
  const opened = factOf(await hall.ask('openDispute', {
    kind: 'wageArrears', hireId: hire.hireId, sinceDay: '2026-11-21', owedFen: 21_000, statement: '老板说第二天转账', printer,
    evidence: [{ kind: 'hireSlip', businessDay: '2026-11-21', number: 'H001' }],
  }, staffActor), 'disputeOpened');
  const copy = words(order(hall, { kind: 'disputeCopy', id: opened.disputeId }));
  hasAll(copy, ['维权登记表', opened.number, '拖欠工钱', person(1).name, person(900).name, '历城区', '搬运工', '210 元/天', '2026-11-21', '210 元', '用工确认单 2026-11-21 H001', '老板说第二天转账', '市场答复不晚于', '调解不晚于', '劳动监察', '12333', '0531-12333']);
  expect(JSON.stringify(hall.db.journal.read(1, 999))).not.toContain('转账');
});

test('F20 somebody who gives no name and no paper gets a copy all the same', async () => {
  expect.hasAssertions();
  const hall = openTables();
  const opened = factOf(await hall.ask('openDispute', { kind: 'unlicensedAgent', evidence: [], printer }, staffActor), 'disputeOpened');
  hasAll(words(order(hall, { kind: 'disputeCopy', id: opened.disputeId })), ['黑中介', '不留姓名', '还不清楚', '暂无纸面凭据']);
});
