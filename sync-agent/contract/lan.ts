/* What all doors of the hall agent have in common: names, limits, the handshake. */
import { z } from 'zod';
import { idSchema } from '@kuaizhao/db/domain/scalars.ts';

export const namespaces = { kiosk: '/kiosk', board: '/board', console: '/console' } as const;

/** Sent as socket.io `auth`. Plain http exists on loopback only; the device's own certificate takes the key's place on the LAN. */
export const handshakeSchema = z.strictObject({ version: z.int(), deviceId: idSchema, key: z.string().max(200).optional() });
export type Handshake = z.infer<typeof handshakeSchema>;

/** Why a connection is refused; the text of socket.io's `connect_error`. */
export const handshakeRefusals = ['wrongVersion', 'unknownDevice', 'malformed', 'full'] as const;
export type HandshakeRefusal = (typeof handshakeRefusals)[number];

export const limits = {
  messageBytes: 65_536,
  /** one device may have this many commands unanswered */
  inFlight: 16,
  /** messages a second and device, over ten seconds */
  perSecond: 50,
  devices: 200,
  pingIntervalMs: 5_000,
  pingTimeoutMs: 5_000,
  /** after this long without an answer a kiosk tells the person */
  answerMs: 3_000,
} as const;
