/* A file of records from the agent to this desk: asked for, fetched piece by piece down the same line, handed to the browser as a download. */
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';
import type { RecordsReply, RecordsRequest } from '@kuaizhao/sync-agent/contract/queries/records.ts';
import type { Link } from '../../../kit/link.ts';
import { askQuestion } from '../../session/ask-question.ts';

/** A month of a large hall is written in seconds; a slow disk takes longer. */
const writtenMs = 180_000;
/** 400 MB: far more than the largest file. */
const piecesMost = 10_000;
const triesEach = 3;
const addressKeptMs = 60_000;

export type Taken = { readonly kind: 'taken'; readonly file: RecordsReply<'exportRecords'> } | { readonly kind: 'refused'; readonly refusal: Refusal } | { readonly kind: 'noAnswer' };

/** `written`: the file is there and comes now; `share` of it, 0 to 1. */
export async function takeFile(link: Pick<Link, 'ask'>, asked: RecordsRequest<'exportRecords'>, written: (share: number) => void): Promise<Taken> {
  const made = await askQuestion(link, 'exportRecords', asked, writtenMs);
  if (made.kind !== 'told') return made.kind === 'refused' ? made : { kind: 'noAnswer' };
  return fetchFile(link, made.value, written);
}

async function fetchFile(link: Pick<Link, 'ask'>, file: RecordsReply<'exportRecords'>, written: (share: number) => void): Promise<Taken> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (let piece = 0; at < file.bytes && piece < piecesMost; piece++) {
    written(at / file.bytes);
    const told = await pieceOf(link, file.exportId, at);
    if (told.kind !== 'told') return told.kind === 'refused' ? told : { kind: 'noAnswer' };
    const bytes = Uint8Array.from(atob(told.value.piece), (letter) => letter.charCodeAt(0));
    if (bytes.length === 0) return { kind: 'noAnswer' };
    pieces.push(bytes);
    at += bytes.length;
  }
  save(file.fileName, new Blob(pieces));
  return { kind: 'taken', file };
}

/** A piece changes nothing and may be asked for again. */
async function pieceOf(link: Pick<Link, 'ask'>, exportId: string, at: number) {
  for (let tried = 1; ; tried++) {
    const told = await askQuestion(link, 'exportPiece', { exportId, at });
    if (told.kind !== 'noAnswer' || tried >= triesEach) return told;
  }
}

function save(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = fileName;
  anchor.click();
  // The browser reads the address after this turn.
  setTimeout(() => { URL.revokeObjectURL(address); }, addressKeptMs);
}
