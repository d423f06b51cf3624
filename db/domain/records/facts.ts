/* What became true about records. */
import { z } from 'zod';
import { rightReceiptSchema } from '../people/data/receipt-number.ts';
import { idSchema } from '../scalars.ts';
import { exportFormatSchema, exportKindSchema, shownReasonSchema, shownViewSchema } from './commands.ts';
import { rangeFields } from './period.ts';

export const recordsExportedSchema = z.strictObject({
  type: z.literal('recordsExported'), exportId: idSchema, what: exportKindSchema, format: exportFormatSchema, ...rangeFields,
  personal: z.boolean(), rows: z.int().min(0), digest: z.string().regex(/^[0-9a-f]{64}$/), by: idSchema, approvedBy: idSchema.optional(),
});

/** The whole number or phone of somebody was shown at a console. */
export const personalShownSchema = z.strictObject({ type: z.literal('personalShown'), workerId: idSchema, view: shownViewSchema, reason: shownReasonSchema, by: idSchema.optional(), approvedBy: idSchema.optional(), /** at which kiosk, to the own person */ kiosk: idSchema.optional(), /** of an access copy */ receipt: rightReceiptSchema.optional() });

export const recordsFacts = [recordsExportedSchema, personalShownSchema] as const;
export type RecordsExported = z.infer<typeof recordsExportedSchema>;
