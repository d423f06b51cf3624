/* Printed texts with gaps, by version: what both sides sign must be found again word for word years later. */
import type { BusinessDay } from '../../scalars.ts';

/** What can stand in a gap. A test walks every template for others. */
export const gaps = ['hall', 'hireNumber', 'jobNumber', 'worker', 'employer', 'realEmployer', 'trade', 'headcount', 'pay', 'settlement', 'place', 'startAt', 'hours', 'given', 'hazards', 'protection', 'insurance', 'day'] as const;
export type Gap = (typeof gaps)[number];
export type Fillings = { readonly [G in Gap]?: string };

export interface Template {
  readonly kind: 'agreement' | 'promise';
  readonly version: string;
  /** first business day on which it is printed */
  readonly since: BusinessDay;
  readonly title: string;
  /** `{{gap}}` stands for a value of the hire or the posting */
  readonly paragraphs: readonly string[];
  /** who signs, in order */
  readonly signatures: readonly ('employer' | 'worker' | 'witness')[];
}

export const gapPattern = /\{\{(\w+)\}\}/g;

/** The paragraph with its gaps filled; a gap without a value stays a line to write on. */
export const fill = (paragraph: string, fillings: Fillings): string =>
  paragraph.replaceAll(gapPattern, (_, gap: string) => (fillings as Readonly<Record<string, string | undefined>>)[gap] ?? '＿＿＿＿＿＿');
