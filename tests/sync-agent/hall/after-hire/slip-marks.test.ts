/* Marks from the page of a slip, judged by the hall: each once, either side its own words, and a no to the money opens what the hall has for that. */
import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { SlipWord } from '@kuaizhao/db/domain/slips/words.ts';
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import type { Subject } from '@kuaizhao/db/domain/printing/print-job.ts';
import { clearedKinds, cutoffOf, retentionRules } from '@kuaizhao/db/domain/records/retention.ts';
import { retentionRanSchema } from '@kuaizhao/db/domain/records/retention-facts.ts';
import { layOut } from '@kuaizhao/kiosk/host/papers/lay-out.ts';
import { firm } from '../../../fixtures/employers.ts';
import { factOf, factsOf, type TestEngine } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { agent, newcomers, openTables, typesOf } from '../hiring/stage.ts';
import { bossCard, clerk, day, hireAll, printer, supervisor, toEvening, toWork } from './stage.ts';

const address = 'https://ling.example.cn';
const order = (hall: TestEngine, subject: Subject): PrintOrder => hall.db.faces.papers.order(hall.db.view.printJobOf(subject)!.printJobId, hall.settings)!;
const words = (one: PrintOrder): string => layOut(one, 48).map((line) => (line.type === 'text' ? line.text : line.type === 'pair' ? `${line.left} ${line.right}` : line.type === 'qr' ? line.data : '')).join('\n');
const tokenOn = (paper: string): string => /https:\/\/ling\.example\.cn\/slip\/([\w-]{22})$/m.exec(paper)![1]!;

async function openSlips(count = 1, paged = true) {
  const hall = openTables();
  if (paged) hall.settings.slipAddress = address;
  const employerId = await firm(hall, 1);
  const people = await newcomers(hall, count);
  let marks = 0;
  const made = await hireAll(hall, employerId, count);
  return { hall, people, ...made, mark: (side: 'employer' | 'worker', word: SlipWord, markId = `mark-${++marks}`, hireId = made.hire.hireId) => hall.ask('takeSlipMark', { markId, hireId, side, word }, agent) };
}

test('F19 each side has a code of its own on a paper of its own: 128 bits, the same on each copy; the journal knows hashes and closed surnames only', async () => {
  const { hall, jobId, hires } = await openSlips(2);
  const papers = hires.map(({ hireId }) => words(order(hall, { kind: 'hireSlip', id: hireId })));
  const copy = words(order(hall, { kind: 'employerCopy', id: jobId }));
  const tokens = [...papers, copy].map(tokenOn);
  expect(new Set(tokens).size).toBe(3);
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(16);
  expect(copy).toMatch(/用工方联[^]*J001[^]*只给用工方[^]*到服务台报单号 J001/);
  expect(copy).not.toMatch(/H00|KZ:/);
  const opened = hall.seen.filter((fact) => fact.type === 'slipPageOpened');
  expect(opened.map(({ side, about, digest, queueNumber }) => ({ side, about, digest, queueNumber }))).toEqual([
    { side: 'worker', about: hires[0]!.hireId, digest: hash('sha256', tokens[0]!, 'hex'), queueNumber: 'A001' },
    { side: 'employer', about: jobId, digest: hash('sha256', tokens[2]!, 'hex'), queueNumber: undefined },
    { side: 'worker', about: hires[1]!.hireId, digest: hash('sha256', tokens[1]!, 'hex'), queueNumber: 'A002' },
  ]);
  const journal = JSON.stringify(hall.db.journal.read(1, 9_999));
  for (const secret of [...tokens, person(1).name.slice(0, 1), person(2).name.slice(0, 1)]) expect(journal).not.toContain(secret);
  // One more paper is the same code, not another one.
  factsOf(await hall.ask('printForm', { form: 'employerCopy', id: jobId, card: bossCard, printer }));
  expect(tokenOn(words(order(hall, { kind: 'employerCopy', id: jobId })))).toBe(tokens[2]);
  expect(hall.seen.filter((fact) => fact.type === 'slipPageOpened')).toHaveLength(3);
});

