/* The kiosk's questions about releases: https with its own certificate, answers checked by schema, a file piece by piece and slowly. */
import { request } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';
import { pieceBytes, releaseAskPath, releaseDeviceHeader, releasePiecePath, releaseSizeHeader, releaseToldSchema, type ReleaseAsk, type ReleaseTold } from '@kuaizhao/sync-agent/contract/release/line.ts';
import { releaseLimits } from '@kuaizhao/sync-agent/contract/release/manifest.ts';
import type { AgentTrust } from '../agent/trust-file.ts';

const answerMs = 10_000;
const jsonMost = 4_096;

export interface Piece { readonly bytes: Buffer; /** of the whole file */ readonly size: number }
export interface HallLine {
  /** Undefined when the agent cannot be reached, does not know this kiosk, or is not understood. Never rejects. */
  ask(asked: ReleaseAsk): Promise<ReleaseTold | undefined>;
  /** Undefined as above, and when there is no such release. Never rejects. */
  piece(version: string, platform: string, from: number): Promise<Piece | undefined>;
}

/** Both as they are now: certificate and address change while it runs, and neither is there before its set-up. */
export function openHallLine(url: () => string | undefined, trust: () => AgentTrust | undefined): HallLine {
  return {
    async ask(asked) {
      const answer = await get(url(), releaseAskPath, trust(), jsonMost, JSON.stringify(asked));
      return answer === undefined ? undefined : releaseToldSchema.safeParse(parsedJson(answer.bytes.toString('utf8'))).data;
    },
    async piece(version, platform, from) {
      const answer = await get(url(), releasePiecePath(version, platform, from), trust(), pieceBytes);
      const size = Number(answer?.size);
      return answer === undefined || answer.bytes.length === 0 || !Number.isSafeInteger(size) || size > releaseLimits.packedBytes + releaseLimits.headBytes + 1 || from + answer.bytes.length > size ? undefined : { bytes: answer.bytes, size };
    },
  };
}

async function get(url: string | undefined, path: string, held: AgentTrust | undefined, most: number, body?: string): Promise<{ readonly bytes: Buffer; readonly size: string | undefined } | undefined> {
  if (url === undefined || held === undefined) return undefined;
  try {
    const agent = new URL(url);
    return await new Promise((resolve, reject) => {
      const asked = request({
        host: agent.hostname.replace(/^\[|\]$/g, ''), port: agent.port === '' ? 443 : agent.port, path, method: body === undefined ? 'GET' : 'POST', agent: false, signal: AbortSignal.timeout(answerMs), minVersion: 'TLSv1.3',
        key: held.key, cert: held.certificate, ca: held.authority, headers: { [releaseDeviceHeader]: held.deviceId, ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) },
      }, (response) => {
        const size = response.headers[releaseSizeHeader];
        if (response.statusCode !== 200 || !(Number(response.headers['content-length'] ?? 0) <= most)) {
          response.destroy();
          return resolve(undefined);
        }
        let bytes = 0;
        response.on('data', (piece: Buffer) => { bytes += piece.length; if (bytes > most) response.destroy(new Error('too much')); });
        return void buffer(response).then((all) => { resolve({ bytes: all, size: typeof size === 'string' ? size : undefined }); }, reject);
      });
      asked.once('error', reject);
      asked.end(body);
    });
  } catch {
    return undefined;
  }
}
