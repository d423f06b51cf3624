/* Two composers, one paper: whatever the printer can, the same words and the same code come out; and letters that it lacks come as dots. */
import { describe, expect, test } from 'vitest';
import { printerHas } from '@kuaizhao/hardware/ticket-printer/compose/character-set.ts';
import { composers, composeTicket, type ComposerName } from '@kuaizhao/hardware/ticket-printer/compose/composer.ts';
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import type { PrintedPaper } from '@kuaizhao/hardware/ticket-printer/printed-paper.ts';
import { printerProfiles, profileNames, type PrinterProfile } from '@kuaizhao/hardware/ticket-printer/profiles.ts';
import { firmwareOf } from '@kuaizhao/hardware/ticket-printer/simulated/firmware.ts';
import { createPrinterSimulator } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import { createManualTimer, settle } from '../manual-timer.ts';
import { canonical, readPaper } from './read-paper.ts';
import { sampleTicket } from './sample-ticket.ts';

async function printed(profile: PrinterProfile, lines: readonly PaperLine[], composer: ComposerName = 'thermal'): Promise<PrintedPaper> {
  const simulator = createPrinterSimulator({ timer: createManualTimer(), firmware: firmwareOf(profile) });
  const line = await simulator.openLine();
  await line.write(composeTicket(profile, lines, composer));
  await settle();
  const [paper, ...more] = simulator.papers();
  if (paper === undefined || more.length > 0) throw new Error(`${more.length} papers more`);
  return paper;
}
const words = (paper: PrintedPaper): string => readPaper(paper).replaceAll(/^[-=]+$/gm, '').replaceAll(/\s+/g, ' ').trim();

describe('hardware.md §2 the same paper by both composers', () => {
  for (const name of profileNames) {
    test(`${name}: the sample ticket reads the same, code and rare letters too`, async () => {
      const profile = printerProfiles[name];
      const [one = '', two = ''] = await Promise.all((Object.keys(composers) as ComposerName[]).map(async (composer) => words(await printed(profile, sampleTicket, composer))));
      expect(two).toBe(one);
      expect(one).toContain('[QR KZ1:2026-11-21:A017:7c9e6679]');
      expect(one).toContain('䶮 㼆 𬭸 𠮷');
      expect(one).not.toMatch(/[■〓]/);
    });
  }
});

describe('hardware.md §2 letters outside the character set', () => {
  const line = (text: string, more: Partial<Extract<PaperLine, { type: 'text' }>> = {}): PaperLine => ({ type: 'text', text, ...more });
  test.each([['gb2312', '张建国', true], ['gb2312', '镕', false], ['gbk', '镕', true], ['gbk', '䶮', false], ['gb18030', '䶮', true], ['gb18030', '𠮷', false], ['gb18030', '𬭸', false], ['gb2312', '·', true], ['gb2312', 'é', false], ['gb18030', '\uE000', false]] as const)(
    'a %s printer and %s', (set, text, has) => { expect(Array.from(text).every((character) => printerHas(set, character))).toBe(has); });
  test('a printer with fewer letters than its profile says loses them: that is why the probe prints a sheet', async () => {
    const simulator = createPrinterSimulator({ timer: createManualTimer() });
    simulator.set({ characterSet: 'gbk' });
    const near = await simulator.openLine();
    for (const profile of [printerProfiles['full-80'], printerProfiles['gbk-80']]) await near.write(composeTicket(profile, [line('镕 㐂')]));
    await settle();
    expect(simulator.papers().map((paper) => readPaper(paper).includes('镕 㐂'))).toEqual([false, true]);
  });
  test('only the line that needs it is drawn', async () => {
    const paper = await printed(printerProfiles['plain-80'], [line('前面还有 3 人'), line('朱镕基喆堃'), line('请听叫号')]);
    expect(paper.items.map(({ type }) => type)).toEqual(['line', 'dots', 'line', ...paper.items.slice(3).map(({ type }) => type)]);
    expect(readPaper(paper)).toContain('前面还有 3 人\n朱镕基喆堃\n请听叫号');
  });
  test('drawn lines stand where the printer would put them, as large as it would print them', async () => {
    const paper = await printed(printerProfiles['plain-80'], [line('𠮷', { align: 'right' }), line('𠮷𠮷', { align: 'center', size: 3 })]);
    const [right, center] = paper.items.filter((item) => item.type === 'dots');
    expect(right?.width).toBe(576);
    expect(center).toMatchObject({ width: 360, height: 24 * 3 + 6 });
  });
  test('names of other alphabets: half as wide, accents joined, words whole', async () => {
    const paper = await printed(printerProfiles['plain-58'], [line('Jose\u0301 Müller'), line('Иванов'), line('Nguyễn Văn A')]);
    expect(readPaper(paper)).toContain(canonical('José Müller\nИванов\nNguyễn Văn A'));
    expect(paper.items[0]).toMatchObject({ type: 'dots', width: 136 });
  });
  test('the Arabic script from right to left, joined, with what stands around it in its place', async () => {
    const paper = await printed(printerProfiles['plain-80'], [line('姓名 ئۇيغۇر محمد 号 12')]);
    expect(readPaper(paper)).toContain(canonical('姓名 ﺪﻤﺤﻣ ﺭﯘﻐﻳﯘﺋ 号 12'));
  });
  test('a letter that nobody has the dots of is said to be missing, and the rest stands', async () => {
    expect(readPaper(await printed(printerProfiles['full-80'], [line('张\uE863🙂三')]))).toMatch(/^张〓〓三/);
  });
});
