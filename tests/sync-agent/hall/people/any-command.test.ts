/* Commands of any content at the real door: an answer by name, never an internal fault, and a refusal leaves the journal as it was. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { commandsAboutPeople } from '@kuaizhao/db/domain/people/decide.ts';
import { factSchema } from '@kuaizhao/db/domain/fact.ts';
import { kioskActor, openEngine, staffActor } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { clerk, newcomer, witnessed } from './stage.ts';

const types = commandsAboutPeople.map((schema) => schema.shape.type.value);
const odd = fc.constantFrom<unknown>(null, '', 'x', -1, 0, 7, 1e20, '\u202e', '长'.repeat(600), [], {}, '2026-02-30', true);

/** A value that fits a JSON schema of ours, roughly: close enough to pass the door often. */
function fits(schema: z.core.JSONSchema.BaseSchema, pools: { ids: readonly string[] }): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...(schema.enum as unknown[]));
  const options = (schema.oneOf ?? schema.anyOf);
  if (options !== undefined) return fc.oneof(...options.map((one) => fits(one, pools)));
  if (schema.type === 'object') {
    const known = Object.keys(schema.properties ?? {});
    if (known.includes('number') && known.includes('layout')) return fc.nat(5).map((n) => person(n));
    return fc.record(Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, value]) => [key, field(key, value as z.core.JSONSchema.BaseSchema, pools)])), { requiredKeys: schema.required ?? [] });
  }
  if (schema.type === 'array') return fc.array(fits(schema.items as z.core.JSONSchema.BaseSchema, pools), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 3, 4) });
  if (schema.type === 'integer' || schema.type === 'number') return fc.integer({ min: 1, max: 5 });
  if (schema.type === 'null') return fc.constant(null);
  return fc.constantFrom(...pools.ids, '2026-11-20', '2026-12-31', '0201', '0301', '2026-11', '张样例', '13800001111', '370102', 'A001', person(2).number, '19800303');
}

function field(key: string, schema: z.core.JSONSchema.BaseSchema, pools: { ids: readonly string[] }): fc.Arbitrary<unknown> {
  const fitting: Record<string, fc.Arbitrary<unknown>> = {
    workerId: fc.constantFrom(...pools.ids), from: fc.constantFrom(...pools.ids), into: fc.constantFrom(...pools.ids), trades: fc.subarray(['0201', '0301', '0101', '9999'], { minLength: 1 }), trade: fc.constantFrom('0201', '9999'),
    textVersion: fc.constant('2026-11'), tappedAt: fc.integer({ min: 1_790_000_000_000, max: 1_790_000_100_000 }), verifiedOn: fc.constantFrom('2026-11-01', '2026-12-01'), until: fc.constantFrom('2026-10-01', '2027-01-01'), on: fc.constantFrom('2026-11-01', '2026-12-01'),
    workNumber: fc.constantFrom('A001', 'A002', 'A099'), birth: fc.nat(5).map((n) => person(n).birth), number: fc.nat(5).map((n) => person(n).number), printer: fc.constantFrom({ printer: 'printer-1', ready: true }, { printer: 'printer-9', ready: true }),
    name: fc.constantFrom('张样例', person(1).name), phone: fc.constantFrom('13800001111', '053188881234'), district: fc.constant('370102'), id: fc.constantFrom('w1', 't1', 'w9'),
  };
  return fc.oneof({ weight: 60, arbitrary: fitting[key] ?? fits(schema, pools) }, { weight: 1, arbitrary: odd });
}

test('F2 F15 F30 F32 F33 §4 random commands about people: refused by name with the journal unchanged, or true as facts; never an internal fault', async () => {
  let told = 0;
  const refusals = new Map<string, number>();
  await fc.assert(fc.asyncProperty(fc.gen(), async (gen) => {
    const hall = openEngine();
    const ids = [...(await Promise.all([1, 2, 3].map((n) => newcomer(hall, n)))).map((one) => one.workerId), (await witnessed(hall, 4)).workerId, 'nobody'];
    await hall.ask('takeWorkNumber', { trades: ['0201'] });
    for (let step = 0; step < 40; step += 1) {
      const type = gen(fc.constantFrom, ...types);
      const known = hall.seen.flatMap((fact) => Object.entries(fact).filter(([key]) => key.endsWith('Id')).map(([, value]) => String(value)));
      const schema = commandsAboutPeople.find((one) => one.shape.type.value === type);
      if (schema === undefined) continue;
      const { type: _type, commandId: _commandId, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }).properties ?? {};
      const body = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, gen(() => (key.endsWith('Id') && key !== 'workerId' ? fc.constantFrom(...known.slice(-12), 'none') : field(key, value as z.core.JSONSchema.BaseSchema, { ids })))]).filter(() => gen(fc.integer, { min: 0, max: 11 }) > 0));
      const actor = gen(fc.constantFrom, kioskActor, staffActor, clerk, { role: 'agent' } as const);
      const head = hall.db.journal.head();
      const answer = await hall.engine.handle({ type, commandId: `any-command-${step}`, ...body }, actor);
      told += 1;
      const refused = answer.ok ? undefined : answer.refusal.code;
      if (refused !== undefined) refusals.set(refused, (refusals.get(refused) ?? 0) + 1);
      expect(refused).not.toBe('internal');
      expect(refused === undefined || hall.db.journal.head().seq === head.seq).toBe(true);
      expect((answer.ok ? answer.facts : []).every((fact) => factSchema.safeParse(fact).success)).toBe(true);
    }
    expect(hall.failures).toEqual([]);
    expect(JSON.stringify(hall.db.journal.read(1, 2_000))).not.toMatch(/张样例|13800001111|053188881234/);
    hall.close();
  }), { numRuns: 25, verbose: 1 });
  expect(told).toBeGreaterThan(500);
  // The door is passed often, so that the rules behind it are reached.
  expect([...refusals.keys()].filter((code) => code !== 'malformed').length).toBeGreaterThan(8);
}, 60_000);
