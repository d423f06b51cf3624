/* The machines of the hall: how they fare, and whether everything is ready before the doors open. Nothing here is about a person. */
import { z } from 'zod';
import { printTargetSchema } from '../printing/print-job.ts';
import { commandIdSchema, idSchema, textSchema } from '../scalars.ts';

/** `link`: the device's line to the agent. */
export const deviceKinds = ['link', 'reader', 'printer'] as const;
export type DeviceKind = (typeof deviceKinds)[number];
export const deviceStates = [
  // `copied`: two machines came with the key of this one. It stays so, whichever of them is there, until staff let it in anew or send it away.
  'connected', 'lost', 'copied',
  'ready', 'outOfService',
  'paperOut', 'nearEnd', 'coverOpen', 'cutterError', 'offline', 'unreachable',
] as const;
export type DeviceState = (typeof deviceStates)[number];
/** What needs nobody. */
export const fineStates: ReadonlySet<DeviceState> = new Set<DeviceState>(['connected', 'ready']);

/** What the agent has seen or was told; asked by the agent itself, which holds what flaps together. */
export const noteDeviceSchema = z.strictObject({
  type: z.literal('noteDevice'), commandId: commandIdSchema, deviceId: idSchema, kind: z.enum(deviceKinds), state: z.enum(deviceStates),
});

/** What is looked at before opening. */
export const readinessChecks = ['link', 'reader', 'printer', 'paper', 'screen', 'sound', 'audio', 'disk', 'clock', 'numbers', 'city', 'cityClock', 'plan'] as const;
export type ReadinessCheck = (typeof readinessChecks)[number];
/** `soon`: works, and needs somebody before long. */
export const readinessStates = ['ok', 'soon', 'bad', 'unknown'] as const;
export type ReadinessState = (typeof readinessStates)[number];
export const checkedSchema = z.strictObject({
  check: z.enum(readinessChecks), state: z.enum(readinessStates),
  /** of `disk` megabytes free, of clocks seconds off, of `numbers` how many are left, of `audio` clips missing */
  value: z.int().min(-1_000_000_000).max(1_000_000_000).optional(),
});
export type Checked = z.infer<typeof checkedSchema>;

/** A device has looked at itself. Told at its start, when something is otherwise than before, and when somebody asks for it. */
export const reportReadinessSchema = z.strictObject({
  type: z.literal('reportReadiness'), commandId: commandIdSchema,
  checks: z.array(checkedSchema).min(1).max(readinessChecks.length).refine((all) => new Set(all.map((one) => one.check)).size === all.length, { error: 'a check appears twice' }),
});
/** The whole table on paper. */
export const printReadinessSchema = z.strictObject({ type: z.literal('printReadiness'), commandId: commandIdSchema, printer: printTargetSchema });

/** What a device of the hall's network may be. */
export const deviceRoles = ['kiosk', 'board', 'console'] as const;
export type DeviceRole = (typeof deviceRoles)[number];
/** How it shows itself at the door: by a certificate of the hall's own authority, or as a browser by its session. */
export const deviceProofs = ['certificate', 'session'] as const;
/** SHA-256 of a device's public key (SPKI), in hex. */
export const keyFingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/);
/** So long a certificate or session holds; from `renewAfterMs` on the device asks for the next. */
export const enrolledForMs = 90 * 86_400_000;
export const renewAfterMs = 60 * 86_400_000;
/** Devices in force at once. */
export const enrolledMost = 200;

/** Staff let a device in, after both screens showed the same check value. One that is known already gets the new key, and its old one is good for nothing from then on. */
export const enrolDeviceSchema = z.strictObject({
  type: z.literal('enrolDevice'), commandId: commandIdSchema, deviceId: idSchema, role: z.enum(deviceRoles), name: textSchema(30),
  /** beside a kiosk */
  printer: idSchema.optional(), fingerprint: keyFingerprintSchema, proof: z.enum(deviceProofs),
});
/** By the agent, for a device that showed itself with the key it has. */
export const renewDeviceSchema = z.strictObject({ type: z.literal('renewDevice'), commandId: commandIdSchema, deviceId: idSchema, fingerprint: keyFingerprintSchema });
/** Why staff send a device away. */
export const sentAwayReasons = ['lost', 'replaced', 'notUsed', 'misused'] as const;
export type SentAwayReason = (typeof sentAwayReasons)[number];
/** Cuts its connection at once. */
export const revokeDeviceSchema = z.strictObject({ type: z.literal('revokeDevice'), commandId: commandIdSchema, deviceId: idSchema, /** at a console it is always asked for */ reason: z.enum(sentAwayReasons).optional(), /** by the agent: a copy of its session was used */ copied: z.literal(true).optional() });

export const deviceCommands = [noteDeviceSchema, reportReadinessSchema, printReadinessSchema, enrolDeviceSchema, renewDeviceSchema, revokeDeviceSchema] as const;
export type DeviceCommand = z.infer<(typeof deviceCommands)[number]>;
