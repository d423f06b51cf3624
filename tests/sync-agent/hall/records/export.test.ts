/* Records as files: what is in them, who may take them, what the journal knows of it. The XLSX is unzipped and read by hand. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { createFetcher } from '@kuaizhao/sync-agent/hall/records/fetch-export.ts';
import { readMapping, shippedMapping } from '@kuaizhao/sync-agent/hall/records/field-mapping.ts';
import { createXlsx } from '@kuaizhao/sync-agent/hall/records/xlsx.ts';
import { factOf, openEngine, staffActor, tempDir } from '../../../fixtures/engine.ts';
import { soundTerms } from '../../../fixtures/hall.ts';
import { creditCode, person } from '../../../fixtures/people.ts';
import { workDay } from '../../../db/hall/records/worked-day.ts';
import { openDesk } from './open-desk.ts';

const supervisor: Extract<Actor, { role: 'console' }> = { role: 'console', staffId: 'supervisor-1', staffRole: 'supervisor' };
const range = { from: '2026-11-01', to: '2026-11-30' };
const lines = (path: string): string[] => readFileSync(path, 'utf8').split('\r\n').slice(0, -1);

test('F22 the ledger as CSV: headed in Chinese, one line a row, no person; digested, noted in the journal, readable by its owner alone', async () => {
  const hall = openEngine();
  await workDay(hall, 0, 5);
  const { desk, folder } = openDesk(hall);
  const answer = await desk.answer('exportRecords', { what: 'seekers', format: 'csv', ...range }, supervisor);
  if (!answer.ok) throw new Error(answer.error.code);
  const { fileName, rows, bytes, digest, exportId } = answer.value;
  const path = join(folder, fileName);
  const content = readFileSync(path);
  expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, digest]);
  expect(lines(path)[0]).toBe('\uFEFF营业日,排队号,登记时间,求职工种,排队状态,用工确认号,招工号,到场编号');
  expect(lines(path).length).toBe(rows + 1);
  expect(lines(path)[1]).toMatch(/^2026-11-21,A\d{3},2026-11-21 \d\d:\d\d,/);
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(readdirSync(folder)).toEqual([fileName]);
  const noted = JSON.parse(hall.db.journal.read(hall.db.journal.head().seq, 1)[0]?.body ?? '{}') as Fact;
  expect(noted).toEqual({ type: 'recordsExported', exportId, what: 'seekers', format: 'csv', ...range, personal: false, rows, digest, by: 'supervisor-1' });
  expect(await desk.answer('exports', { limit: 5 }, supervisor)).toMatchObject({ ok: true, value: { exports: [{ exportId, by: 'supervisor-1', digest, personal: false }] } });
});

test('§4 F22 people leave before four eyes only, and only in columns of their own', async () => {
  const hall = openEngine();
  await hall.ask('registerWorker', { card: person(7), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0101'], phone: '13800001234' });
  const { desk, folder } = openDesk(hall);
  const beside: Actor = { role: 'console', staffId: 'supervisor-1', staffRole: 'supervisor', second: 'admin-1' };
  const ask = (more: object, actor: Actor = supervisor) => desk.answer('exportRecords', { what: 'seekers', format: 'csv', ...range, personal: true, ...more }, actor);
  const refusalOf = async (more: object, actor?: Actor): Promise<string> => {
    const answer = await ask(more, actor);
    return answer.ok ? 'told' : answer.error.code;
  };
  expect(await refusalOf({})).toBe('secondPersonMissing');
  expect(await refusalOf({ approvedBy: 'supervisor-1' })).toBe('secondPersonMissing');
  expect(await refusalOf({ approvedBy: 'nobody' })).toBe('secondPersonMissing');
  expect(await refusalOf({ approvedBy: 'clerk-1' })).toBe('secondPersonMissing');
  expect(await refusalOf({ approvedBy: 'admin-1' }, { role: 'console', staffId: 'clerk-1', staffRole: 'clerk' })).toBe('notYourRole');
  expect(await refusalOf({ approvedBy: 'admin-1' }, { role: 'console', staffId: 'auditor-1', staffRole: 'auditor' })).toBe('notYourRole');
  // Somebody is named who does not stand here, or who stands here and is not named.
  expect(await refusalOf({ approvedBy: 'admin-1' })).toBe('secondPersonMissing');
  expect(await refusalOf({}, beside)).toBe('secondPersonMissing');
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  const answer = await ask({ approvedBy: 'admin-1' }, beside);
  if (!answer.ok) throw new Error(answer.error.code);
  const { name, number } = person(7);
  expect(lines(join(folder, answer.value.fileName))[1]).toContain(`,${name},男,`);
  expect(lines(join(folder, answer.value.fileName))[1]).toContain(`,${number},13800001234,`);
  expect(answer.value.fileName).not.toContain(name);
  // The engine refuses the same, whoever sends it.
  const sneaky = await hall.engine.handle({ type: 'noteExport', commandId: 'sneaky-command', what: 'seekers', format: 'csv', ...range, personal: true, rows: 1, digest: '0'.repeat(64), by: 'a' }, { role: 'agent' });
  expect(sneaky).toMatchObject({ ok: false, refusal: { code: 'secondPersonMissing' } });
});

test('F22 §4 no formula leaves in a file: an employer’s name that begins with = is text in CSV and XLSX', async () => {
  const hall = openEngine();
  const employer = factOf(await hall.ask('registerEmployer', { kind: 'enterprise', name: '=HYPERLINK("http://x","点我")', creditCode: creditCode(1), representatives: [] }, staffActor), 'employerRegistered');
  await hall.ask('postJob', { employerId: employer.employerId, terms: soundTerms(hall.clock.now) }, staffActor);
  const { desk, folder } = openDesk(hall);
  const file = async (format: 'csv' | 'xlsx'): Promise<string> => {
    const answer = await desk.answer('exportRecords', { what: 'jobs', format, ...range }, supervisor);
    if (!answer.ok) throw new Error(answer.error.code);
    return join(folder, answer.value.fileName);
  };
  expect(lines(await file('csv'))[1]).toContain(`,"'=HYPERLINK(""http://x"",""点我"")",`);
  const sheet = strFromU8(unzipSync(readFileSync(await file('xlsx')))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;http://x&quot;,&quot;点我&quot;)</t>');
  expect(sheet).not.toContain('<f>');
});

test('F22 XLSX: the five parts, rows in their places, numbers as numbers, nothing that XML cannot hold', () => {
  const pieces: Uint8Array[] = [];
  const xlsx = createXlsx({ name: '台账', columns: Array.from({ length: 28 }, (_, n) => ({ heading: `列${n}`, width: 10 })) }, Date.UTC(2026, 10, 21), (bytes) => { pieces.push(bytes); });
  xlsx.rows([['<&>"\u0000\u000b', 12.5, undefined, '\uD800half', ...Array.from({ length: 24 }, (_, n) => n)]]);
  xlsx.rows([]);
  xlsx.rows(Array.from({ length: 1_000 }, (_, n) => [`第${n}行`]));
  xlsx.end();
  const parts = unzipSync(Buffer.concat(pieces));
  expect(Object.keys(parts)).toEqual(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/worksheets/sheet1.xml']);
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toContain('<c r="A2" t="inlineStr"><is><t xml:space="preserve">&lt;&amp;&gt;&quot;</t></is></c><c r="B2"><v>12.5</v></c><c r="D2" t="inlineStr"><is><t xml:space="preserve">\uFFFDhalf</t>');
  expect(sheet).toContain('<c r="AB2"><v>23</v></c></row><row r="3">');
  expect(sheet).toContain('<row r="1002"><c r="A1002"');
  expect(sheet.match(/<row /g)?.length).toBe(1_002);
  expect(sheet.endsWith('</row></sheetData></worksheet>')).toBe(true);
});

test('F23 F25 catalogue and figures as files; a report says by its last line what it was counted from', async () => {
  const hall = openEngine();
  for (const day of [0, 1]) await workDay(hall, day, 5);
  const { desk, folder } = openDesk(hall);
  const file = async (asked: object): Promise<string[]> => {
    const answer = await desk.answer('exportRecords', { format: 'csv', ...range, ...asked }, supervisor);
    if (!answer.ok) throw new Error(answer.error.code);
    return lines(join(folder, answer.value.fileName));
  };
  const catalogue = await file({ what: 'catalogue' });
  expect(catalogue[0]).toBe('\uFEFF营业日,工种,招工号,招工人数,剩余名额,报酬,结算,工作地点,开工时间,每日工时,天数,管饭,接送');
  expect(new Set(catalogue.slice(1).map((line) => line.slice(0, 10)))).toEqual(new Set(['2026-11-21', '2026-11-22']));
  const figures = await file({ what: 'figures', report: 'dayByTrade' });
  expect(figures[0]).toBe('\uFEFF时间,工种,求职人次,用工信息,招工人数,达成用工人次,平均招满用时（分钟）,求人倍率,对接成功率');
  expect(figures.at(-1)).toMatch(/^依据,流水号 \d+,摘要 [0-9a-f]{64}$/);
});

test('F34 职业介绍记录 under the field names of the shipped mapping; people only before four eyes; a broken mapping says what is wrong', async () => {
  const hall = openEngine();
  await workDay(hall, 0, 5);
  const { desk, folder } = openDesk(hall);
  const answer = await desk.answer('exportRecords', { what: 'placements', format: 'csv', ...range, personal: true, approvedBy: 'admin-1' }, { role: 'console', staffId: 'supervisor-1', staffRole: 'supervisor', second: 'admin-1' });
  if (!answer.ok) throw new Error(answer.error.code);
  const [head, first] = lines(join(folder, answer.value.fileName)).map((line) => line.replace('\uFEFF', '').split(','));
  expect(head).toEqual(readMapping().fields.map((field) => field.code));
  const cell = (code: string): string | undefined => first?.[head?.indexOf(code) ?? -1];
  expect(cell('AAC002')).toMatch(/^\d{17}[\dX]$/);
  expect(cell('AAC006')).toBe(cell('AAC002')?.slice(6, 14));
  expect([cell('AAC004'), cell('AAE036'), cell('AAB301')]).toEqual([Number(cell('AAC002')?.slice(14, 17)) % 2 === 1 ? '1' : '2', '20261121', '370102']);
  const masked = await desk.answer('exportRecords', { what: 'placements', format: 'csv', ...range }, supervisor);
  if (!masked.ok) throw new Error(masked.error.code);
  expect(lines(join(folder, masked.value.fileName))[0]).not.toMatch(/AAC00[2346]/);
  expect(readMapping(shippedMapping).fields.filter((field) => !field.confirmed).map((field) => field.code)).toEqual(['ACB240', 'ACB204', 'ACB21H']);
  const broken = join(tempDir(), 'mapping.json');
  writeFileSync(broken, '{"format": 1}');
  expect(() => readMapping(broken)).toThrow(/mapping\.json: .*format/);
  writeFileSync(broken, 'nonsense');
  expect(() => readMapping(broken)).toThrow(/is not JSON/);
  expect(() => readMapping(join(tempDir(), 'missing.json'))).toThrow(/cannot be read/);
});

test('F22 what a power cut left half, and files older than a day, are gone with the next export; one file at a time', async () => {
  const hall = openEngine();
  await workDay(hall, 0, 5);
  const { desk, folder } = openDesk(hall);
  mkdirSync(folder);
  for (const name of ['half.part', 'seekers_old.csv', 'seekers_new.csv']) writeFileSync(join(folder, name), 'x');
  const longAgo = hall.clock.now / 1_000 - 25 * 3_600;
  utimesSync(join(folder, 'seekers_old.csv'), longAgo, longAgo);
  utimesSync(join(folder, 'seekers_new.csv'), longAgo + 7_200, longAgo + 7_200);
  const [first, second] = await Promise.all([0, 1].map(() => desk.answer('exportRecords', { what: 'jobs', format: 'xlsx', ...range }, supervisor)));
  expect(second).toMatchObject({ ok: false, error: { code: 'tooMany' } });
  if (first?.ok !== true) throw new Error('no file');
  expect(readdirSync(folder).toSorted()).toEqual([first.value.fileName, 'seekers_new.csv'].toSorted());
});

test('F22 a file comes to the desk in pieces that are whole together; one with people in it to the two who let it out, and to nobody else', async () => {
  const hall = openEngine();
  await workDay(hall, 0, 40);
  const { desk } = openDesk(hall);
  const two: Actor = { role: 'console', staffId: 'supervisor-1', staffRole: 'supervisor', second: 'admin-1' };
  const made = await desk.answer('exportRecords', { what: 'seekers', format: 'xlsx', ...range, personal: true, approvedBy: 'admin-1' }, two);
  if (!made.ok) throw new Error(made.error.code);
  const { exportId, fileName, bytes, digest } = made.value;
  const piece = async (at: number, actor: Actor) => desk.answer('exportPiece', { exportId, at }, actor);
  for (const actor of [supervisor, { role: 'console', staffId: 'admin-1', staffRole: 'admin' }] as const) {
    const pieces: Buffer[] = [];
    for (let at = 0; at < bytes;) {
      const told = await piece(at, actor);
      if (!told.ok) throw new Error(told.error.code);
      expect([told.value.fileName, told.value.size]).toEqual([fileName, bytes]);
      pieces.push(Buffer.from(told.value.piece, 'base64'));
      at += pieces.at(-1)?.length ?? bytes;
    }
    expect(createHash('sha256').update(Buffer.concat(pieces)).digest('hex')).toBe(digest);
  }
  const refused = async (actor: Actor, id = exportId): Promise<string> => { const told = await desk.answer('exportPiece', { exportId: id, at: 0 }, actor); return told.ok ? 'told' : told.error.code; };
  expect([
    await refused({ role: 'console', staffId: 'supervisor-2', staffRole: 'supervisor' }), await refused({ role: 'console', staffId: 'auditor-1', staffRole: 'auditor' }),
    await refused(supervisor, 'never-made'),
  ]).toEqual(['notYourRole', 'notYourRole', 'exportGone']);
});

test('F22 a file is looked up once, however many pieces it has; gone while it is fetched, it is told as gone', async () => {
  const hall = openEngine();
  await workDay(hall, 0, 5);
  const { desk, folder } = openDesk(hall);
  const made = await desk.answer('exportRecords', { what: 'seekers', format: 'csv', ...range }, supervisor);
  if (!made.ok) throw new Error(made.error.code);
  const { exportId, fileName } = made.value;
  let looked = 0;
  const records = { ...hall.db.faces.records, exports: (limit: number) => { looked += 1; return hall.db.faces.records.exports(limit); } };
  const piece = createFetcher({ db: { ...hall.db, faces: { ...hall.db.faces, records } }, folder });
  for (const at of [0, 10, 20]) expect(await piece({ exportId, at }, supervisor)).toMatchObject({ ok: true, value: { fileName } });
  expect(looked).toBe(1);
  rmSync(join(folder, fileName));
  expect(await piece({ exportId, at: 30 }, supervisor)).toMatchObject({ ok: false, error: { code: 'exportGone' } });
  expect(await piece({ exportId, at: 30 }, supervisor)).toMatchObject({ ok: false, error: { code: 'exportGone' } });
});
