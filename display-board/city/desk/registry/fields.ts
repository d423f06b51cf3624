/* The forms of the registry as data: which field is written how, and how a body becomes what stands in the fields and back. */
import { payUnitSchema, settlementSchema } from '@kuaizhao/db/domain/jobs/pay.ts';
import { entryInputs, entrySchemas, type EntryKind } from '@kuaizhao/db/domain/registry/entries.ts';
import { measures, reportGroups } from '@kuaizhao/db/domain/registry/reports.ts';
import { ruleClasses } from '@kuaizhao/db/domain/law/filter/rule.ts';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Draft, Field, FieldName } from './form-types.ts';
import { tradeBody, tradeDraft, tradeFieldOf, tradeFields } from './trade-fields.ts';

const must = true as const;
export const fieldsOf: Readonly<Record<EntryKind, readonly Field[]>> = {
  notice: [{ name: 'noticeId', input: 'text', must, key: true }, { name: 'text', input: 'text', must }, { name: 'from', input: 'moment', must }, { name: 'until', input: 'moment' }, { name: 'urgent', input: 'yes' }],
  hall: [
    { name: 'hallId', input: 'text', must, key: true }, { name: 'name', input: 'text', must }, { name: 'address', input: 'text' }, { name: 'hotline', input: 'text' }, { name: 'level', input: 'choice', options: ['city', 'district', 'town'] }, { name: 'district', input: 'text' },
    { name: 'nature', input: 'choice', options: ['public', 'entrusted', 'market'] }, { name: 'hours', input: 'text' }, { name: 'trades', input: 'trades' }, { name: 'contact', input: 'text' }, { name: 'at', input: 'text' },
  ],
  minimumWage: [{ name: 'district', input: 'text', must, key: true }, { name: 'since', input: 'day', must, key: true }, { name: 'hourlyFen', input: 'number', must }, { name: 'source', input: 'text', must }],
  employer: [{ name: 'creditCode', input: 'text', must, key: true }, { name: 'name', input: 'text', must }, { name: 'standing', input: 'choice', must, options: ['verified', 'watched', 'banned'] }, { name: 'until', input: 'day' }, { name: 'reason', input: 'text' }],
  contractor: [{ name: 'contractorId', input: 'text', must, key: true }, { name: 'personName', input: 'text', must }, { name: 'number', input: 'text' }, { name: 'standing', input: 'choice', must, options: ['verified', 'watched', 'banned'] }, { name: 'until', input: 'day' }, { name: 'reason', input: 'text' }],
  leaflet: [
    { name: 'leafletId', input: 'text', must, key: true }, { name: 'topic', input: 'choice', must, options: ['policy', 'training', 'rights'] }, { name: 'titleZh', input: 'text', must }, { name: 'titleEn', input: 'text', must },
    { name: 'linesZh', input: 'lines', must }, { name: 'linesEn', input: 'lines', must }, { name: 'source', input: 'text', must }, { name: 'since', input: 'day', must },
  ],
  course: [
    { name: 'courseId', input: 'text', must, key: true }, { name: 'trade', input: 'trade', must }, { name: 'titleZh', input: 'text', must }, { name: 'titleEn', input: 'text', must }, { name: 'firstDay', input: 'day', must }, { name: 'lastDay', input: 'day', must },
    { name: 'classHours', input: 'text', must }, { name: 'place', input: 'text', must }, { name: 'places', input: 'number', must }, { name: 'school', input: 'text', must }, { name: 'phone', input: 'text', must }, { name: 'subsidy', input: 'text' }, { name: 'source', input: 'text', must },
  ],
  steadyJob: [
    { name: 'steadyId', input: 'text', must, key: true }, { name: 'trade', input: 'trade', must }, { name: 'employer', input: 'text', must }, { name: 'headcount', input: 'number', must }, { name: 'place', input: 'text', must }, { name: 'amountFen', input: 'number', must },
    { name: 'unit', input: 'choice', must, options: payUnitSchema.options }, { name: 'settlement', input: 'choice', must, options: settlementSchema.options }, { name: 'meals', input: 'yes' }, { name: 'transport', input: 'yes' }, { name: 'lastDay', input: 'day', must },
  ],
  template: [
    { name: 'paper', input: 'choice', must, options: ['agreement', 'promise'], key: true }, { name: 'version', input: 'text', must, key: true }, { name: 'since', input: 'day', must }, { name: 'paperTitle', input: 'text', must }, { name: 'paragraphs', input: 'paragraphs', must },
  ],
  trade: tradeFields,
  helpGroup: [{ name: 'groupId', input: 'text', must, key: true }, { name: 'groupZh', input: 'text', must }, { name: 'groupEn', input: 'text', must }, { name: 'first', input: 'yes' }, { name: 'source', input: 'text', must }, { name: 'retired', input: 'yes' }],
  filterRule: [
    { name: 'ruleId', input: 'text', must, key: true }, { name: 'ruleClass', input: 'choice', must, options: ruleClasses }, { name: 'outcome', input: 'choice', must, options: ['block', 'staff'] },
    { name: 'words', input: 'sentences', must }, { name: 'exceptions', input: 'sentences' }, { name: 'source', input: 'text', must },
  ],
  report: [
    { name: 'reportId', input: 'text', must, key: true }, { name: 'title', input: 'text', must }, { name: 'by', input: 'choice', must, options: reportGroups },
    { name: 'measures', input: 'several', must, options: measures }, { name: 'top', input: 'choice', options: measures },
  ],
  thresholds: (['waiting', 'ratioLow', 'ratioHigh', 'ratioFrom', 'silentMinutes'] as const).map((name) => ({ name, input: 'number', must })),
};

