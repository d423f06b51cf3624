/* Hall ↔ city hub, the shapes of the sync protocol: hello → welcome | fork | refuse | upgrade | busy, then push → ack. */
import { z } from 'zod';
import { markSchema } from '@kuaizhao/db/domain/feeds/feed.ts';
import { idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';

export const uplinkNamespace = '/hall';
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
export const tokenSchema = z.string().regex(/^[0-9a-f]{32}$/);
/** The chain's value before the first row. */
export const chainStart = '0'.repeat(64);

export const uplinkLimits = {
  rowsPerBatch: 512,
  compressedBytes: 256 * 1024,
  /** checked before inflating: a small bomb must not become a large one */
  inflatedBytes: 4 * 1024 * 1024,
  batchesInFlight: 2,
  /** on a way so long that two would leave the hub waiting for the third */
  batchesInFlightSlow: 4, slowLinkMs: 150,
  ackMs: 10_000,
  backoffMinMs: 250,
  backoffMaxMs: 30_000,
  pingIntervalMs: 10_000,
  /** a range for each start of the agent and each operation that was rolled back: more than forty years of both */
  pastRanges: 16_000,
} as const;

/** Sent as socket.io `auth`. A wrong one is refused before the first message: `connect_error` says `unknownHall`, `wrongKey` or `malformed`. */
export const uplinkHandshakeSchema = z.strictObject({ hall: idSchema, key: z.string().max(200) });
export type UplinkHandshake = z.infer<typeof uplinkHandshakeSchema>;

/** One row of the journal. `op` names the process start (index into the batch's `boots`) and its counter: a sequence number alone never proves identity. */
export const rowSchema = z.strictObject({
  seq: z.int().min(1),
  op: z.tuple([z.int().min(0), z.int().min(0)]),
  /** last row of its operation; a batch ends only here */
  end: z.boolean(),
  table: z.string().max(40), key: z.string().max(80), kind: z.string().max(60),
  /** hybrid clock of the hall, milliseconds */
  clock: instantSchema,
  /** schema version of the body */
  v: z.int().min(1),
  /** JSON, carried verbatim because the chain is over its hash */
  body: z.string().max(65_536),
});
export type Row = z.infer<typeof rowSchema>;

const bootSchema = z.string().regex(/^[0-9a-f]{16}$/);

export const baseSchema = z.strictObject({ seq: z.int().min(1), hash: hashSchema, boot: bootSchema, counter: z.int().min(0), clock: instantSchema });

export const helloSchema = z.strictObject({
  versions: z.array(z.int()).min(1).max(8),
  hall: idSchema, install: idSchema, epoch: idSchema,
  /** fencing token of the last welcome; absent at the first */
  token: tokenSchema.optional(),
  /** of a machine that was restored or replaced, as the city's operator told it; shown until it is let in */
  restoreCode: z.string().regex(/^\d{8}$/).optional(),
  /** where the hall's journal ends */
  seq: z.int().min(0), hash: hashSchema,
  /** the last row that the hall keeps no longer, of before `clock`; absent while it has all. A new epoch begins behind it. */
  base: baseSchema.optional(),
  /** which operations were in what is gone, as ranges of each process start's counter, both ends included; shown with `base` while nothing of this epoch is acknowledged */
  past: z.array(z.tuple([bootSchema, z.int().min(0), z.int().min(0)])).max(uplinkLimits.pastRanges).optional(),
  nonce: tokenSchema, clock: instantSchema,
  /** shown in the directory */
  hallName: z.string().max(80),
});
export type Hello = z.infer<typeof helloSchema>;

export const cursorSchema = z.strictObject({ seq: z.int().min(0), hash: hashSchema });
export type Cursor = z.infer<typeof cursorSchema>;

export const helloReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('welcome'), nonce: tokenSchema, version: z.int(), token: tokenSchema, cursor: cursorSchema,
    /** batches the hub takes without an ack */
    credit: z.int().min(1).max(16),
    /** head position of each feed the city owns */
    feeds: z.record(z.string(), z.int().min(0)),
    /** where the hall's own operations end at the hub, absent when it has none: a hall whose mark is another one reads back */
    own: markSchema.optional(),
    /** rows that the hall keeps no longer are not here: the city was restored from a backup that is older than what halls keep. For staff of both. */
    lacks: z.literal(true).optional(),
    now: instantSchema,
  }),
  z.strictObject({ kind: z.literal('fork'), nonce: tokenSchema, cursor: cursorSchema }),
  z.strictObject({ kind: z.literal('refuse'), nonce: tokenSchema.optional(), reason: z.enum(['unknownHall', 'wrongKey', 'secondInstall', 'malformed']) }),
  z.strictObject({ kind: z.literal('upgrade'), nonce: tokenSchema, versions: z.array(z.int()) }),
  z.strictObject({ kind: z.literal('busy'), nonce: tokenSchema, retryMs: z.int().min(0) }),
]);
export type HelloReply = z.infer<typeof helloReplySchema>;

export const pushSchema = z.strictObject({
  epoch: idSchema, token: tokenSchema,
  from: z.int().min(1), n: z.int().min(1).max(uplinkLimits.rowsPerBatch),
  /** the chain's value before row `from` */
  previous: hashSchema,
  /** zstd over the JSON of `batchSchema` */
  payload: z.instanceof(Uint8Array),
});
export type Push = z.infer<typeof pushSchema>;

/** What the payload inflates to. */
export const batchSchema = z.strictObject({ boots: z.array(z.string().regex(/^[0-9a-f]{16}$/)).max(64), rows: z.array(rowSchema).min(1).max(uplinkLimits.rowsPerBatch) });
export type Batch = z.infer<typeof batchSchema>;

/** Given after the hub's commit. `cursor` is cumulative; after a gap it is where the hall must go on from. */
export const pushReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ack'), cursor: cursorSchema, quarantined: z.int().min(0), credit: z.int().min(1).max(16),
    /** where the hall's own operations end at the hub: after a loss the hall reads back what is behind it */
    own: markSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('rewind'), cursor: cursorSchema }),
  z.strictObject({ kind: z.literal('fork'), cursor: cursorSchema }),
  z.strictObject({ kind: z.literal('refuse'), reason: z.enum(['notWelcomed', 'staleToken', 'malformed', 'tooLarge']) }),
  z.strictObject({ kind: z.literal('busy'), retryMs: z.int().min(0) }),
]);
export type PushReply = z.infer<typeof pushReplySchema>;

export interface HallUp {
  hello(hello: unknown, reply: (reply: HelloReply) => void): void;
  push(push: unknown, reply: (reply: PushReply) => void): void;
}
