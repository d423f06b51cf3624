/* Who this hall is to the city, beside the database and never in it: when the disk goes back, this file still knows how far the journal had come. */
import { readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { idSchema } from '@kuaizhao/db/domain/scalars.ts';
import { chainStart, cursorSchema, tokenSchema, type Cursor } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { writeDurably } from '../durable-file.ts';

const identitySchema = z.strictObject({ hall: idSchema, install: idSchema, epoch: idSchema, token: tokenSchema.optional(), ...cursorSchema.shape });
export type Identity = z.infer<typeof identitySchema>;

export interface IdentityFile {
  get(): Identity;
  /** The city's next token: on disk before this resolves, because using it makes every older one void. */
  keepToken(token: string): Promise<void>;
  /** How far the city has acknowledged. Written behind, the newest only: a file that lags finds a lost tail a little less exactly, and nothing else. */
  keepCursor(cursor: Cursor): void;
  /** A new epoch: the journal is another one than the city knew, and is pushed from its beginning. On disk before this resolves. */
  renew(): Promise<void>;
  /** Waits for the last write. */
  close(): Promise<void>;
}

const fileName = 'identity.json';

/** Reads `identity.json` of the data directory, or makes a new install. Throws one line when the file is broken or another hall's: guessing here would look like a second machine to the city. `randomHex` gives as many random bytes as hex. */
export function openIdentityFile(dataDir: string, hall: string, randomHex: (bytes: number) => string): IdentityFile {
  const path = join(dataDir, fileName);
  let identity = readIdentity(path, hall);
  if (identity === undefined) {
    identity = { hall, install: randomHex(16), epoch: randomHex(16), seq: 0, hash: chainStart };
    writeDurably(path, JSON.stringify(identity));
  }
  let now = identity;
  let writing: Promise<void> = Promise.resolve();
  let behind = false;
  /** One write at a time; each writes what is newest when its turn comes. */
  const save = (): Promise<void> => {
    const turn = writing.then(() => { behind = false; return writeAtomically(path, now); });
    writing = turn.catch(() => undefined);
    return turn;
  };
  return {
    get: () => now,
    keepToken(token) {
      now = { ...now, token };
      return save();
    },
    keepCursor(cursor) {
      now = { ...now, ...cursor };
      if (behind) return;
      behind = true;
      // A full disk must not stop the uplink: the next acknowledgement tries again.
      save().catch(() => undefined);
    },
    renew() {
      now = { ...now, epoch: randomHex(16), seq: 0, hash: chainStart };
      return save();
    },
    async close() {
      await writing;
    },
  };
}

function readIdentity(path: string, hall: string): Identity | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const parsed = identitySchema.safeParse(parsedJson(text));
  if (!parsed.success) throw new Error(`${path} is broken; move it away to start as a new install, which the city must admit`);
  if (parsed.data.hall !== hall) throw new Error(`${path} belongs to hall ${parsed.data.hall}, not to ${hall}`);
  return parsed.data;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Next to the file, flushed, moved over it, and the move flushed too: after a power cut it is the old file or the new one. */
async function writeAtomically(path: string, identity: Identity): Promise<void> {
  const next = `${path}.next`;
  const file = await open(next, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(identity));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(next, path);
  if (process.platform === 'win32') return;
  const directory = await open(dirname(path), 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
