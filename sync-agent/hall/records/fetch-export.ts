/* A file that was made here goes to the desk that asked for it, piece by piece down the same line: there is no address under which somebody else could find it. */
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { ok, refuse, type Result } from '@kuaizhao/db/domain/result.ts';
import { mayExport } from '@kuaizhao/sync-agent/contract/may/grant.ts';
import { exportPieceBytes, type RecordsReply, type RecordsRequest } from '@kuaizhao/sync-agent/contract/queries/records.ts';
import type { ExportParts } from './export.ts';

/** Files are kept a day; so many back is enough to find the note of one. */
const notesLooked = 200;
/** Files that are being fetched; a desk fetches one at a time. */
const knownMost = 16;

type Console = Extract<Actor, { role: 'console' }>;
interface Found { readonly fileName: string; readonly by: string; readonly approvedBy: string | undefined; readonly personal: boolean }

/** Pieces of files, each file looked up once: its note and its name never change, and a large one has thousands of pieces. */
export function createFetcher({ db, folder }: Pick<ExportParts, 'db' | 'folder'>) {
  const known = new Map<string, Found>();
  const find = async (exportId: string): Promise<Found | undefined> => {
    const before = known.get(exportId);
    if (before !== undefined) return before;
    const note = db.faces.records.exports(notesLooked).find((one) => one.exportId === exportId);
    const fileName = note === undefined ? undefined : (await readdir(folder).catch(() => [])).find((one) => one.endsWith(`_${exportId}.${note.format}`));
    if (note === undefined || fileName === undefined) return undefined;
    const found = { fileName, by: note.by, approvedBy: note.approvedBy, personal: note.personal };
    known.set(exportId, found);
    if (known.size > knownMost) known.delete(known.keys().next().value ?? '');
    return found;
  };
  /** Refuses `notYourRole` to whoever neither made nor approved a file with people in it, `exportGone`. */
  return async ({ exportId, at }: RecordsRequest<'exportPiece'>, reader: Console): Promise<Result<RecordsReply<'exportPiece'>>> => {
    if (!mayExport.includes(reader.staffRole)) return refuse('notYourRole');
    const found = await find(exportId);
    if (found === undefined) return refuse('exportGone', 'exportId');
    if (found.personal && found.by !== reader.staffId && found.approvedBy !== reader.staffId) return refuse('notYourRole');
    const piece = await pieceOf(join(folder, found.fileName), at);
    if (piece === undefined) {
      // Files go after a day, also while one is being fetched.
      known.delete(exportId);
      return refuse('exportGone', 'exportId');
    }
    return ok({ fileName: found.fileName, ...piece });
  };
}

async function pieceOf(path: string, at: number): Promise<{ readonly size: number; readonly piece: string } | undefined> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(exportPieceBytes), 0, exportPieceBytes, at);
    return { size, piece: buffer.subarray(0, bytesRead).toString('base64') };
  } finally {
    await file.close();
  }
}
