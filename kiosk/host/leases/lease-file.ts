/* The one small file that outlives a kiosk: its numbers. Written whole beside the old one, flushed, then put in its place, so that a kill or a power cut leaves the old or the new and nothing between. */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { leaseBookSchema, type LeaseBook } from './lease-book.ts';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';

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
      const beside = `${path}.new`;
      writeFlushed(beside, `${digestOf(body)}\n${body}`);
      renameSync(beside, path);
      flushFolder(dirname(path));
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

function writeFlushed(path: string, text: string): void {
  const file = openSync(path, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The name is durable too; Windows has no such thing and keeps names by itself. */
function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
