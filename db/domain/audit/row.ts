/* One row of the hall's audit: who did what, when, at which machine, and what came of it. Ids, nobody's name or number. */
import { z } from 'zod';
import { businessDaySchema, idSchema, instantSchema } from '../scalars.ts';
import { staffRoles } from '../staff/role.ts';

/** What there is to be told of. A command that changed something is `command`, one that was refused `refused`; the rest is no command. */
export const auditActs = [
  'began', 'started', 'command', 'refused',
  'signedIn', 'signInFailed', 'signedOut', 'locked', 'unlocked', 'vouched', 'vouchFailed', 'maintenanceOpened',
  'personalRead', 'exportFetched',
  'backupMade', 'keyAdded', 'restored', 'auditExported', 'forgotten',
  'updateLoaded', 'updateStarted', 'updateStopped',
] as const;
export type AuditAct = (typeof auditActs)[number];
export const auditActSchema = z.enum(auditActs);

/** In what capacity: by the door, at a console by the role of who sits there. `operator` is whoever runs the machine; `nobody` has not shown who they are. */
export const auditRoles = [...staffRoles, 'kiosk', 'agent', 'operator', 'nobody'] as const;
export type AuditRole = (typeof auditRoles)[number];

/** What came of it: `ok`, or why not. */
const outcome = z.string().regex(/^[a-zA-Z]{1,60}$/);
const name = z.string().regex(/^[a-zA-Z]{1,60}$/);

export const auditEntrySchema = z.strictObject({
  act: auditActSchema,
  /** a member of staff, a kiosk, `agent`, `operator` or `nobody` */
  who: idSchema, role: z.enum(auditRoles),
  /** the machine at which it was done */
  device: idSchema.optional(),
  commandId: idSchema.optional(),
  /** of the command, or the question by which somebody was shown */
  name: name.optional(),
  /** what it was about, by its id */
  subject: idSchema.optional(),
  outcome,
  /** the newest row of the journal with it */
  journal: z.int().min(1).optional(),
});
export type AuditEntry = Readonly<z.infer<typeof auditEntrySchema>>;

export const auditRowSchema = auditEntrySchema.extend({
  seq: z.int().min(1), at: instantSchema, day: businessDaySchema,
  /** how often; refusals of one kind are told together, once a minute */
  times: z.int().min(1),
  /** the chain's value after this row, SHA-256 in hex */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type AuditRow = Readonly<z.infer<typeof auditRowSchema>>;
/** A row before it is in the chain. */
export type AuditContent = Omit<AuditRow, 'hash'>;

/** How long rows are kept: six months are the law, and a little more than a year is what a yearly inspection looks back on. */
export const auditDaysShipped = 400;
export const auditDaysLeast = 190;

