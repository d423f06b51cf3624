/* 用工协议 and 用工承诺书 as the city words them: printed in every hall from a day on, the version on the paper. A text that holds is not changed; the next version is another text. */
import { z } from 'zod';
import { businessDaySchema, textSchema } from '../../scalars.ts';
import { templateOf } from './current.ts';
import { gapPattern, gaps, type Gap, type Template } from './template.ts';

export const cityTemplateSchema = z.strictObject({
  kind: z.enum(['agreement', 'promise']), version: z.string().regex(/^[a-z0-9.-]{1,20}$/),
  /** first business day on which it is printed */
  since: businessDaySchema, title: textSchema(20), paragraphs: z.array(textSchema(300)).min(1).max(40),
});
export type CityTemplate = z.infer<typeof cityTemplateSchema>;

const signers: { readonly [K in Template['kind']]: Template['signatures'] } = { agreement: ['employer', 'worker', 'witness'], promise: ['employer'] };
/** Without these the paper is no promise of anybody about anything. */
const needed: { readonly [K in Template['kind']]: readonly Gap[] } = { agreement: ['employer', 'worker', 'trade', 'place', 'startAt', 'pay', 'settlement'], promise: ['employer', 'pay', 'settlement'] };

/** Signed as the shipped ones are. */
export const templateFrom = ({ kind, version, since, title, paragraphs }: CityTemplate): Template => ({ kind, version, since, title, paragraphs, signatures: signers[kind] });

const gapsIn = (paragraphs: readonly string[]): string[] => paragraphs.flatMap((paragraph) => [...paragraph.matchAll(gapPattern)].map(([, gap = '']) => gap));

export type TemplateFault = 'gapUnknown' | 'gapMissing' | 'versionTaken' | 'textHolds' | 'beginsTooEarly';

/** What stops a text. `before`: the same version as it was kept last. It begins tomorrow at the earliest: what was printed on a day is printed again with the words of that day. */
export function templateFaults(text: CityTemplate, before: CityTemplate | undefined, today: string): TemplateFault[] {
  const found = gapsIn(text.paragraphs);
  const known: ReadonlySet<string> = new Set(gaps);
  return [
    ...(found.some((gap) => !known.has(gap)) || text.paragraphs.some((paragraph) => /\{\{|\}\}/.test(paragraph.replaceAll(gapPattern, ''))) ? ['gapUnknown' as const] : []),
    ...(needed[text.kind].some((gap) => !found.includes(gap)) ? ['gapMissing' as const] : []),
    ...(templateOf(text.kind, text.version) === undefined ? [] : ['versionTaken' as const]),
    ...(before !== undefined && before.since <= today ? ['textHolds' as const] : text.since <= today ? ['beginsTooEarly' as const] : []),
  ];
}
