/* The terms of a posting that a ledger tells: only those, so that a long look back does not pay for the rest. */
import { jobTermsSchema } from '../../../../domain/jobs/terms.ts';

const toldSchema = jobTermsSchema.pick({ pay: true, settlement: true, place: true, startAt: true, days: true, hoursPerDay: true, meals: true, transport: true }).strip();

export const ledgerTerms = (text: string) => toldSchema.parse(JSON.parse(text));
