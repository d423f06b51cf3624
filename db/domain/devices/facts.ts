/* What became true about machines. */
import { z } from 'zod';
import { idSchema } from '../scalars.ts';
import { checkedSchema, deviceKinds, deviceStates, readinessChecks } from './commands.ts';

export const deviceStateChangedSchema = z.strictObject({ type: z.literal('deviceStateChanged'), deviceId: idSchema, kind: z.enum(deviceKinds), state: z.enum(deviceStates) });
/** Those checks of a device that came out otherwise than before. */
export const readinessChangedSchema = z.strictObject({ type: z.literal('readinessChanged'), deviceId: idSchema, checks: z.array(checkedSchema).min(1).max(readinessChecks.length) });

export const deviceFacts = [deviceStateChangedSchema, readinessChangedSchema] as const;
export type DeviceFact = z.infer<(typeof deviceFacts)[number]>;
