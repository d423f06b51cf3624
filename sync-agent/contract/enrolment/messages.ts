/* How a device comes into the hall's network, as bodies of POST requests to the agent: by the code of eight digits (a kiosk), or as a browser by the signs on its screen. */
import { z } from 'zod';
import { deviceRoles } from '@kuaizhao/db/domain/devices/commands.ts';
import { idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';

export const enrolmentLimits = {
  /** a code, and a device that waits for somebody's yes */
  openMs: 5 * 60_000,
  /** wrong codes, then it is gone */
  tries: 5,
  /** beginnings with one code, and browsers that wait at once */
  begun: 20,
  bodyBytes: 4_096,
  /** a device asks again whether it is let in */
  askAgainMs: 1_000,
  /** A kiosk whose clock is further from the hall's is not enrolled: its certificate would begin and end at another time than both think. The hall's clock is the `Date` of its answer. */
  clocksApartMs: 5 * 60_000,
  /** a browser that waits does so, too; there are more of them */
  pageAsksAgainMs: 2_000,
  /** a challenge for a browser's key */
  challengeMs: 60_000,
} as const;
export const enrolmentPaths = { begin: '/enrol/begin', prove: '/enrol/prove', take: '/enrol/take', pair: '/pair/begin', paired: '/pair/take', session: '/pair/session' } as const;

export const enrolmentRefusals = ['malformed', 'noCode', 'wrongCode', 'codeGone', 'notLetIn', 'noSession', 'sentAway', 'copied', 'runOut', 'tooMany'] as const;
/** Of a browser's session: `sentAway` by staff, `copied`: somebody else used its token, `runOut`: it was away for too long, `noSession`: the hall does not know it. */
export type EnrolmentRefusal = (typeof enrolmentRefusals)[number];
export const enrolmentRefusedSchema = z.strictObject({ ok: z.literal(false), refusal: z.enum(enrolmentRefusals) });

export const codeSchema = z.string().regex(/^\d{8}$/);
const bytes = (most: number) => z.string().regex(/^[\w-]+$/).max(most);
/** SPKI of a P-256 key, base64url. */
const publicKeySchema = bytes(160);
/** IEEE P1363 form of an ECDSA signature over SHA-256, base64url; WebCrypto gives no other. */
const signatureSchema = bytes(90);
const talkSchema = bytes(40);

export const beginSchema = z.strictObject({ share: bytes(50), publicKey: publicKeySchema });
/** `authority`: certificate of the hall's own authority (PEM). It is believed because of the proof that follows, not because of the line. */
export const begunSchema = z.strictObject({ ok: z.literal(true), talk: talkSchema, share: bytes(50), authority: z.string().max(2_000) });
export const proveSchema = z.strictObject({ talk: talkSchema, proof: bytes(50), signature: signatureSchema });
export const provedSchema = z.strictObject({ ok: z.literal(true), proof: bytes(50) });
export const takeSchema = z.strictObject({ talk: talkSchema });
export const takenSchema = z.discriminatedUnion('state', [
  z.strictObject({ ok: z.literal(true), state: z.literal('waiting') }),
  z.strictObject({ ok: z.literal(true), state: z.literal('in'), deviceId: idSchema, role: z.enum(deviceRoles), printer: idSchema.optional(), certificate: z.string().max(3_000), until: instantSchema }),
]);
/** The kiosk's question over its line; the answer when it is time. */
export const renewedSchema = z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true), certificate: z.string().max(3_000), until: instantSchema }), z.strictObject({ ok: z.literal(false) })]);

/** A browser: as what, and its key. `signs`: what its screen shows, and the console's beside it. */
export const pairSchema = z.strictObject({ role: z.enum(['board', 'console']), publicKey: publicKeySchema });
export const pairBegunSchema = z.strictObject({ ok: z.literal(true), talk: talkSchema, signs: z.string().max(12) });
export const pairTakeSchema = z.strictObject({ talk: talkSchema, signature: signatureSchema });
export const pairTakenSchema = z.discriminatedUnion('state', [
  z.strictObject({ ok: z.literal(true), state: z.literal('waiting') }),
  z.strictObject({ ok: z.literal(true), state: z.literal('in'), deviceId: idSchema, role: z.enum(['board', 'console']) }),
]);
/** With the cookie: what the key has to sign next. */
export const sessionSchema = z.strictObject({ ok: z.literal(true), deviceId: idSchema, role: z.enum(['board', 'console']), challenge: talkSchema });
