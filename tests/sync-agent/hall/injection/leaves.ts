/* Every place of a command where a text stands, found by walking its schema: with a way to put another text there and leave all else sound. */
import { z } from 'zod';
import { morning } from '../../../fixtures/engine.ts';
import { creditCode, person } from '../../../fixtures/people.ts';

export interface Leaf {
  readonly path: string;
  /** takes ordinary words; all others take codes, numbers and days only */
  readonly free: boolean;
  readonly put: (text: string) => unknown;
}

/** Values of which one fits each format that a command knows. */
const sound = [
  '样例', 'none', '0101', 'A001', '2026-11-21', '13800001111', '2026-11', '370102', person(1).number, '19800202', creditCode(1), '鲁A12345', '08:30', 'F0830-01', 'age.words', '20261121-001', '91370100MA3C', '（鲁）人服证字〔2026〕第0100000123号',
  'command-0001', 'W261121-01', '0'.repeat(64), 'city.fishers', 'scrypt$c2FsdA$aGFzaA',
];

export function leavesOf(schema: z.core.$ZodType, value: unknown, path: readonly string[] = [], put: (next: unknown) => unknown = (next) => next): Leaf[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return leavesOf(schema.def.innerType, value ?? undefined, path, put);
  if (schema instanceof z.ZodObject) {
    const here = isRecord(value) && schema.safeParse(value).success ? value : make(schema) as Record<string, unknown>;
    return Object.entries(schema.shape).flatMap(([key, inner]) => leavesOf(inner, here[key], [...path, key], (next) => put({ ...here, [key]: next })));
  }
  if (schema instanceof z.ZodArray) return leavesOf(schema.element, Array.isArray(value) ? value[0] : undefined, [...path, '0'], (next) => put([next, ...(Array.isArray(value) ? value.slice(1) : [])]));
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => leavesOf(option, z.safeParse(option, value).success ? value : make(option), path, put));
  }
  if (isText(schema)) return [{ path: path.join('.'), free: z.safeParse(schema, '样例文字').success, put }];
  if (schema instanceof z.ZodNumber || schema instanceof z.ZodBoolean || schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral || schema instanceof z.ZodNull) return [];
  throw new Error(`${path.join('.')}: this test does not know ${schema._zod.def.type}, so it cannot vouch for it`);
}

const isText = (schema: z.core.$ZodType): boolean => schema instanceof z.ZodString || schema instanceof z.ZodStringFormat;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A sound value of a schema, with nothing in it that may be absent. */
function make(schema: z.core.$ZodType): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return undefined;
  if (schema instanceof z.ZodNullable) return null;
  if (schema instanceof z.ZodObject) {
    if (z.safeParse(schema, person(1)).success) return person(1);
    const made = Object.fromEntries(Object.entries(schema.shape).map(([key, inner]) => [key, make(inner)]).filter(([, value]) => value !== undefined));
    // Where something has to be there and anything may: the first member.
    if (z.safeParse(schema, made).success) return made;
    const [first] = Object.entries(schema.shape);
    return first === undefined ? made : { ...made, [first[0]]: make(first[1] instanceof z.ZodOptional ? first[1].def.innerType : first[1]) };
  }
  if (schema instanceof z.ZodArray) return z.safeParse(schema, []).success ? [] : Array.from({ length: 2 }, () => make(schema.element));
  if (schema instanceof z.ZodUnion) return make(schema.options[0] ?? schema);
  if (schema instanceof z.ZodLiteral) return [...schema.values][0];
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodNumber) return [1, 2, morning].find((one) => z.safeParse(schema, one).success);
  const found = sound.find((one) => z.safeParse(schema, one).success);
  if (found === undefined) throw new Error('no sound value is known for a text of this format: add one');
  return found;
}
