/* Records as a file: written page by page between the taps, digested, noted in the journal, and only then given a name under which it can be fetched. */
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import { secondPerson } from '@kuaizhao/db/domain/staff/second-person.ts';
import { ledgerDaysLimit } from '@kuaizhao/db/domain/records/ledger/page.ts';
import { checkRange } from '@kuaizhao/db/domain/records/period.ts';
import { ok, refuse, type Result } from '@kuaizhao/db/domain/result.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { mayExport } from '@kuaizhao/sync-agent/contract/may/grant.ts';
import type { RecordsReply, RecordsRequest } from '@kuaizhao/sync-agent/contract/queries/records.ts';
import type { Engine } from '../engine.ts';
import { createSheet } from './sheet.ts';
import { sourceOf, type Source } from './sources.ts';

/** Rows of one file: a month of a large hall. */
export const exportRowsLimit = 200_000;
/** Files with people in them are fetched soon or made again. */
const keptMs = 24 * 3_600_000;

export interface ExportParts {
  readonly db: HallDb;
  readonly engine: Pick<Engine, 'handle' | 'audit'>;
  readonly settings: HallSettings;
  /** the hall's own folder for files; made when it is not there */
  readonly folder: string;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Resolves when everything that waits for the agent has had its turn: `setImmediate` in life. */
  readonly breathe: () => Promise<void>;
  /** Whether the disk has room for a file; absent: it has. */
  readonly room?: () => boolean;
}
type Asked = RecordsRequest<'exportRecords'>;
type Console = Extract<Actor, { role: 'console' }>;

export function createExporter(parts: ExportParts) {
  let busy = false;
  return async (asked: Asked, reader: Console): Promise<Result<RecordsReply<'exportRecords'>>> => {
    const allowed = mayLeave(asked, reader);
    if (!allowed.ok) return allowed;
    if (busy) return refuse('tooMany');
    if (parts.room?.() === false) return refuse('diskFull');
    busy = true;
    try {
      return await makeFile(parts, asked, reader);
    } finally {
      busy = false;
    }
  };
}

/** Refuses `notYourRole`, `secondPersonMissing`, `rangeImpossible`. */
function mayLeave(asked: Asked, reader: Console): Result<undefined> {
  if (!mayExport.includes(reader.staffRole)) return refuse('notYourRole');
  const range = checkRange(asked, ledgerDaysLimit);
  if (!range.ok) return range;
  const second = asked.personal === true ? secondPerson(reader.staffId, asked.approvedBy) : ok(undefined);
  if (!second.ok) return second;
  // That it is really this person, here and now, and may stand here, the door knows.
  return asked.approvedBy === undefined || asked.approvedBy === reader.second ? ok(undefined) : refuse('secondPersonMissing', 'approvedBy');
}

async function makeFile(parts: ExportParts, asked: Asked, reader: Console): Promise<Result<RecordsReply<'exportRecords'>>> {
  const source = sourceOf(parts, asked);
  if (!source.ok) return source;
  await mkdir(parts.folder, { recursive: true, mode: 0o700 });
  await forgetOld(parts);
  const unfinished = join(parts.folder, `${parts.newId()}.part`);
  try {
    const written = await write(unfinished, source.value, parts, asked);
    if (!written.ok) return written;
    const { rows, bytes, digest } = written.value;
    const noted = await parts.engine.handle({
      type: 'noteExport', commandId: parts.newId(), what: asked.what, format: asked.format, from: asked.from, to: asked.to,
      personal: asked.personal === true, rows, digest, by: reader.staffId, ...(asked.approvedBy === undefined ? {} : { approvedBy: asked.approvedBy }),
    }, { role: 'agent' });
    if (!noted.ok) return { ok: false, error: noted.refusal };
    const fact = noted.facts.find((one) => one.type === 'recordsExported');
    if (fact === undefined) throw new Error('an export was noted without its fact');
    const fileName = `${asked.what}_${asked.from}_${asked.to}_${fact.exportId}.${asked.format}`;
    await rename(unfinished, join(parts.folder, fileName));
    return ok({ exportId: fact.exportId, fileName, rows, bytes, digest });
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** The file whole and on the disk. Refuses `exportTooLarge`. */
async function write(path: string, source: Source, { now, breathe }: ExportParts, asked: Asked): Promise<Result<{ rows: number; bytes: number; digest: string }>> {
  const file = await open(path, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    const pieces: Uint8Array[] = [];
    const flush = async (): Promise<void> => {
      for (const piece of pieces.splice(0)) {
        hash.update(piece);
        bytes += piece.length;
        await file.writeFile(piece);
      }
    };
    const sheet = createSheet(asked.format, { name: source.title, columns: source.columns }, now(), (piece) => { pieces.push(piece); });
    let rows = 0;
    for (const page of source.pages()) {
      rows += page.length;
      if (rows > exportRowsLimit) return refuse('exportTooLarge', 'to');
      sheet.rows(page);
      await flush();
      await breathe();
    }
    sheet.end();
    await flush();
    await file.sync();
    return ok({ rows, bytes, digest: hash.digest('hex') });
  } finally {
    await file.close();
  }
}

async function forgetOld({ folder, now }: ExportParts): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    // Nobody else writes here, and one file is made at a time: what is unfinished now was left by a power cut.
    if (name.endsWith('.part') || (await stat(path)).mtimeMs < now() - keptMs) await rm(path, { force: true });
  }
}