test('F19 a hall without pages prints what it always printed', async () => {
  const { hall, hire, jobId } = await openSlips(1, false);
  expect(words(order(hall, { kind: 'hireSlip', id: hire.hireId }))).toMatch(/KZ:H:H001$/m);
  expect(hall.db.view.printJobOf({ kind: 'employerCopy', id: jobId })).toBeUndefined();
  expect(hall.seen.some((fact) => fact.type === 'slipPageOpened')).toBe(false);
  // Asked for by hand it says what to do instead.
  factsOf(await hall.ask('printForm', { form: 'employerCopy', id: jobId, printer: { printer: 'printer-1', ready: false } }, clerk));
  expect(words(order(hall, { kind: 'employerCopy', id: jobId }))).toContain('请到服务台或自助机登记');
});

test('F19 the employer’s marks move the hire on, told twice they are followed once', async () => {
  const { hall, hire, mark } = await openSlips();
  toWork(hall);
  expect(typesOf(await mark('employer', 'arrived', 'mark-a'))).toEqual(['arrivalMarked', 'slipMarkTaken']);
  const head = hall.db.journal.head();
  expect(factsOf(await mark('employer', 'arrived', 'mark-a'))).toEqual([]);
  expect(hall.db.journal.head()).toEqual(head);
  // Another phone with the same word: nothing to do, and said so.
  expect(factsOf(await mark('employer', 'arrived'))).toEqual([expect.objectContaining({ outcome: 'known' })]);
  expect(typesOf(await mark('employer', 'done'))).toEqual(['workDone', 'slipMarkTaken']);
  expect(factOf(await mark('employer', 'paid'), 'payMarked')).toEqual({ type: 'payMarked', hireId: hire.hireId, by: 'employer' });
});

test('F19 F20 the worker says 没拿到钱: a dispute with its facts, once, and no number for a window that he does not stand at', async () => {
  const { hall, hire, mark } = await openSlips();
  expect(factOf(await mark('worker', 'unpaid'), 'slipMarkTaken')).toMatchObject({ outcome: 'refused', refusal: 'tooEarly' });
  toEvening(hall);
  await mark('employer', 'paid');
  const no = await mark('worker', 'unpaid');
  expect(typesOf(no)).toEqual(['eveningConfirmed', 'disputeOpened', 'slipMarkTaken']);
  expect(factOf(no, 'disputeOpened')).toMatchObject({ kind: 'wageArrears', hireId: hire.hireId, owedFen: 21_000 });
  expect(factsOf(await mark('worker', 'unpaid'))).toEqual([expect.objectContaining({ outcome: 'known' })]);
  expect(typesOf(await mark('worker', 'paid'))).toEqual(['eveningConfirmed', 'payMarked', 'slipMarkTaken']);
});

test('F19 a closed day hears marks too', async () => {
  const { hall, mark } = await openSlips();
  toEvening(hall);
  factsOf(await hall.ask('closeDay', {}, supervisor));
  expect(typesOf(await mark('worker', 'unpaid'))).toEqual(['eveningConfirmed', 'disputeOpened', 'slipMarkTaken']);
});

test('F19 words of the other side, an unknown hire and one that was taken back are a no with its name', async () => {
  const { hall, hire, mark } = await openSlips();
  expect(factsOf(await mark('employer', 'unpaid'))).toEqual([expect.objectContaining({ outcome: 'refused', refusal: 'notYourRole' })]);
  expect(factsOf(await mark('employer', 'arrived', 'mark-x', 'nobody'))).toEqual([expect.objectContaining({ outcome: 'refused', refusal: 'hireUnknown' })]);
  factsOf(await hall.ask('undoHire', { hireId: hire.hireId, reason: 'mistake' }, clerk));
  expect(factsOf(await mark('worker', 'arrived'))).toEqual([expect.objectContaining({ outcome: 'refused', refusal: 'hireNotReady' })]);
});

