/* What became true about machines. */
import { z } from 'zod';
import { idSchema, instantSchema } from '../scalars.ts';
import { checkedSchema, deviceKinds, deviceStates, enrolDeviceSchema, keyFingerprintSchema, readinessChecks, sentAwayReasons } from './commands.ts';

export const deviceStateChangedSchema = z.strictObject({ type: z.literal('deviceStateChanged'), deviceId: idSchema, kind: z.enum(deviceKinds), state: z.enum(deviceStates) });
/** Those checks of a device that came out otherwise than before. */
export const readinessChangedSchema = z.strictObject({ type: z.literal('readinessChanged'), deviceId: idSchema, checks: z.array(checkedSchema).min(1).max(readinessChecks.length) });

const { deviceId, role, name, printer, fingerprint, proof } = enrolDeviceSchema.shape;
export const deviceEnrolledSchema = z.strictObject({ type: z.literal('deviceEnrolled'), deviceId, role, name, printer, fingerprint, proof, until: instantSchema, by: idSchema });
export const deviceRenewedSchema = z.strictObject({ type: z.literal('deviceRenewed'), deviceId: idSchema, fingerprint: keyFingerprintSchema, until: instantSchema });
export const deviceRevokedSchema = z.strictObject({ type: z.literal('deviceRevoked'), deviceId: idSchema, by: idSchema, reason: z.enum(sentAwayReasons).optional(), copied: z.literal(true).optional() });

export const deviceFacts = [deviceStateChangedSchema, readinessChangedSchema, deviceEnrolledSchema, deviceRenewedSchema, deviceRevokedSchema] as const;
export type DeviceFact = z.infer<(typeof deviceFacts)[number]>;
