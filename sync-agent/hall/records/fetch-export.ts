/* A file that was made here goes to the desk that asked for it, piece by piece down the same line: there is no address under which somebody else could find it. */
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { ok, refuse, type Result } from '@kuaizhao/db/domain/result.ts';
import { exportPieceBytes, mayExport, type RecordsReply, type RecordsRequest } from '@kuaizhao/sync-agent/contract/queries/records.ts';
import type { ExportParts } from './export.ts';

/** Files are kept a day; so many back is enough to find the note of one. */
const notesLooked = 200;

/** Refuses `notYourRole` to whoever neither made nor approved a file with people in it, `exportGone`. */
export async function exportPiece({ db, folder }: Pick<ExportParts, 'db' | 'folder'>, { exportId, at }: RecordsRequest<'exportPiece'>, reader: Extract<Actor, { role: 'console' }>): Promise<Result<RecordsReply<'exportPiece'>>> {
  if (!mayExport.includes(reader.staffRole)) return refuse('notYourRole');
  const note = db.faces.records.exports(notesLooked).find((one) => one.exportId === exportId);
  if (note === undefined) return refuse('exportGone', 'exportId');
  if (note.personal && note.by !== reader.staffId && note.approvedBy !== reader.staffId) return refuse('notYourRole');
  const name = (await readdir(folder).catch(() => [])).find((one) => one.endsWith(`_${exportId}.${note.format}`));
  if (name === undefined) return refuse('exportGone', 'exportId');
  const file = await open(join(folder, name), 'r');
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(exportPieceBytes), 0, exportPieceBytes, at);
    return ok({ fileName: name, size, piece: buffer.subarray(0, bytesRead).toString('base64') });
  } finally {
    await file.close();
  }
}
