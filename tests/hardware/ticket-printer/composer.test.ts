/* The bytes of a paper: approved to the byte, understood by the simulated printer, and never a command from people's text. */
import { readFileSync, writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printerHas } from '@kuaizhao/hardware/ticket-printer/compose/character-set.ts';
import { composeTicket } from '@kuaizhao/hardware/ticket-printer/compose/composer.ts';
import { paperLimits } from '@kuaizhao/hardware/ticket-printer/compose/marks.ts';
import { letterOf } from '@kuaizhao/hardware/ticket-printer/letters/letters.ts';
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import { printable, wrap } from '@kuaizhao/hardware/ticket-printer/compose/printable-text.ts';
import { cellsOf, type PrintedPaper } from '@kuaizhao/hardware/ticket-printer/printed-paper.ts';
import { holdsRealTimeCommand } from '@kuaizhao/hardware/ticket-printer/driver/real-time.ts';
import { printerProfiles, type PrinterProfile } from '@kuaizhao/hardware/ticket-printer/profiles.ts';
import { firmwareOf } from '@kuaizhao/hardware/ticket-printer/simulated/firmware.ts';
import { createPrinterSimulator } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import { createManualTimer, settle } from '../manual-timer.ts';
import { canonical, readPaper } from './read-paper.ts';
import { sampleTicket } from './sample-ticket.ts';

const approvedPath = new URL('../../fixtures/sample-ticket.bin', import.meta.url);

const full = printerProfiles['full-80'];
/** What a printer makes of the bytes. */
async function printed(bytes: Uint8Array, profile: PrinterProfile = full): Promise<readonly PrintedPaper[]> {
  const simulator = createPrinterSimulator({ timer: createManualTimer(), firmware: firmwareOf(profile) });
  const line = await simulator.openLine();
  await line.write(bytes);
  await settle();
  return simulator.papers();
}

describe('the sample ticket', () => {
  test('is the approved bytes (APPROVE=1 writes them anew)', () => {
    const bytes = composeTicket(full, sampleTicket);
    if (process.env['APPROVE'] === '1') writeFileSync(approvedPath, bytes);
    expect(Buffer.from(bytes).toString('hex')).toBe(readFileSync(approvedPath).toString('hex'));
  });
  test('comes out as it was meant', async () => {
    const [paper, ...more] = await printed(readFileSync(approvedPath));
    expect(more).toEqual([]);
    expect(readPaper(paper!)).toMatchInlineSnapshot(`
      "历城区王舍人综合零工市场
      排队号
      A017

      ------------------------------------------------
      姓名                    买买提·吐尔逊·阿卜杜拉
      生僻字                               䶮 㼆 𬭸 𠮷
      工种  砌筑工、搬运工（装卸）、保洁、绿化、架子
            工、水电安装
      前面还有                                   12 人
      ================================================
      请在大屏和语音叫号时到洽谈桌。过号请到窗口，工作
      人员会为您重新排队。Please come to the table
      when your number is called, and keep this ticket
      until you are paid.

      [QR KZ1:2026-11-21:A017:7c9e6679]

      请取回身份证
      一切服务免费　热线 12333

      "
    `);
    const big = paper?.items.find((item) => item.type === 'line' && item.runs[0]?.text === 'A017');
    expect(big).toEqual({ type: 'line', align: 'center', runs: [{ text: 'A017', width: 5, height: 5, bold: true }] });
    expect(paper?.items.find((item) => item.type === 'qr')).toEqual({ type: 'qr', align: 'center', data: 'KZ1:2026-11-21:A017:7c9e6679', moduleDots: 6, correction: 'M' });
  });
  test('starts with reset and double-byte mode, ends with the cut', () => {
    const bytes = Buffer.from(composeTicket(full, sampleTicket)).toString('hex');
    expect(bytes.startsWith('1b401c26')).toBe(true);
    expect(bytes.endsWith('1d564200')).toBe(true);
  });
});

describe('any text', () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: fc.constantFrom('张', '三', ' ', 'a', '，', '\u0000', '\u001B', '\u0010', '\u0004', '\u202E', '𠮷', '\uD800', 'é', '·') }));
  const anyLine: fc.Arbitrary<PaperLine> = fc.oneof(
    fc.record({ type: fc.constant('text' as const), text: anyText, size: fc.integer({ min: -2, max: 12 }), align: fc.constantFrom('left' as const, 'center' as const, 'right' as const), bold: fc.boolean() }),
    fc.record({ type: fc.constant('pair' as const), left: anyText, right: anyText, size: fc.constantFrom(1, 2) }),
    fc.record({ type: fc.constant('rule' as const), character: anyText }),
    fc.record({ type: fc.constant('feed' as const), lines: fc.integer({ min: -5, max: 400 }) }),
    fc.record({ type: fc.constant('qr' as const), data: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 300 }), moduleDots: fc.integer({ min: 0, max: 9 }) }),
  );
  test('never commands the printer, is one paper, and no line is wider than the paper', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.values<PrinterProfile>(printerProfiles)), fc.array(anyLine, { maxLength: 12 }), async (profile, lines) => {
        const bytes = composeTicket(profile, [...lines, { type: 'text', text: '完' }]);
        expect(holdsRealTimeCommand(bytes)).toBe(false);
        const papers = await printed(bytes, profile);
        expect(papers).toHaveLength(1);
        const widths = papers[0]!.items.map((item) => (item.type === 'line' ? item.runs.reduce((sum, run) => sum + 12 * cellsOf(run.text) * run.width, 0) : item.type === 'dots' ? item.width : 0));
        expect(Math.max(...widths)).toBeLessThanOrEqual(profile.dotsPerLine);
      }),
      { numRuns: 200, verbose: 1 },
    );
  });
  test('what is printed is what was written, but for what cannot be printed and the breaks of lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.values<PrinterProfile>(printerProfiles)), anyText, async (profile, text) => {
        // Words of the Arabic script change their order and their shapes; they have a test of their own.
        const written = printable(`始${text}终`).replaceAll(/[\u0600-\u06FF\uFB50-\uFDFF\uFE70-\uFEFF]/gu, '');
        const [paper] = await printed(composeTicket(profile, [{ type: 'text', text: written }]), profile);
        const known = Array.from(written).map((character) => (printerHas(profile.characterSet, character) || letterOf(character) !== undefined ? character : '〓')).join('');
        expect(canonical(readPaper(paper!)).replaceAll(/\s/g, '')).toBe(canonical(known).replaceAll(/\s/g, ''));
      }),
      { numRuns: 200, verbose: 1 },
    );
  });
  test('a paper no caller should compose is refused', () => {
    expect(() => composeTicket(full, [{ type: 'qr', data: '招工' }])).toThrow(/ASCII/);
    expect(() => composeTicket(full, [{ type: 'qr', data: '' }])).toThrow(/ASCII/);
    expect(() => composeTicket(full, Array.from({ length: paperLimits.lines + 1 }, () => ({ type: 'feed', lines: 1 }) as const))).toThrow(/lines/);
  });
});

describe('wrapping', () => {
  test.each([
    ['', 10, ['']],
    ['keep words whole', 10, ['keep words', 'whole']],
    ['abcdefghijklmno', 10, ['abcdefghij', 'klmno']],
    ['零工市场招工', 8, ['零工市场', '招工']],
    ['零工市场，招工', 8, ['零工市', '场，招工']],
    ['电话 12333转1', 12, ['电话 12333转', '1']],
  ])('%j in %i columns', (text, columns, lines) => {
    expect(wrap(text, columns)).toEqual(lines);
  });
});
