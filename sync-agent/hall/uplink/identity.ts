/* Who this hall is to the city, and in which order that reaches the disk. Where the disk is, somebody else says: a file in the field, a simulated disk in the faults. */
import { z } from 'zod';
import { idSchema } from '@kuaizhao/db/domain/scalars.ts';
import { chainStart, cursorSchema, tokenSchema, type Cursor } from '@kuaizhao/sync-agent/contract/uplink.ts';

export const identitySchema = z.strictObject({ hall: idSchema, install: idSchema, epoch: idSchema, token: tokenSchema.optional(), /** this disk has lost rows, and they were not read back yet */ readBack: z.boolean().optional(), /** nor were the erasures done of which it may not have heard */ erasuresFirst: z.boolean().optional(), /** what the city's operator told: shown until this machine is let in */ restoreCode: z.string().regex(/^\d{8}$/).optional(), ...cursorSchema.shape });
export type Identity = z.infer<typeof identitySchema>;

export interface IdentityKeeper {
  get(): Identity;
  /**
   * The city's next token: on disk before this resolves, and not shown to the city before, because using it makes every older one void.
   * A token that was used and never written turned a hall with a full disk into its own copy at the next start.
   */
  keepToken(token: string): Promise<void>;
  /** How far the city has acknowledged. Written behind, the newest only: a file that lags finds a lost tail a little less exactly, and nothing else. */
  keepCursor(cursor: Cursor): void;
  /** A new epoch: the journal is another one than the city knew, what the city has of this hall is read back first, and then all is pushed from its beginning. On disk before this resolves. */
  renew(): Promise<void>;
  /** Everything that the city has of this hall is here again. On disk before this resolves. */
  readBackDone(): Promise<void>;
  /** The disk had lost rows although it went back with this file: as after `renew`, erasures are due. On disk before this resolves. */
  erasuresDue(): Promise<void>;
  /** Every erasure of the city is done here. On disk before this resolves. */
  erasuresDone(): Promise<void>;
  /** Waits for the last write. */
  close(): Promise<void>;
}

export const newIdentity = (hall: string, randomHex: (bytes: number) => string): Identity => ({ hall, install: randomHex(16), epoch: randomHex(16), seq: 0, hash: chainStart });

/** `write` puts the whole identity on disk or leaves the one before; one write runs at a time. */
export function keepIdentity(first: Identity, write: (identity: Identity) => Promise<void>, randomHex: (bytes: number) => string): IdentityKeeper {
  let now = first;
  let writing: Promise<void> = Promise.resolve();
  let behind = false;
  const save = (change: (identity: Identity) => Identity): Promise<void> => {
    const turn = writing.then(async () => {
      behind = false;
      await write(change(now));
      now = change(now);
    });
    writing = turn.catch(() => undefined);
    return turn;
  };
  return {
    get: () => now,
    keepToken: (token) => save((identity) => ({ ...identity, token, restoreCode: undefined })),
    keepCursor(cursor) {
      now = { ...now, ...cursor };
      if (behind) return;
      behind = true;
      // A full disk must not stop the uplink: the next acknowledgement tries again.
      save((identity) => identity).catch(() => undefined);
    },
    renew() {
      const epoch = randomHex(16);
      return save((identity) => ({ ...identity, epoch, seq: 0, hash: chainStart, readBack: true, erasuresFirst: true }));
    },
    readBackDone: () => save((identity) => ({ ...identity, readBack: undefined })),
    erasuresDue: () => save((identity) => ({ ...identity, erasuresFirst: true })),
    erasuresDone: () => save((identity) => ({ ...identity, erasuresFirst: undefined })),
    async close() {
      await writing;
    },
  };
}
