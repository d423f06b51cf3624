/* The board carries nothing about a person, by type: every field of its messages is on this list, and the list is all there is. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { boardChangeSchema, boardOrderSchema, boardStateSchema, type BoardChange, type BoardOrder, type BoardState } from '@kuaizhao/sync-agent/contract/board.ts';

/** Counts, times, codes and numbers of the hall. */
const plainFields = [
  'version', 'countedAt', 'jobs', 'calls', 'counts', 'seekers', 'waiting', 'places', 'placesLeft', 'hires',
  'jobId', 'number', 'trade', 'headcount', 'pay', 'kind', 'amountFen', 'unit', 'settlement', 'startAt', 'leaveBy', 'meals', 'transport',
  'callId', 'to', 'id', 'jobNumber', 'times', 'at', 'open',
  // Rules of the hall: codes, numbers, days, and the reasons that a rule names, which are nobody's.
  'wall', 'moreWindows', 'code', 'numbers', 'who', 'elderFrom', 'since',
  'urgent', 'filledAt', 'tables', 'state', 'bays', 'steady', 'citySteady', 'city', 'figures', 'byHour', 'hour', 'byTrade', 'sheets', 'leafletId', 'topic',
  'from', 'online', 'parts', 'put', 'gone', 'fairs', 'until', 'trades', 'cityNotices',
  // Trades of the city: names and codes out of closed lists.
  'short', 'loadClass', 'hazards', 'certificates', 'occupation', 'edition', 'retired',
  // What a board shows where.
  'plan', 'published', 'scene', 'why', 'boardId', 'layout', 'panel', 'widthPx', 'heightPx', 'widthMm', 'metres', 'scenes', 'beforeOpening', 'rush', 'quiet', 'fair', 'evening', 'zone', 'x', 'y', 'w', 'h', 'schedule',
  'voice', 'speaks', 'speaker', 'repeat', 'second', 'volume', 'percent',
] as const;
/** Words, each written by the hall or by an employer about a place or a van; none has room for a name. */
const wordFields = ['hallName', 'hotline', 'notices', 'text', 'workPlace', 'bay', 'plate', 'toLabel', 'label', 'labels', 'place', 'title', 'lines', 'aliases', 'zh', 'en', 'source'] as const;
const allowed: ReadonlySet<string> = new Set([...plainFields, ...wordFields]);
const words: ReadonlySet<string> = new Set(wordFields);

type FieldsOf<T> = T extends readonly (infer Item)[] ? FieldsOf<Item> : T extends object ? { [K in keyof T]-?: K | FieldsOf<NonNullable<T[K]>> }[keyof T] : never;
/** Does not compile when the board's state has a field that is not on the list. */
const byType: Exclude<FieldsOf<BoardState> | FieldsOf<BoardChange> | FieldsOf<BoardOrder>, (typeof plainFields)[number] | (typeof wordFields)[number]> extends never ? true : false = true;

interface Found { readonly fields: string[]; readonly freeText: string[]; readonly loose: string[] }

function walk(schema: z.core.$ZodType, name: string, found: Found): void {
  if (schema instanceof z.ZodObject) {
    if (!(schema.def.catchall instanceof z.ZodNever)) found.loose.push(name);
    for (const [field, inner] of Object.entries(schema.shape)) {
      found.fields.push(field);
      walk(inner, field, found);
    }
    return;
  }
  if (schema instanceof z.ZodArray) return walk(schema.element, name, found);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return walk(schema.unwrap(), name, found);
  if (schema instanceof z.ZodUnion) { for (const option of schema.options) walk(option, name, found); return undefined; }
  if (schema instanceof z.ZodString) { if (!(schema.def.checks ?? []).some((check) => check._zod.def.check === 'string_format')) found.freeText.push(name); return undefined; }
  // A day has no room for words.
  if (schema instanceof z.ZodISODate) return undefined;
  if (schema instanceof z.ZodNumber || schema instanceof z.ZodBoolean || schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return undefined;
  throw new Error(`${name}: this test does not know ${schema._zod.def.type}, so it cannot vouch for it`);
}

const lookAt = (schema: z.core.$ZodType): Found => {
  const found: Found = { fields: [], freeText: [], loose: [] };
  walk(schema, 'board', found);
  return found;
};

test('every field is on the list, no object takes further ones, and text is free only where it is the hall’s', () => {
  expect(byType).toBe(true);
  const found = [boardStateSchema, boardChangeSchema, boardOrderSchema].map(lookAt);
  const [fields, freeText, loose] = [found.flatMap((one) => one.fields), found.flatMap((one) => one.freeText), found.flatMap((one) => one.loose)];
  expect(fields.filter((field) => !allowed.has(field))).toEqual([]);
  expect(loose).toEqual([]);
  expect(freeText.filter((field) => !words.has(field))).toEqual([]);
  // A list that lists what is not there vouches for nothing.
  expect([...allowed].filter((field) => !fields.includes(field))).toEqual([]);
});

test('the walk itself sees a name wherever it hides', () => {
  const hidden = boardStateSchema.extend({ calls: z.array(z.strictObject({ callId: z.string(), who: z.object({ name: z.string() }).optional() })) });
  const { fields, loose, freeText } = lookAt(hidden);
  expect(fields).toContain('name');
  expect(loose).toEqual(['who']);
  expect(freeText).toContain('name');
});
