/* What rows of feeds say, by kind. Additive only: an older hall leaves out what it does not understand, and keeps it. */
import { z } from 'zod';
import { bannerSchema } from '../hall/settings.ts';
import { isCreditCode } from '../employers/credit-code.ts';
import { takeSlipMarkSchema } from '../slips/commands.ts';
import { businessDaySchema, idSchema, instantSchema, nameTextSchema, phoneSchema, textSchema } from '../scalars.ts';
import { erasureMarkSchema } from '../people/sharing/commands.ts';
import { tradeCodeSchema } from '../trades/trade.ts';
import { revisionSchema, takeOnlineOrderSchema } from '../jobs/commands.ts';

/** A notice of the city for all halls (feed `notices`); a hall shows it and cannot change it. */
export const cityNoticeSchema = z.object({
  noticeId: idSchema, text: bannerSchema, from: instantSchema,
  /** without it: until the city takes it back */
  until: instantSchema.optional(),
  urgent: z.boolean(),
});
export type CityNotice = z.infer<typeof cityNoticeSchema>;

/** A hall as others find it (feed `halls`). */
export const hallEntrySchema = z.object({
  hallId: idSchema, name: textSchema(40), address: textSchema(80).optional(), hotline: phoneSchema.optional(),
  level: z.enum(['city', 'district', 'town']).optional(),
  /** code of the district (GB/T 2260), 6 digits */
  district: z.string().regex(/^\d{6}$/).optional(),
  /** 运营性质: who runs it */
  nature: z.enum(['public', 'entrusted', 'market']).optional(),
  hours: textSchema(40).optional(), trades: z.array(tradeCodeSchema).max(12).optional(), contact: textSchema(20).optional(),
  /** on the city's own schematic, 0 to 1,000 from the left and from the top: no coordinates of the earth */
  at: z.object({ x: z.int().min(0).max(1_000), y: z.int().min(0).max(1_000) }).optional(),
});
export type HallEntry = z.infer<typeof hallEntrySchema>;

/** The least an hour may be paid, from a day on (feed `rules`); the longest code that fits a district counts. */
export const minimumWageSchema = z.object({ district: z.string().regex(/^(\d{2}|\d{4}|\d{6})$/), since: businessDaySchema, hourlyFen: z.int().min(100).max(100_000), source: textSchema(60) });
export type MinimumWage = z.infer<typeof minimumWageSchema>;

/** What the city knows of an employer with a registered number (feed `employers`); a hall that meets it shows this, and obeys a ban. */
export const cityEmployerSchema = z.object({
  creditCode: z.string().refine(isCreditCode, { error: 'not a registered number' }), name: nameTextSchema, standing: z.enum(['verified', 'watched', 'banned']),
  /** last day; without it until the city takes it back */
  until: businessDaySchema.optional(),
  reason: textSchema(80).optional(),
});
/** What the city knows of a 揽头 (feed `employers`, kind `contractor`, key with `contractor.` before it). No number is in it: a hall that holds the number of one of its contractors knows him by the mark. */
export const cityContractorSchema = z.object({
  contractorId: z.string().regex(/^[0-9A-Za-z-]{1,40}$/),
  /** family name and `*`: enough for staff to know of whom they speak */
  name: textSchema(10), mark: erasureMarkSchema, ...cityEmployerSchema.pick({ standing: true, until: true, reason: true }).shape,
});
export type CityContractor = z.infer<typeof cityContractorSchema>;
export const contractorKey = ({ contractorId }: Pick<CityContractor, 'contractorId'>): string => `contractor.${contractorId}`;
export type CityEmployer = z.infer<typeof cityEmployerSchema>;

/** An order placed outside, whole and as it is wanted now (feed `orders:<hall>`, kind `order`, key the order's id). A household is in it as a mark: the hall that holds the number of one of its households knows whose order it is. */
export const orderWordSchema = takeOnlineOrderSchema.pick({ orderId: true, terms: true, changes: true, withdrawn: true }).extend({ revision: revisionSchema, employer: z.union([takeOnlineOrderSchema.shape.employer, z.strictObject({ household: erasureMarkSchema })]) });
export type OrderWord = z.infer<typeof orderWordSchema>;

/** What somebody marked on the page of a slip (feed `slips:<hall>`, kind `slipMark`, key the mark's id). */
export const slipMarkSchema = takeSlipMarkSchema.pick({ markId: true, hireId: true, side: true, word: true });
export type SlipMark = z.infer<typeof slipMarkSchema>;

/** An erasure of the whole city (feed `erasures`, key its id): the number is not in it, only a mark by which who holds the number knows it. `at`: who registered later has come anew. */
export const erasureWordSchema = z.object({ erasure: erasureMarkSchema, at: instantSchema });
export type ErasureWord = z.infer<typeof erasureWordSchema>;

/** Schema version of the bodies that this program writes. */
export const feedBodyVersion = 1;
