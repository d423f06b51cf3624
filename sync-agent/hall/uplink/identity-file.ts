/* The identity on its disk, beside the database and never in it: when the database goes back, this file still knows how far the journal had come. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably, writeDurablySoon } from '@kuaizhao/db/durable/durable-file.ts';
import { identitySchema, keepIdentity, newIdentity, type Identity, type IdentityKeeper } from './identity.ts';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';

const fileName = 'identity.json';

/** Reads `identity.json` of the data directory, or makes a new install. Throws one line when the file is broken or another hall's: guessing here would look like a second machine to the city. `randomHex` gives as many random bytes as hex. */
export function openIdentityFile(dataDir: string, hall: string, randomHex: (bytes: number) => string): IdentityKeeper {
  const path = join(dataDir, fileName);
  let identity = readIdentity(path, hall);
  if (identity === undefined) {
    identity = newIdentity(hall, randomHex);
    writeDurably(path, JSON.stringify(identity));
  }
  return keepIdentity(identity, (next) => writeDurablySoon(path, JSON.stringify(next)), randomHex);
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
