/* Wrong tries of staff, kept in one small file: whoever pulls the plug does not get five tries more. Names by their ids, never a PIN. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';
import { idSchema } from '@kuaizhao/db/domain/scalars.ts';
import { writeDurably } from '@kuaizhao/db/durable/durable-file.ts';

export const staffTriesFileName = 'staff-tries.json';

/** `until`: hall time before which nobody may try this name */
const triesSchema = z.strictObject({ wrong: z.int().min(1).max(1_000_000), until: z.int().min(0) });
export type Tries = z.infer<typeof triesSchema>;
/** By staffId. */
export type AllTries = Map<string, Tries>;

export interface TriesKept {
  /** Undefined when there was something that cannot be believed: whoever reads it takes every free try as spent. */
  read(): AllTries | undefined;
  write(tries: AllTries): void;
}

const fileSchema = z.strictObject({ tries: z.array(z.tuple([idSchema, triesSchema])).max(1_000) });

/** In the agent's own folder, under its own name for each kind of secret. A disk that takes nothing is logged; the tries of this run are counted all the same. */
export function openTriesFile(folder: string, log: Logger, file: string = staffTriesFileName): TriesKept {
  const path = join(folder, file);
  return {
    read() {
      try {
        return new Map(fileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).tries);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
        log.warn({ file }, 'wrong tries of staff cannot be read: the free ones count as spent');
        return undefined;
      }
    },
    write(tries) {
      try {
        writeDurably(path, JSON.stringify({ tries: [...tries] }));
      } catch {
        log.error({ file }, 'wrong tries of staff cannot be kept');
      }
    },
  };
}
