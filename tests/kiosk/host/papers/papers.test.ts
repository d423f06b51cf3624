/* The bytes of each paper are those that a person approved, and no paper says less than it must. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courseSheet } from '@kuaizhao/db/domain/content/city-offers.ts';
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import { composeTicket } from '@kuaizhao/hardware/ticket-printer/compose/composer.ts';
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import { printerProfiles } from '@kuaizhao/hardware/ticket-printer/profiles.ts';
import { layOut } from '@kuaizhao/kiosk/host/papers/lay-out.ts';
import { yuanOf } from '@kuaizhao/kiosk/host/papers/words.ts';
import { sampleCourse } from '../../../fixtures/city/offers.ts';
import { samples } from './samples.ts';

const approved = join(import.meta.dirname, 'approved');
const wordsOf = (lines: readonly PaperLine[]): string => lines.map((line) => (line.type === 'text' ? line.text : line.type === 'pair' ? `${line.left} ${line.right}` : line.type === 'qr' ? line.data : '')).join('\n');
/** Printers that know everything, so that the approved bytes are letters and not dots. */
const profileOf = (columns: number) => ({ ...printerProfiles['full-80'], columns, dotsPerLine: columns * 12 });
const paper = (name: string): Pick<PrintOrder, 'paper' | 'copy'> => samples.find((sample) => sample.name === name)!.order;

describe('the approved bytes', () => {
  for (const { name, columns, order } of samples) test(`${name} at ${columns} columns`, () => {
    const bytes = Buffer.from(composeTicket(profileOf(columns), layOut(order, columns)));
    const path = join(approved, `${name}-${columns}.bin`);
    if (process.env['APPROVE'] === '1' || !existsSync(path)) {
      if (process.env['APPROVE'] !== '1') throw new Error(`${name}-${columns}.bin is not there: look at the pictures of tests/pictures/paper, then run again with APPROVE=1`);
      mkdirSync(approved, { recursive: true });
      writeFileSync(path, bytes);
    }
    expect(bytes.equals(readFileSync(path))).toBe(true);
  });
});

test('§4 the receipt of an erasure says its number, when, what goes and what stays', () => {
  const receipt = wordsOf(layOut(paper('erasure-receipt'), 48));
  for (const words of ['个人信息删除回执', '20261121-003', '删除时间 2026-11-21 05:31', '2 份', '已经删掉', '姓名、证件号码', '还留着', '至少保存三年', '其他市场和市级平台联上网后自动删']) expect(receipt).toContain(words);
});

test('a sheet says which paper says so and since when; a course says the paper alone, for its day is the one on which it begins', () => {
  const { paper: sheet } = paper('leaflet');
  if (sheet.kind !== 'leaflet') throw new Error('no sheet');
  expect(wordsOf(layOut({ copy: 1, paper: sheet }, 48))).toContain(`依据：${sheet.leaflet.source}（${sheet.leaflet.since}起）`);
  const { leafletId, topic, title, lines, source, since } = courseSheet(sampleCourse);
  const course = wordsOf(layOut({ copy: 1, paper: { ...sheet, leaflet: { leafletId, topic, title, lines, source, since } } }, 48));
  expect(course).toContain(`依据：${source}\n`);
  expect(course).not.toContain(`${since}起`);
});

test('a ticket has a number and no name; a slip has every term', () => {
  expect(wordsOf(layOut(paper('queue-ticket'), 48))).toMatch(/A0173[^]*前面还有 12 人[^]*12333[^]*0531-12333[^]*2026-11-21 05:31/);
  const slip = wordsOf(layOut(paper('job-slip'), 48));
  for (const words of ['J004', '泉城建设工程劳务有限公司（企业）', '搬运工', '2 人', '200 元/天', '当场现结', '历城区', '11月21日 06:31', '每天 8 小时，共 1 天', '饭、接送', '重体力、高处作业、粉尘', '劳动防护 有', '用工方购买', '3号位', '鲁A12345', '11月21日 06:01', '有效期至 11月21日 11:31', 'KZ:J:J004']) expect(slip).toContain(words);
  const hire = wordsOf(layOut(paper('hire-slip'), 48));
  for (const words of ['H021', 'J004', 'A0173', '张建国', '刘老板（个人雇主）', '260.5 元/天', '用工方承诺', '务工方承诺', '用工方签字', '务工方签字', 'KZ:H:H021']) expect(hire).toContain(words);
});

test('a copy says so at its head, the first paper does not', () => {
  expect(layOut(paper('window-ticket-copy'), 48)[0]).toMatchObject({ type: 'text', text: '补打 第2份' });
  expect(wordsOf(layOut({ ...paper('window-ticket-copy'), copy: 1 }, 48))).not.toContain('补打');
});

test('yuan are never rounded', () => {
  expect([1, 10, 100, 105, 26_050, 10_000_000].map(yuanOf)).toEqual(['0.01', '0.1', '1', '1.05', '260.5', '100000']);
  fc.assert(fc.property(fc.integer({ min: 1, max: 10_000_000 }), (fen) => Math.round(Number(yuanOf(fen)) * 100) === fen));
});

test('whatever people are called and wherever work is, no control byte of theirs reaches the printer', () => {
  expect.hasAssertions();
  const { paper: hire } = paper('hire-slip');
  if (hire.kind !== 'hireSlip') throw new Error(hire.kind);
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 50 }), fc.constantFrom(32, 48), (text, columns) => {
    const order = { copy: 1, paper: { ...hire, workerName: text, employerName: text, terms: { ...hire.terms, place: text } } };
    const plain = composeTicket(profileOf(columns), layOut({ copy: 1, paper: { ...hire, workerName: '', employerName: '', terms: { ...hire.terms, place: '' } } }, columns));
    const count = (bytes: Uint8Array): number => bytes.filter((byte) => byte === 0x10).length;
    // DLE begins every real-time command; text must not add one.
    expect(count(composeTicket(profileOf(columns), layOut(order, columns)))).toBe(count(plain));
  }), { numRuns: 40, verbose: 1 });
});
