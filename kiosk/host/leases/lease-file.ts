/* The one small file that outlives a kiosk: its numbers. A kill or a power cut leaves the old or the new and nothing between. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { leaseBookSchema, type LeaseBook } from './lease-book.ts';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';
import { writeDurably } from '@kuaizhao/db/durable/durable-file.ts';

export const leaseFileName = 'leases.json';

/** `broken`: there was something and it cannot be believed; no number may be given out from it, because it may have been given out before. */
export type Read = { readonly state: 'ok'; readonly book: LeaseBook } | { readonly state: 'none' } | { readonly state: 'broken' };

export interface LeaseFile {
  read(): Read;
  /** Durable when it returns. Throws when the disk does not take it: then nothing was given out. */
  write(book: LeaseBook): void;
  /** Puts a broken file aside, for whoever looks into it, and makes room for a new one. */
  putAside(): void;
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** `dir` is made when it is not there. */
export function openLeaseFile(dir: string): LeaseFile {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, leaseFileName);
  return {
    read() {
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch (error) {
        return { state: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'none' : 'broken' };
      }
      // First line: digest of the rest. A disk that gave back other bytes is found out before they are believed.
      const [digest, body] = [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n') + 1)];
      if (digest !== digestOf(body)) return { state: 'broken' };
      const parsed = leaseBookSchema.safeParse(parsedJson(body));
      return parsed.success ? { state: 'ok', book: parsed.data } : { state: 'broken' };
    },
    write(book) {
      const body = JSON.stringify(book);
      writeDurably(path, `${digestOf(body)}\n${body}`);
    },
    putAside() {
      rmSync(`${path}.broken`, { force: true });
      try {
        renameSync(path, `${path}.broken`);
      } catch {
        // It cannot even be renamed: the next write says so.
      }
    },
  };
}