/** By the clock of the city, to the minute, as the browser's own field writes it. */
const momentText = (at: number): string => `${localDay(at)}T${localTime(at)}`;
const momentOf = (text: string): number => Date.parse(`${text}:00+08:00`);

/** Where a field of a form is called otherwise in the body: the same word means another thing elsewhere on the desk. */
const inBody: { readonly [K in EntryKind]?: { readonly [F in FieldName]?: string } } = {
  course: { firstDay: 'from', lastDay: 'until', classHours: 'hours' }, steadyJob: { lastDay: 'until' }, contractor: { personName: 'name' }, template: { paper: 'kind', paperTitle: 'title' }, helpGroup: { groupZh: 'zh', groupEn: 'en' }, filterRule: { ruleClass: 'class' },
};
const bodyName = (kind: EntryKind, field: FieldName): string => inBody[kind]?.[field] ?? field;
/** The field of the form that is about a part of the body. */
export const fieldOf = (kind: EntryKind, part: string): string => (kind === 'trade' ? tradeFieldOf[part] : undefined) ?? fieldsOf[kind].find(({ name }) => bodyName(kind, name) === part)?.name ?? (part === 'title' ? 'titleZh' : part === 'lines' ? 'linesZh' : part);

/** What a form shows of a body. */
export function draftOf(kind: EntryKind, body: unknown): Draft {
  if (kind === 'trade') return tradeDraft(body);
  const values = entrySchemas[kind].parse(body) as Readonly<Record<string, unknown>>;
  const plain = Object.fromEntries(fieldsOf[kind].map(({ name, input }) => [name, shown(values[bodyName(kind, name)], input)]));
  if (kind === 'leaflet') {
    const { title, lines } = entrySchemas.leaflet.parse(body);
    return { ...plain, titleZh: title.zh, titleEn: title.en, linesZh: lines.map(({ zh }) => zh).join('\n'), linesEn: lines.map(({ en }) => en).join('\n') };
  }
  if (kind === 'course') {
    const { title } = entrySchemas.course.parse(body);
    return { ...plain, titleZh: title.zh, titleEn: title.en };
  }
  return plain;
}

function shown(value: unknown, input: Field['input']): Draft[string] {
  if (value === undefined) return undefined;
  if ((input === 'paragraphs' || input === 'sentences') && Array.isArray(value)) return value.join('\n');
  if (Array.isArray(value)) return value.map(String);
  if (input === 'moment') return momentText(Number(value));
  if (typeof value === 'boolean') return value;
  if (typeof value === 'object' && value !== null && 'x' in value && 'y' in value) return `${String(value.x)},${String(value.y)}`;
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? value : undefined;
}

/** The body, or the first field that does not fit. */
export function bodyOf(kind: EntryKind, draft: Draft, before?: unknown): { readonly ok: true; readonly body: object } | { readonly ok: false; readonly field: string } {
  const plain = Object.fromEntries(fieldsOf[kind].flatMap(({ name, input }) => { const value = meant(draft[name], input, name); return value === undefined || inTwoTongues.has(name) ? [] : [[bodyName(kind, name), value]]; }));
  const parsed = entryInputs[kind].safeParse(kind === 'trade' ? tradeBody(draft) : { ...plain, ...twoTongues(kind, draft), ...(kind === 'contractor' && plain['number'] === undefined ? markOf(before) : {}) });
  if (parsed.success) return { ok: true, body: parsed.data };
  return { ok: false, field: fieldOf(kind, String(parsed.error.issues[0]?.path[0] ?? '')) };
}

function meant(value: Draft[string], input: Field['input'], name: FieldName): unknown {
  // What says no by not being there.
  if (name === 'retired') return value === true ? true : undefined;
  if (input === 'yes') return value === true;
  if (value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)) return undefined;
  if (typeof value !== 'string') return value;
  if (input === 'paragraphs' || input === 'sentences') return sentences(value);
  if (input === 'number') return Number(value);
  if (input === 'moment') return momentOf(value);
  if (name !== 'at') return value.trim();
  const [x, y] = value.split(/[,，]/).map(Number);
  return { x, y };
}

/** The number of a contractor is nowhere: who does not type it again leaves him who he was. */
function markOf(before: unknown): object {
  const known = entrySchemas.contractor.safeParse(before);
  return known.success ? { mark: known.data.mark } : {};
}

const sentences = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** Titles and lines stand in two fields, one a language, and are one part of the body. */
const inTwoTongues: ReadonlySet<FieldName> = new Set(['titleZh', 'titleEn', 'linesZh', 'linesEn']);
function twoTongues(kind: EntryKind, draft: Draft): object {
  if (kind !== 'leaflet' && kind !== 'course') return {};
  const text = (name: FieldName): string => { const value = draft[name]; return typeof value === 'string' ? value.trim() : ''; };
  const title = { zh: text('titleZh'), en: text('titleEn') };
  if (kind === 'course') return { title };
  const english = sentences(text('linesEn'));
  return { title, lines: sentences(text('linesZh')).map((zh, at) => ({ zh, en: english[at] ?? '' })) };
}
