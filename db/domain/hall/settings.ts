/* What makes one hall different from the next: data, read once from the agent's configuration and checked at the door. */
import { z } from 'zod';
import { leafletSchema, ownLeafletsMost } from '../content/leaflet.ts';
import { hiringRulesSchema } from '../hiring/rules.ts';
import { matchingRulesSchema } from '../matching/rules.ts';
import { workService } from '../queue/facts.ts';
import { problemsOf, queueRulesSchema } from '../queue/rules.ts';
import { idSchema, textSchema } from '../scalars.ts';
import { slipAddressSchema } from '../slips/words.ts';
import { idleLockSchema } from '../staff/idle.ts';
import { alarmRulesSchema } from './alarms.ts';

const label = textSchema(20);

export const windowSchema = z.strictObject({ id: idSchema, label, services: z.array(idSchema).min(1).max(20) });
export const tableSchema = z.strictObject({ id: idSchema, label, /** where hire slips of this table come out */ printer: idSchema });
/** `series` is the letter of its numbers; A belongs to work, J to jobs, H to hires, and I and O look like digits. */
export const serviceSchema = z.strictObject({ code: idSchema, label, series: z.string().regex(/^[B-GK-NP-Z]$/) });
export const bannerSchema = textSchema(60);

export const hallSettingsSchema = z.strictObject({
  hallId: idSchema,
  name: textSchema(40),
  kind: z.enum(['market', 'station', 'fair', 'shop']),
  /** code of the district (GB/T 2260), 6 digits */
  district: z.string().regex(/^\d{6}$/),
  hotline: z.string().regex(/^[\d-]{3,20}$/),
  services: z.array(serviceSchema).max(20),
  windows: z.array(windowSchema).max(60),
  tables: z.array(tableSchema).max(200),
  bays: z.array(label).max(60),
  /** work places an employer can tap instead of writing */
  workPlaces: z.array(textSchema(30)).min(1).max(24),
  printers: z.array(idSchema).max(60),
  notices: z.array(bannerSchema).max(10),
  /** staff look even at postings made of taps alone before they are shown; false when absent */
  codedPostingsNeedReview: z.boolean().optional(),
  /** when an employer counts as trusted without a supervisor's word; the shipped rule when absent */
  trustRule: z.strictObject({ version: z.string().regex(/^[a-z0-9.-]{1,20}$/), hires: z.int().min(1).max(1_000), restDays: z.int().min(0).max(90), quietDays: z.int().min(1).max(1_095) }).optional(),
  /** rules of calling, each entry with the day it begins; without any: first come first served, and the defaults of `queueRulesSchema` */
  queueRules: z.array(queueRulesSchema).max(20).optional(),
  /** rules of matching, each entry with the day it begins; without any the defaults of `matchingRulesSchema` */
  matchingRules: z.array(matchingRulesSchema).max(20).optional(),
  /** places of `workPlaces` with their way from the hall */
  workPlaceKm: z.array(z.strictObject({ place: textSchema(30), km: z.number().min(0).max(1_000) })).max(24).optional(),
  /** a paper that has waited so long for a printer in trouble comes out of another one that works, minutes; never by itself when absent */
  printDivertMinutes: z.int().min(1).max(9).optional(),
  /** waits and limits of hiring; without it the defaults of `hiringRulesSchema` */
  hiring: hiringRulesSchema.optional(),
  /** a console locks itself after so many minutes without input; 5 when absent */
  idleLockMinutes: idleLockSchema.optional(),
  /** when staff are told without looking; without it the defaults of `alarmRulesSchema` */
  alarms: alarmRulesSchema.optional(),
  /** sheets of this hall beside the shipped ones; one with the id of a shipped one takes its place */
  leaflets: z.array(leafletSchema).max(ownLeafletsMost).optional(),
  /** where phones see the slips of this hall: the city's hub as it is called from outside; without it slips have no page */
  slipAddress: slipAddressSchema.optional(),
}).superRefine((hall, issue) => {
  const unique = (values: string[], path: string) => {
    if (new Set(values).size !== values.length) issue.addIssue({ code: 'custom', path: [path], message: 'appears twice' });
  };
  unique(hall.services.map((one) => one.code), 'services');
  unique(hall.services.map((one) => one.series), 'services');
  unique(hall.windows.map((one) => one.id), 'windows');
  unique(hall.tables.map((one) => one.id), 'tables');
  unique(hall.printers, 'printers');
  for (const window of hall.windows) for (const code of window.services) {
    if (!hall.services.some((one) => one.code === code)) issue.addIssue({ code: 'custom', path: ['windows'], message: `service ${code} is not in services` });
  }
  const calling = { services: hall.services.map((one) => one.code), windows: hall.windows.map((one) => one.id), work: workService };
  for (const message of problemsOf(hall.queueRules ?? [], calling)) issue.addIssue({ code: 'custom', path: ['queueRules'], message });
  for (const table of hall.tables) if (!hall.printers.includes(table.printer)) {
    issue.addIssue({ code: 'custom', path: ['tables'], message: `printer ${table.printer} is not in printers` });
  }
});
export type HallSettings = z.infer<typeof hallSettingsSchema>;
