/* Questions of windows and tables while somebody stands there: the person's own records beside the call, what an employer posted before, the paper that may be printed again. */
import { z } from 'zod';
import { disputeBriefSchema } from '@kuaizhao/db/domain/hiring/asked.ts';
import { purposeSchema, textVersionSchema } from '@kuaizhao/db/domain/people/commands.ts';
import { paperKindSchema, printStateSchema } from '@kuaizhao/db/domain/printing/print-job.ts';
import { appointmentCodeSchema } from '@kuaizhao/db/domain/queue/appointments/commands.ts';
import { ticketStates } from '@kuaizhao/db/domain/queue/view.ts';
import { businessDaySchema, hallNumberSchema, idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';
import { askedJobSchema } from '../jobs.ts';
import { foundWorkerSchema } from '../people.ts';

/** So many of each list; older ones are found in the register. */
export const recordsTold = 10;

/**
 * Who stands there, only while the call is open: nobody is known before the call. `person` is absent for a number without a name. `disputes` only for those who mediate: absent for a host.
 * The agent logs who asked. Refuses `callUnknown`, `callNotOpen`, `windowNotYours` (a clerk, of a window where somebody else sits, or of a table).
 */
export const atCallQuery = {
  request: z.strictObject({ callId: idSchema }),
  reply: z.strictObject({
    ticketId: idSchema, number: hallNumberSchema, service: idSchema,
    person: foundWorkerSchema.omit({ mergedInto: true }).extend({
      consents: z.array(z.strictObject({ purpose: purposeSchema, textVersion: textVersionSchema })).max(recordsTold),
      appointments: z.array(z.strictObject({ code: appointmentCodeSchema, service: idSchema, day: businessDaySchema, slotAt: instantSchema })).max(recordsTold),
      /** numbers of this person, today's and before, the newest first */
      tickets: z.array(z.strictObject({ ticketId: idSchema, day: businessDaySchema, number: hallNumberSchema, service: idSchema, state: z.enum(ticketStates), notes: z.int().min(0) })).max(recordsTold),
      disputes: z.array(disputeBriefSchema).max(recordsTold).optional(),
    }).optional(),
  }),
} as const;

/** What an employer posted, the newest first: the last terms, for posting them again. Refuses `employerUnknown`. */
export const employerJobsQuery = {
  request: z.strictObject({ employerId: idSchema, limit: z.int().min(1).max(50) }),
  reply: z.strictObject({ jobs: z.array(askedJobSchema).max(50) }),
} as const;

/** The newest paper about something, for `reprint`; null when none was ever made. */
export const paperOfQuery = {
  request: z.strictObject({ kind: paperKindSchema, id: idSchema }),
  reply: z.strictObject({ paper: z.strictObject({ printJobId: idSchema, printer: idSchema, copy: z.int().min(1), state: printStateSchema }).nullable() }),
} as const;

/** What a window needs of today's rules: results of a visit to choose from, and profiles it may call by. */
export const windowRulesQuery = {
  request: z.strictObject({}),
  reply: z.strictObject({
    results: z.array(z.strictObject({ code: idSchema, label: z.string() })).max(40), profiles: z.array(z.strictObject({ id: idSchema, services: z.array(idSchema) })).max(60),
  }),
} as const;

export const floorQueries = { atCall: atCallQuery, employerJobs: employerJobsQuery, paperOf: paperOfQuery, windowRules: windowRulesQuery } as const;
