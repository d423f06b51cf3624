/* What a ledger shows about a person: masked on every screen; open only in a file that two people let out and the journal notes. */
import { z } from 'zod';

/** `张*`: the surname, as the board shows it. Two-character surnames lose their second one too: better too little than too much. */
export const maskedName = (name: string): string => `${Array.from(name)[0] ?? ''}*`;

/** Absent fields were never given, were erased, or are masked away. */
export const ledgerPersonSchema = z.strictObject({
  name: z.string(),
  sex: z.enum(['male', 'female']).optional(),
  /** `YYYYMMDD` */
  birth: z.string().optional(),
  idNumber: z.string().optional(), phone: z.string().optional(),
});
export type LedgerPerson = z.infer<typeof ledgerPersonSchema>;

/** How much of people a reader sees. */
export type Sight = 'masked' | 'open';
