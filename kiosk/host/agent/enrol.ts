/* This kiosk comes into the hall's network: a key made here, the code that staff read out, and the same ten signs on both screens. */
import { generateKeyPairSync, sign } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { z } from 'zod';
import { begunSchema, enrolmentLimits, enrolmentPaths, enrolmentRefusedSchema, provedSchema, takenSchema, type EnrolmentRefusal } from '@kuaizhao/sync-agent/contract/enrolment/messages.ts';
import { agree, makeShare, sameProof, transcript } from '@kuaizhao/sync-agent/contract/enrolment/proof.ts';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { SetUpClocks } from '@kuaizhao/kiosk/session/set-up/scenes.ts';
import type { Timer } from '@kuaizhao/hardware/ports.ts';
import type { AgentTrust } from './trust-file.ts';

const answerMs = 10_000;
const answerMost = 16_384;
/** The one form that a `Date` is sent in (RFC 9110); whoever answers is not known yet. */
const httpDate = /^[A-Z][a-z]{2}, [0-3]\d [A-Z][a-z]{2} \d{4} [0-2]\d:[0-5]\d:[0-6]\d GMT$/;

/** `unreachable`: nobody answers there. `notUnderstood`: somebody else does. `notTheHall`: whoever answered does not know the code, so it is not the hall; nothing was given away. `otherHall`: it is not the one whose authority this kiosk holds. `clocksDiffer`: the clocks of this machine and of the hall are too far apart, or by this one the hall's certificate is not good yet, or no longer. */
export type EnrolRefusal = EnrolmentRefusal | 'unreachable' | 'notUnderstood' | 'notTheHall' | 'otherHall' | 'clocksDiffer';
/** `clocks`: with `clocksDiffer`, where the hall told its own. */
export type Enrolled = { readonly ok: true; readonly trust: AgentTrust; readonly printer: string | undefined } | { readonly ok: false; readonly refusal: EnrolRefusal; readonly clocks?: SetUpClocks | undefined };

export interface EnrolParts {
  /** https://… of the agent */
  readonly url: string;
  /** eight digits */
  readonly code: string;
  /** shows what must stand on the screen of the agent, too; somebody there says yes after that */
  readonly showSigns: (signs: string) => void;
  readonly timer: Pick<Timer, 'after'>;
  /** this machine's own clock */
  readonly now: () => Instant;
  /** of the hall that this kiosk belonged to until now (PEM): no other one gets it */
  readonly authority?: string | undefined;
  /** nobody waits for the answer any more: the talk ends, with `unreachable` */
  readonly signal?: AbortSignal | undefined;
}

class Refused extends Error {
  readonly refusal: EnrolRefusal;
  readonly clocks: SetUpClocks | undefined;
  constructor(refusal: EnrolRefusal, clocks?: SetUpClocks) {
    super(refusal);
    this.refusal = refusal;
    this.clocks = clocks;
  }
}

/** Resolves when somebody has let it in, or with why not. Never rejects. */
export async function enrol(parts: EnrolParts): Promise<Enrolled> {
  try {
    return await enrolled(parts);
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal, clocks: error.clocks };
    return { ok: false, refusal: timeCodes.has((error as NodeJS.ErrnoException).code ?? '') ? 'clocksDiffer' : 'unreachable' };
  }
}

/** As TLS names them. The agent renews its own certificate long before its end. */
const timeCodes: ReadonlySet<string> = new Set(['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED']);

async function enrolled({ url, code, showSigns, timer, now, authority, signal }: EnrolParts): Promise<Enrolled> {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url');
  const share = makeShare(code);
  // Whose line this is, is not known before the proof: the certificate of the line is not asked.
  const { told: begun, hallClock } = await post(url, enrolmentPaths.begin, { share: share.told, publicKey }, { schema: begunSchema, signal });
  if (authority !== undefined && authority !== begun.authority) throw new Refused('otherHall');
  const here = now();
  // Before the proof: nobody at the hall is shown signs of a machine that cannot come in.
  if (hallClock !== undefined && Math.abs(hallClock - here) > enrolmentLimits.clocksApartMs) throw new Refused('clocksDiffer', { here, hall: hallClock });
  const said = { talk: begun.talk, deviceShare: share.told, agentShare: begun.share, publicKey, authority: begun.authority };
  const agreed = agree(share, begun.share, said);
  if (agreed === undefined) throw new Refused('notTheHall');
  const signature = sign('sha256', transcript(said), { key: pair.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  const { told: proved } = await post(url, enrolmentPaths.prove, { talk: begun.talk, proof: agreed.device, signature }, { schema: provedSchema, signal });
  if (!sameProof(agreed.agent, proved.proof)) throw new Refused('notTheHall');
  showSigns(agreed.signs);
  for (;;) {
    const { told: taken } = await post(url, enrolmentPaths.take, { talk: begun.talk }, { schema: takenSchema, signal, authority: begun.authority });
    if (taken.state === 'in') {
      const key = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      return { ok: true, trust: { deviceId: taken.deviceId, key, certificate: taken.certificate, authority: begun.authority, until: taken.until }, printer: taken.printer };
    }
    await new Promise<void>((resolve) => { timer.after(enrolmentLimits.askAgainMs, resolve); });
  }
}

/** What was answered, and the answerer's clock where its head has one that can be read. */
async function post<T>(url: string, path: string, message: object, { schema, authority, signal }: { readonly schema: z.ZodType<T>; readonly authority?: string; readonly signal: AbortSignal | undefined }): Promise<{ readonly told: T; readonly hallClock: Instant | undefined }> {
  const body = JSON.stringify(message);
  const { text, date } = await new Promise<{ readonly text: string; readonly date: string | undefined }>((resolve, reject) => {
    const asked = request(new URL(path, url), {
      method: 'POST', agent: false, timeout: answerMs, minVersion: 'TLSv1.3', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      ...(signal === undefined ? {} : { signal }), ...(authority === undefined ? { rejectUnauthorized: false } : { ca: authority }),
    }, (response) => {
      bounded(response).then((all) => resolve({ text: all, date: response.headers.date }), reject);
    });
    asked.once('error', reject).once('timeout', () => asked.destroy(new Error('no answer'))).end(body);
  });
  const raw = parsedJson(text);
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { told: parsed.data, hallClock: httpDate.test(date ?? '') ? Date.parse(date ?? '') : undefined };
  throw new Refused(enrolmentRefusedSchema.safeParse(raw).data?.refusal ?? 'notUnderstood');
}

/** Whoever answers is not known yet: no more of it is taken in than an answer has. */
async function bounded(response: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > answerMost) throw new Refused('notUnderstood');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
