/* What enrolled kiosks may ask about releases over TLS: whether there is one for them, and its bytes, piece by piece. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Logger } from 'pino';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';
import { releaseAskPath, releaseAskSchema, releaseBodyBytes, releaseDeviceHeader, releasePiecePattern, releaseSizeHeader, type ReleaseAsk, type ReleaseTold } from '@kuaizhao/sync-agent/contract/release/line.ts';
import type { Store } from './store.ts';

export interface ReleaseAnswersParts {
  /** whether this certificate is that kiosk's, and in force */
  readonly isKiosk: (request: IncomingMessage, deviceId: string) => boolean;
  readonly heard: (deviceId: string, ask: ReleaseAsk) => Promise<ReleaseTold>;
  readonly store: Pick<Store, 'piece'>;
  readonly log: Pick<Logger, 'warn'>;
}

/** Answers what is addressed to it and says so. */
export function releaseAnswers(parts: ReleaseAnswersParts): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const piece = request.method === 'GET' ? releasePiecePattern.exec(request.url ?? '') : null;
    const asks = request.method === 'POST' && request.url === releaseAskPath;
    if (piece === null && !asks) return false;
    const { [releaseDeviceHeader]: deviceId, origin } = request.headers;
    // No page has any business here.
    if (origin !== undefined || typeof deviceId !== 'string' || !parts.isKiosk(request, deviceId)) refuse(response, 403, 'unknownDevice');
    else void (piece === null ? told(parts, deviceId, request, response) : given(parts, piece, response)).catch(() => response.destroy());
    return true;
  };
}

async function told({ heard, log }: ReleaseAnswersParts, deviceId: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const small = Number(request.headers['content-length']) <= releaseBodyBytes;
  const ask = small ? releaseAskSchema.safeParse(parsedJson(await text(request))).data : undefined;
  if (ask === undefined) {
    log.warn({ deviceId, event: 'release' }, 'malformed');
    return refuse(response, 400, 'malformed');
  }
  const answer = await heard(deviceId, ask);
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(answer));
  return undefined;
}

async function given({ store }: ReleaseAnswersParts, [, version = '', platform = '', from = '']: RegExpExecArray, response: ServerResponse): Promise<void> {
  const piece = await store.piece(version, platform, Number(from));
  if (piece === undefined) return refuse(response, 404, 'versionUnknown');
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store', 'content-length': piece.bytes.length, [releaseSizeHeader]: piece.size }).end(piece.bytes);
  return undefined;
}

const refuse = (response: ServerResponse, status: number, refusal: string): void => { response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify({ ok: false, refusal })); };
