/* The machines of the hall: how they fare, and whether everything is ready before the doors open. Nothing here is about a person. */
import { z } from 'zod';
import { printTargetSchema } from '../printing/print-job.ts';
import { commandIdSchema, idSchema } from '../scalars.ts';

/** `link`: the device's line to the agent. */
export const deviceKinds = ['link', 'reader', 'printer'] as const;
export type DeviceKind = (typeof deviceKinds)[number];
export const deviceStates = [
  'connected', 'lost',
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

export const deviceCommands = [noteDeviceSchema, reportReadinessSchema, printReadinessSchema] as const;
export type DeviceCommand = z.infer<(typeof deviceCommands)[number]>;
