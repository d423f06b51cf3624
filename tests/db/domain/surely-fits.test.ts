/* The quick yes and zod say the same of whatever comes: right values, wrong ones, and those at the edge of every limit. */
import { isDeepStrictEqual } from 'node:util';
import { array, assert, boolean, constant, constantFrom, date, integer, oneof, property, record, string, stringMatching, tuple, type Arbitrary } from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { factSchema } from '@kuaizhao/db/domain/fact.ts';
import { surelyFits } from '@kuaizhao/db/domain/surely-fits.ts';
import { batchSchema, rowSchema } from '@kuaizhao/sync-agent/contract/uplink.ts';

const own = (text: string): unknown => JSON.parse(text);
const wrong: Arbitrary<unknown> = constantFrom(null, true, 0, -0, -1, 1, 1.5, 2 ** 53, -(2 ** 53), own('1e999'), '', 'x', ' x ', '\n', '\u202e', '\ud800', '工', '2026-02-29', '2026-02-28', '2028-02-29', '0'.repeat(64), '0'.repeat(65), 'x'.repeat(81), 'x'.repeat(501), 'x'.repeat(1_001), 'x'.repeat(65_537), [], [0], {}, own('{"__proto__":{"type":"x"}}'), [[]]);
const mostly = (right: Arbitrary<unknown>): Arbitrary<unknown> => oneof({ weight: 60, arbitrary: right }, { weight: 1, arbitrary: wrong });

/** Values that mostly fit; a little of everything else at every place. */
function near(schema: z.core.$ZodType): Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional) return mostly(near(schema.def.innerType));
  if (schema instanceof z.ZodNullable) return oneof(near(schema.def.innerType), constant(null));
  if (schema instanceof z.ZodBoolean) return mostly(boolean());
  if (schema instanceof z.ZodLiteral) return oneof({ weight: 200, arbitrary: constantFrom(...schema.def.values as readonly unknown[]) }, { weight: 1, arbitrary: wrong });
  if (schema instanceof z.ZodEnum) return mostly(constantFrom(...Object.values(schema.def.entries)));
  if (schema instanceof z.ZodNumber) return mostly(aNumber(schema));
  if (schema instanceof z.ZodISODate) return mostly(date({ min: new Date('1800-01-01'), max: new Date('2300-01-01'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10)));
  if (schema instanceof z.ZodString) return mostly(aString(schema));
  if (schema instanceof z.ZodTuple) return mostly(tuple(...schema.def.items.map(near)));
  if (schema instanceof z.ZodArray) return mostly(array(near(schema.element), { maxLength: 4 }));
  if (schema instanceof z.ZodUnion) return mostly(constantFrom(...schema.options).chain(near));
  if (schema instanceof z.ZodObject) return mostly(anObject(schema));
  throw new Error(`nothing is known of ${schema._zod.def.type}`);
}

function aNumber({ minValue, maxValue }: z.ZodNumber): Arbitrary<number> {
  const min = Math.ceil(Math.max(minValue ?? 0, -1_000));
  const max = Math.floor(Math.min(maxValue ?? min + 1_000, 8e12));
  return oneof({ weight: 20, arbitrary: integer({ min, max }) }, { weight: 2, arbitrary: constantFrom(min, max) }, { weight: 1, arbitrary: constantFrom(min - 1, max + 1, min + 0.5) });
}

function aString(schema: z.ZodString): Arbitrary<string> {
  const pattern = (schema.def.checks ?? []).map((check) => check._zod.def).find((def): def is z.core.$ZodCheckRegexDef => def.check === 'string_format' && 'pattern' in def)?.pattern;
  if (pattern !== undefined) return stringMatching(pattern);
  const most = schema.maxLength ?? 20;
  return oneof({ weight: 20, arbitrary: string({ minLength: 1, maxLength: Math.min(20, most) }).map((text) => text.trim() || 'x') }, { weight: 1, arbitrary: constantFrom('x'.repeat(most), 'x'.repeat(most + 1), '𠮷'.repeat(Math.ceil(most / 2)), ' x') });
}

function anObject({ shape }: z.ZodObject): Arbitrary<object> {
  const requiredKeys = Object.entries(shape).flatMap(([key, part]) => (part instanceof z.ZodOptional ? [] : [key]));
  return tuple(record(Object.fromEntries(Object.entries(shape).map(([key, part]) => [key, near(part)])), { requiredKeys, noNullPrototype: true }), integer({ min: 0, max: 60 }), constantFrom(...requiredKeys, 'more')).map(([value, dice, key]) => {
    if (dice === 0) return { ...value, more: 1 };
    return dice === 1 ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) : value;
  });
}

function saysAsZod(schema: z.ZodType, runs: number): { readonly yes: number; readonly no: number } {
  const fits = surelyFits(schema);
  const said = { yes: 0, no: 0 };
  assert(property(near(schema), (value) => {
    const parsed = schema.safeParse(value);
    const same = parsed.success && isDeepStrictEqual(parsed.data, value);
    expect(fits(value)).toBe(same);
    said[same ? 'yes' : 'no'] += 1;
  }), { numRuns: runs });
  return said;
}

it('§2 rule 18: the quick yes of a fact is zod’s own yes, for every kind of fact, and never a yes where zod says no or would change something', () => {
  const said = saysAsZod(factSchema, 3_000);
  expect(Math.min(said.yes, said.no)).toBeGreaterThan(300);
});

it('the same for rows and batches of the uplink', () => {
  const rows = saysAsZod(rowSchema, 2_000);
  expect(Math.min(rows.yes, rows.no)).toBeGreaterThan(200);
  const batches = saysAsZod(batchSchema, 2_000);
  expect(Math.min(batches.yes, batches.no)).toBeGreaterThan(200);
});

it('each kind of fact is known to it: nothing that fits is sent to zod', () => {
  const unknown: string[] = [];
  for (const option of factSchema.options) {
    if (saysAsZod(option, 100).yes === 0) unknown.push(option.shape.type.value);
  }
  expect(unknown).toEqual([]);
});

it('of what it does not know it asks zod, and of what zod changes it is never sure', () => {
  const trimmed = surelyFits(z.strictObject({ text: z.string().trim().refine((text) => text !== 'no') }));
  expect([trimmed({ text: 'yes' }), trimmed({ text: ' yes' }), trimmed({ text: 'no' })]).toEqual([true, false, false]);
  expect(surelyFits(z.object({ known: z.int() }))({ known: 1, more: 2 })).toBe(false);
  expect(surelyFits(z.strictObject({ one: z.record(z.string(), z.int()) }))({ one: { a: 1 } })).toBe(false);
  expect(surelyFits(z.int().multipleOf(3))(4)).toBe(false);
  expect(surelyFits(z.enum(['a', 'b']).refine((value) => value === 'a'))('b')).toBe(false);
  expect(surelyFits(z.string().regex(/a/g))('a')).toBe(true);
});
