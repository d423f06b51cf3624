/* What became true at the table. */
import { z } from 'zod';
import { businessDaySchema, hallNumberSchema, idSchema } from '../scalars.ts';
import { agreedPaySchema, settlementSchema } from '../jobs/pay.ts';

export const hireConfirmedSchema = z.strictObject({
  type: z.literal('hireConfirmed'), hireId: idSchema, number: hallNumberSchema, businessDay: businessDaySchema,
  jobId: idSchema, employerId: idSchema, workerId: idSchema, visitId: idSchema, callId: idSchema, tableId: idSchema,
  agreedPay: agreedPaySchema, settlement: settlementSchema,
  placesLeft: z.int().min(0),
});

export const hiringFacts = [hireConfirmedSchema] as const;
export type HireConfirmed = z.infer<typeof hireConfirmedSchema>;
