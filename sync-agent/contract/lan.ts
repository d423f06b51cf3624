/* What all doors of the hall agent have in common: names, limits, the handshake. */
import { z } from 'zod';
import { idSchema } from '@kuaizhao/db/domain/scalars.ts';

export const namespaces = { kiosk: '/kiosk', board: '/board', console: '/console' } as const;

/** The second screen of a kiosk is a board of this name; it comes in with the kiosk's certificate. */
export const boardBeside = (kioskId: string): string => `${kioskId}-board`;
/** Whoever carries a line for somebody else says which door it is for; no other one opens to it. A page cannot say so. */
export const doorHeader = 'x-kuaizhao-door';

/** Sent as socket.io `auth`. Plain http exists on loopback only, with the key of hall.json; on the LAN the device's own certificate takes its place, and a browser's session with `signed`: the agent's challenge, signed by the key that never leaves the browser. */
export const handshakeSchema = z.strictObject({
  version: z.int(), deviceId: idSchema, key: z.string().max(200).optional(),
  signed: z.strictObject({ challenge: z.string().max(40), signature: z.string().max(90) }).optional(),
});
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
