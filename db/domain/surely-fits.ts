/* A quick yes for values that fit a schema as they are. zod makes a new object and a result for every value it looks at; a hub looks at tens of thousands of rows a second, of which all but a few are right. */
import type { z } from 'zod';

type Check = (value: unknown) => boolean;
type Schema = z.core.$ZodType;
/** What the schemas of this house are made of, as zod describes it. */
interface Def {
  readonly type: string; readonly format?: string; readonly pattern?: RegExp; readonly checks?: readonly { readonly _zod: { readonly def: CheckDef } }[];
  readonly values?: readonly unknown[]; readonly entries?: Readonly<Record<string, string | number>>;
  readonly shape?: Readonly<Record<string, Schema>>; readonly catchall?: Schema; readonly discriminator?: string; readonly options?: readonly Schema[];
  readonly innerType?: Schema; readonly element?: Schema; readonly items?: readonly Schema[]; readonly rest?: Schema | null;
}
interface CheckDef { readonly check: string; readonly format?: string; readonly pattern?: RegExp; readonly maximum?: number; readonly minimum?: number; readonly value?: number; readonly inclusive?: boolean }

const defOf = ({ _zod: { def } }: Schema): Def => def;

/** True only for what the schema accepts and gives back unchanged, of values as `JSON.parse` makes them. False says nothing yet: then ask the schema. Whatever this does not know, it asks zod about. */
export function surelyFits<T>(schema: z.ZodType<T>): (value: unknown) => value is T {
  return compiled(schema) as (value: unknown) => value is T;
}

function compiled(schema: Schema): Check {
  const def = defOf(schema);
  switch (def.type) {
    case 'boolean': return (value) => typeof value === 'boolean';
    case 'literal': return oneOf(def.values ?? []);
    case 'enum': return def.checks === undefined || def.checks.length === 0 ? oneOf(Object.values(def.entries ?? {})) : byZod(schema);
    case 'string': return stringCheck(schema, def);
    case 'number': return numberCheck(schema, def);
    case 'optional': return orElse(undefined, def.innerType, schema);
    case 'nullable': return orElse(null, def.innerType, schema);
    case 'array': return arrayCheck(schema, def);
    case 'tuple': return tupleCheck(schema, def);
    case 'object': return objectCheck(schema, def);
    case 'union': return unionCheck(schema, def);
    default: return byZod(schema);
  }
}

/** A thing that zod makes anew is never surely the same. */
const byZod = (schema: Schema): Check => {
  const asked = schema as z.ZodType;
  return (value) => {
    const parsed = asked.safeParse(value);
    return parsed.success && Object.is(parsed.data, value);
  };
};

function oneOf(values: readonly unknown[]): Check {
  if (values.length === 1) {
    const [only] = values;
    return (value) => value === only;
  }
  const all = new Set(values);
  return (value) => all.has(value);
}

const orElse = (nothing: null | undefined, inner: Schema | undefined, schema: Schema): Check => {
  if (inner === undefined) return byZod(schema);
  const check = compiled(inner);
  return (value) => value === nothing || check(value);
};

/** The checks of a schema as yes or no; undefined when one of them is of a kind that this does not know. */
function checksOf<T>({ checks = [] }: Def, known: (def: CheckDef) => ((value: T) => boolean) | undefined): readonly ((value: T) => boolean)[] | undefined {
  const found: ((value: T) => boolean)[] = [];
  for (const { _zod: { def } } of checks) {
    const check = known(def);
    if (check === undefined) return undefined;
    found.push(check);
  }
  return found;
}

const lengthCheck = ({ check, maximum = Infinity, minimum = 0 }: CheckDef): ((value: { readonly length: number }) => boolean) | undefined => {
  if (check === 'max_length') return ({ length }) => length <= maximum;
  return check === 'min_length' ? ({ length }) => length >= minimum : undefined;
};

const patternCheck = ({ format, pattern }: Pick<CheckDef, 'format' | 'pattern'>): ((value: string) => boolean) | undefined =>
  ((format === 'regex' || format === 'date') && pattern !== undefined && !pattern.global && !pattern.sticky ? (value) => pattern.test(value) : undefined);

function stringCheck(schema: Schema, def: Def): Check {
  const own = def.format === undefined ? [] : [patternCheck(def)];
  const checks = checksOf<string>(def, (one) => (one.check === 'string_format' ? patternCheck(one) : lengthCheck(one)));
  if (checks === undefined || own.includes(undefined)) return byZod(schema);
  const [only, ...more] = [...own.flatMap((one) => one ?? []), ...checks];
  if (only === undefined) return (value) => typeof value === 'string';
  if (more.length === 0) return (value) => typeof value === 'string' && only(value);
  return (value) => typeof value === 'string' && only(value) && more.every((check) => check(value));
}

function numberCheck(schema: Schema, def: Def): Check {
  let [low, high] = [-Infinity, Infinity];
  for (const { _zod: { def: { check, value = Number.NaN, inclusive } } } of def.checks ?? []) {
    if (inclusive !== true || Number.isNaN(value)) return byZod(schema);
    if (check === 'greater_than') low = Math.max(low, value);
    else if (check === 'less_than') high = Math.min(high, value);
    else return byZod(schema);
  }
  if (def.format === 'safeint') return (value) => Number.isSafeInteger(value) && (value as number) >= low && (value as number) <= high;
  return def.format === undefined ? (value) => Number.isFinite(value) && (value as number) >= low && (value as number) <= high : byZod(schema);
}

function arrayCheck(schema: Schema, def: Def): Check {
  const checks = checksOf<readonly unknown[]>(def, lengthCheck);
  if (def.element === undefined || checks === undefined) return byZod(schema);
  const element = compiled(def.element);
  return (value) => Array.isArray(value) && checks.every((check) => check(value)) && value.every(element);
}

function tupleCheck(schema: Schema, { items = [], rest, checks = [] }: Def): Check {
  if (checks.length > 0 || (rest !== undefined && rest !== null)) return byZod(schema);
  const parts = items.map(compiled);
  return (value) => Array.isArray(value) && value.length === parts.length && parts.every((part, at) => part(value[at]));
}

/** Strict ones only: others take away what they do not know. */
function objectCheck(schema: Schema, { shape = {}, catchall, checks = [] }: Def): Check {
  if (checks.length > 0 || catchall === undefined || defOf(catchall).type !== 'never') return byZod(schema);
  const parts = new Map(Object.entries(shape).map(([key, part]) => [key, { check: compiled(part), must: defOf(part).type !== 'optional' }]));
  const musts = [...parts.values()].filter(({ must }) => must).length;
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    let seen = 0;
    for (const key in value) {
      const part = parts.get(key);
      if (part === undefined || !part.check((value as Readonly<Record<string, unknown>>)[key])) return false;
      if (part.must) seen += 1;
    }
    return seen === musts;
  };
}

/** Told apart by one key. */
function unionCheck(schema: Schema, { discriminator, options = [], checks = [] }: Def): Check {
  if (discriminator === undefined || checks.length > 0) return byZod(schema);
  const byName = new Map<unknown, Check>();
  for (const option of options) {
    const { type, values } = defOf(defOf(option).shape?.[discriminator] ?? option);
    if (type !== 'literal') return byZod(schema);
    const check = compiled(option);
    for (const value of values ?? []) byName.set(value, check);
  }
  return (value) => typeof value === 'object' && value !== null && byName.get((value as Readonly<Record<string, unknown>>)[discriminator])?.(value) === true;
}