const clear = async (hall: TestEngine) => {
  const { counts } = factOf(await hall.ask('runRetention', {}, agent), 'retentionRan');
  return [counts.slipPages, counts.slipMarks];
};

test('§4 F19 pages and marks go three years after they came, and no earlier; what is printed then has the number and no code, and opens no page', async () => {
  const { hall, hire, jobId, mark } = await openSlips();
  const opened = hall.clock.now;
  toWork(hall);
  await mark('employer', 'arrived', 'mark-a');
  const marked = hall.clock.now;
  expect(marked).toBeGreaterThan(opened);
  hall.clock.now = opened + retentionRules.slipPages.keepDays * day;
  expect(await clear(hall)).toEqual([0, 0]);
  expect(hall.db.view.slipPageOf(hire.hireId)).toBe(true);
  hall.clock.now = marked + retentionRules.slipMarks.keepDays * day;
  expect(await clear(hall)).toEqual([2, 0]);
  expect([hire.hireId, jobId].map((about) => hall.db.view.slipPageOf(about))).toEqual([false, false]);
  expect(hall.db.view.slipMark('mark-a')).toBe(true);
  hall.clock.now += 1;
  expect(await clear(hall)).toEqual([0, 1]);
  expect(hall.db.view.slipMark('mark-a')).toBe(false);
  expect(await clear(hall)).toEqual([0, 0]);
  expect(words(order(hall, { kind: 'hireSlip', id: hire.hireId }))).toMatch(/KZ:H:H001$/m);
  // Also when somebody asks for it long after.
  hall.clock.now += 30 * day;
  expect(typesOf(await hall.ask('printForm', { form: 'employerCopy', id: jobId, printer }, clerk))).not.toContain('slipPageOpened');
  expect(words(order(hall, { kind: 'employerCopy', id: jobId }))).toContain('请到服务台或自助机登记');
});

test('§4 F19 a mark that the city still has in its feed is not forgotten, whatever its age, or it would be followed twice', async () => {
  const { hall, mark } = await openSlips();
  toWork(hall);
  await mark('employer', 'arrived', 'mark-a');
  await mark('employer', 'done', 'mark-b');
  const row = { position: 1, key: 'mark-a', kind: 'slipMark', v: 1, at: hall.clock.now };
  const feed = (position: number, body: string | null) => hall.db.feeds.apply({ feed: 'slips:h1', from: position - 1, to: position, stamp: '0123456789abcdef', head: position, headStamp: undefined, rows: [{ ...row, position, body }] });
  feed(1, '{}');
  hall.clock.now += (retentionRules.slipMarks.keepDays + 1) * day;
  expect(await clear(hall)).toEqual([2, 1]);
  expect(['mark-a', 'mark-b'].map((markId) => hall.db.view.slipMark(markId))).toEqual([true, false]);
  feed(2, null);
  expect(await clear(hall)).toEqual([0, 1]);
  expect(hall.db.view.slipMark('mark-a')).toBe(false);
});

test('§4 a clearing that an older program recorded knew no slips: it is read as it was written and takes none', async () => {
  const { hall, hire } = await openSlips();
  const later = hall.clock.now + 2_000 * day;
  const older = clearedKinds.filter((kind) => kind !== 'slipPages' && kind !== 'slipMarks');
  const fact = retentionRanSchema.parse({
    type: 'retentionRan', businessDay: '2032-05-13', more: false,
    cutoffs: Object.fromEntries(older.map((kind) => [kind, cutoffOf(kind, later)])), counts: Object.fromEntries(older.map((kind) => [kind, 0])),
  });
  hall.db.group(() => { hall.db.operation(() => { hall.db.record(fact, [], later); }, true); });
  expect(hall.db.view.lastRetention()).toEqual({ businessDay: '2032-05-13', more: false });
  expect(hall.db.view.slipPageOf(hire.hireId)).toBe(true);
});
