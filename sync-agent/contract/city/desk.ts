/* City staff ↔ hub: sign in first; then questions and changes, each by its schema and role, with one named refusal. The live figures come over `/city` as to everybody. */
import { z } from 'zod';
import { cityRoles, entryKindSchema } from '@kuaizhao/db/domain/registry/entries.ts';
import { idNumberSchema } from '@kuaizhao/db/domain/people/commands.ts';
import { commandIdSchema, idSchema } from '@kuaizhao/db/domain/scalars.ts';
import { feedKeySchema } from '@kuaizhao/db/domain/feeds/feed.ts';

export const cityDeskNamespace = '/city-desk';
/** A page of another version asks for its new one. */
export const cityDeskVersion = 11;
export const cityDeskLimits = { inFlight: 8, perSecond: 20, staff: 200, sockets: 100, answerMs: 10_000 } as const;

export const cityHandshakeSchema = z.strictObject({ version: z.int() });
export const cityRoleSchema = z.enum(cityRoles);
const staffSchema = z.strictObject({ staffId: idSchema, name: z.string(), role: cityRoleSchema });
/** at once after the connection: who may sign in */
export const cityDeskSchema = z.strictObject({ staff: z.array(staffSchema).max(cityDeskLimits.staff) });
export type CityDesk = z.infer<typeof cityDeskSchema>;

export const citySignInSchema = z.strictObject({ staffId: idSchema, pin: z.string().min(4).max(64) });
export const citySignInReplySchema = z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true), member: staffSchema, /** the page locks itself after so long without input */ lockAfterMs: z.int().min(60_000).optional(), /** somebody else gave this PIN: until another one is set everything else is refused as `pinFirst` */ mustSetPin: z.literal(true).optional() }), z.strictObject({ ok: z.literal(false), waitMs: z.int().min(0) })]);
export type CitySignInReply = z.infer<typeof citySignInReplySchema>;

/** Another PIN of one's own; what it may be `pinProblem` says. */
export const citySetPinSchema = z.strictObject({ pin: z.string().min(1).max(64) });

export const cityRefusals = ['malformed', 'notSignedIn', 'notYourRole', 'tooMany', 'changedMeanwhile', 'stopped', 'pinWrong', /** somebody else who may has to stand at the same desk */ 'secondPersonMissing', 'secondPinWrong', /** theirs was given by somebody else, and such a PIN vouches for nobody */ 'secondPinFirst', 'unavailable', /** nobody touched the desk for too long: the PIN again */ 'locked',
  /** the own PIN first, because somebody else gave the one that was typed */ 'pinFirst', /** typed too long ago to set another */ 'pinAgain', 'pinShort', 'pinSame', 'pinRun', 'pinIsId', 'pinOld'] as const;
export const cityRefusalSchema = z.strictObject({ code: z.enum(cityRefusals), /** which field of the body, or which finding */ field: z.string().max(100).optional(), /** until a PIN is looked at again */ waitMs: z.int().min(0).optional() });
export type CityRefusal = z.infer<typeof cityRefusalSchema>;

const change = { commandId: commandIdSchema, kind: entryKindSchema, /** the version that was edited; 0 when there was none */ expected: z.int().min(0) };
/** `body` is checked by the schema of its kind. */
export const cityChangeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('put'), ...change, body: z.unknown() }),
  z.strictObject({ type: z.literal('end'), ...change, key: feedKeySchema }),
]);
export type CityChange = z.infer<typeof cityChangeSchema>;
export const cityChangedSchema = z.strictObject({ key: feedKeySchema, version: z.int().min(1) });

/** Everything of one person, in every hall and at the city, for good: said with one's own PIN once more, because a desk may stand open, and with a second person who proves by PIN to stand there, because it cannot be taken back. The number is marked at the door and kept nowhere. */
export const cityEraseSchema = z.strictObject({ commandId: commandIdSchema, number: idNumberSchema, pin: citySignInSchema.shape.pin, second: citySignInSchema });
export type CityErase = z.infer<typeof cityEraseSchema>;
export const cityErasedSchema = z.strictObject({ erasureId: idSchema });

export const cityAnswerSchema = z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true), value: z.unknown() }), z.strictObject({ ok: z.literal(false), refusal: cityRefusalSchema })]);
export type CityAnswer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: CityRefusal };
