/* Parts that several papers have: large letters, numbers as large as the paper is wide, the terms of a job, the foot with the hotlines. */
import { stampWords } from '@kuaizhao/kiosk/i18n/format.ts';
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import type { JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { PaperTexts } from '@kuaizhao/kiosk/i18n/papers/paper-texts.ts';
import { momentWords } from './words.ts';

export const big = (text: string, size: number): PaperLine => ({ type: 'text', text, size, align: 'center', bold: true });
export const centred = (text: string): PaperLine => ({ type: 'text', text, align: 'center' });
export const plain = (text: string): PaperLine => ({ type: 'text', text });
export const pair = (left: string, right: string): PaperLine => ({ type: 'pair', left, right });
export const strong = (left: string, right: string): PaperLine => ({ type: 'pair', left, right, bold: true });
export const rule: PaperLine = { type: 'rule' };
export const gap: PaperLine = { type: 'feed', lines: 1 };

/** ESC/POS letters grow to eight times; a number is printed as large as `columns` holds, within `most`. */
export const numberLine = (number: string, columns: number, most = 8): PaperLine => big(number, Math.max(1, Math.min(most, Math.floor(columns / number.length))));

export const signature = (text: string, columns: number): PaperLine[] => [gap, plain(`${text}：${'_'.repeat(Math.max(8, columns - 2 - 2 * text.length))}`)];

/** Meals, transport, tools: what the employer gives, in words. */
export function givenWords(texts: PaperTexts, terms: JobTerms): string {
  const { terms: label } = texts;
  const given = [...(terms.meals ? [label.meals] : []), ...(terms.transport ? [label.transport] : []), ...(terms.tools ? [label.tools] : [])];
  return given.length === 0 ? texts.no : given.join(texts.listSeparator);
}

/** What the law wants said, after work and pay: both slips print it whole. */
export function conditions(texts: PaperTexts, terms: JobTerms): PaperLine[] {
  const { terms: label } = texts;
  const { certificates = [], experienceYears = 0, text } = terms.conditions ?? {};
  const asked = [...certificates.map(texts.certificate), ...(experienceYears > 0 ? [texts.experience(experienceYears)] : []), ...(text === undefined ? [] : [text])];
  const van = terms.bay !== undefined || terms.plate !== undefined || terms.leaveBy !== undefined;
  return [
    pair(label.given, givenWords(texts, terms)),
    pair(label.hazards, terms.hazards.map((hazard) => texts.hazard[hazard]).join(texts.listSeparator)),
    pair(label.protection, terms.protection ? texts.yes : texts.no), pair(label.insurance, texts.insurance[terms.insurance]),
    ...(asked.length === 0 ? [] : [plain(`${label.conditions}：${asked.join(texts.listSeparator)}`)]),
    ...(terms.lifting === undefined ? [] : [pair(label.lifting, texts.lifting(terms.lifting.kgEach, terms.lifting.liftsPerHour))]),
    ...(terms.remark === undefined ? [] : [plain(`${label.remark}：${terms.remark}`)]),
    ...(van ? [rule] : []),
    ...(terms.bay === undefined ? [] : [strong(label.bay, terms.bay)]),
    ...(terms.plate === undefined ? [] : [strong(label.plate, terms.plate)]),
    ...(terms.leaveBy === undefined ? [] : [strong(label.leaveBy, momentWords(texts, terms.leaveBy))]),
  ];
}

/** Free of charge, whom to call, when it was printed. */
export const foot = (texts: PaperTexts, paper: { readonly hotline: string; readonly at: number }, stampLabel = texts.foot.printedAt): PaperLine[] => [
  rule, centred(texts.foot.free), centred(texts.foot.hotlines), centred(texts.foot.hall(paper.hotline)), pair(stampLabel, stampWords(paper.at)),
];

/** The page of a slip, as a phone opens it; a long address wants smaller squares. */
export const pageCode = (page: string): PaperLine => ({ type: 'qr', data: page, moduleDots: 5 });

/** What a scanner reads from a slip: ours, opaque, nothing about anybody. */
export const slipCode = (kind: 'J' | 'H', number: string): PaperLine => ({ type: 'qr', data: `KZ:${kind}:${number}`, moduleDots: 6 });
