/* What became true about employers. */
import { z } from 'zod';
import { idSchema } from '../scalars.ts';
import { employerKindSchema } from './commands.ts';

export const employerRegisteredSchema = z.strictObject({
  type: z.literal('employerRegistered'), employerId: idSchema, kind: employerKindSchema,
  /** the staff member who saw the papers; none for a household, whose ground is the promise */
  verifiedBy: idSchema.optional(),
  promiseVersion: z.string().optional(),
});

export const employerFacts = [employerRegisteredSchema] as const;
export type EmployerRegistered = z.infer<typeof employerRegisteredSchema>;
