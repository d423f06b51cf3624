/* What became true about records. */
import { z } from 'zod';
import { idSchema } from '../scalars.ts';
import { exportFormatSchema, exportKindSchema } from './commands.ts';
import { rangeFields } from './period.ts';

export const recordsExportedSchema = z.strictObject({
  type: z.literal('recordsExported'), exportId: idSchema, what: exportKindSchema, format: exportFormatSchema, ...rangeFields,
  personal: z.boolean(), rows: z.int().min(0), digest: z.string().regex(/^[0-9a-f]{64}$/), by: idSchema, approvedBy: idSchema.optional(),
});

export const recordsFacts = [recordsExportedSchema] as const;
export type RecordsExported = z.infer<typeof recordsExportedSchema>;
