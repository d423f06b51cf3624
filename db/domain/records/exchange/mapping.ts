/* 职业介绍记录 in the field names of a 人社 system: which field of ours goes under which name is a file, because every city's system has its own dialect. */
import { z } from 'zod';
import { isoDayOf } from './render.ts';
import { placementFields, type PlacementField } from './placement.ts';
import type { Cell } from '../ledger/table.ts';
import { titleTextSchema, textSchema } from '../../scalars.ts';

/** How a value is written: as it is; a day as 20261121 or 2026-11-21; sex as the code of GB/T 2261.1; fen as yuan. */
export const renderingSchema = z.enum(['plain', 'day8', 'day10', 'sexCode', 'yuan']);

export const mappingSchema = z.strictObject({
  format: z.literal('kuaizhao-field-mapping'), version: z.int().min(1), title: titleTextSchema,
  fields: z.array(z.strictObject({
    /** the other system's name, `AAC003` */
    code: z.string().regex(/^[A-Z]{3}[0-9A-Z]{3}$/),
    title: titleTextSchema,
    from: z.enum(placementFields),
    as: renderingSchema.optional(),
    /** true when the name was seen with this meaning in at least two independent places; false until the city's own manual says so */
    confirmed: z.boolean(),
    note: textSchema(120).optional(),
  })).min(1).max(100),
}).superRefine(({ fields }, issue) => {
  const seen = new Set<string>();
  for (const [index, { code, from, as = 'plain' }] of fields.entries()) {
    if (seen.has(code)) issue.addIssue({ code: 'custom', path: ['fields', index, 'code'], message: 'appears twice' });
    seen.add(code);
    if (!fits(from, as)) issue.addIssue({ code: 'custom', path: ['fields', index, 'as'], message: `${from} cannot be written as ${as}` });
  }
});
export type FieldMapping = z.infer<typeof mappingSchema>;
type Rendering = z.infer<typeof renderingSchema>;

const fits = (from: PlacementField, as: Rendering): boolean => {
  switch (as) {
    case 'plain': return true;
    case 'day8': case 'day10': return from === 'person.birth' || from === 'hire.day' || from === 'job.day';
    case 'sexCode': return from === 'person.sex';
    case 'yuan': return from === 'hire.payFen';
  }
};

/** A value of ours as the other system writes it. */
export function rendered(value: Cell, as: Rendering = 'plain'): Cell {
  if (value === undefined) return undefined;
  switch (as) {
    case 'plain': return value;
    case 'day8': return isoDayOf(String(value)).replaceAll('-', '');
    case 'day10': return isoDayOf(String(value));
    case 'sexCode': return value === 'male' ? '1' : value === 'female' ? '2' : '9';
    case 'yuan': return (Number(value) / 100).toFixed(2);
  }
}
