/* What machines without a line yet may post to the agent over TLS: enrol by a code, pair a browser, use its session. Small bodies, checked whole; a flood is turned away. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { isInForce, type DevicesView } from '@kuaizhao/db/domain/devices/view.ts';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { beginSchema, enrolmentLimits, enrolmentPaths, pairSchema, pairTakeSchema, proveSchema, takeSchema, type EnrolmentRefusal } from '@kuaizhao/sync-agent/contract/enrolment/messages.ts';
import { fingerprintOf } from './authority.ts';
import type { Enrolment } from './enrolment.ts';
import { cookieName, tokenIn } from './gate.ts';
import type { Pairing } from './pairing.ts';
import type { Sessions } from './sessions.ts';

export interface AnswersParts {
  readonly enrolment: Enrolment; readonly pairing: Pairing; readonly sessions: Sessions; readonly devices: Pick<DevicesView, 'enrolledDevice'>;
  /** a browser's session was used */
  readonly used: (deviceId: string) => void;
  readonly now: () => Instant; readonly monotonicMs: () => number; readonly log: Logger;
}
interface Reply { readonly body: { readonly ok: boolean }; readonly token?: string | undefined }

const perWindow = 300;
const windowMs = 10_000;
const cookieForS = 90 * 86_400;
const refused = (refusal: EnrolmentRefusal): Reply => ({ body: { ok: false, refusal } as { readonly ok: boolean } });

/** Answers what is addressed to it and says so. */
export function enrolmentAnswers(parts: AnswersParts): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { enrolment, pairing, sessions, now, monotonicMs } = parts;
  const read = <T>(schema: z.ZodType<T>, then: (message: T, request: IncomingMessage) => Reply) => (raw: unknown, request: IncomingMessage): Reply => {
    const parsed = schema.safeParse(raw);
    return parsed.success ? then(parsed.data, request) : refused('malformed');
  };
  const answers: Readonly<Record<string, (raw: unknown, request: IncomingMessage) => Reply>> = {
    [enrolmentPaths.begin]: read(beginSchema, (message) => ({ body: enrolment.begin(message) })),
    [enrolmentPaths.prove]: read(proveSchema, (message) => ({ body: enrolment.prove(message) })),
    [enrolmentPaths.take]: read(takeSchema, (message) => ({ body: enrolment.take(message) })),
    [enrolmentPaths.pair]: read(pairSchema, (message) => ({ body: pairing.begin(message) })),
    [enrolmentPaths.paired]: read(pairTakeSchema, (message) => {
      const { told, publicKey } = pairing.take(message);
      return { body: told, token: publicKey !== undefined && told.ok && told.state === 'in' ? sessions.begin(told.deviceId, publicKey) : undefined };
    }),
    [enrolmentPaths.session]: (_raw, request) => session(request, parts),
  };
  let [from, count] = [monotonicMs(), 0];
  return (request, response) => {
    const answer = request.method === 'POST' ? answers[request.url ?? ''] : undefined;
    if (answer === undefined) return false;
    if (monotonicMs() - from > windowMs) [from, count] = [monotonicMs(), 0];
    count += 1;
    // A page from elsewhere must not pair somebody's browser.
    const { origin, host = '' } = request.headers;
    // The clock that certificates are made by: a kiosk looks at it before it goes on.
    response.setHeader('date', new Date(now()).toUTCString());
    if (count > perWindow) tell(response, 429, refused('tooMany'));
    else if (origin !== undefined && origin !== `https://${host}`) tell(response, 403, refused('malformed'));
    else if (request.headers['content-type'] !== 'application/json' || !(Number(request.headers['content-length']) <= enrolmentLimits.bodyBytes)) tell(response, 400, refused('malformed'));
    else void text(request).then((body) => {
      const reply = answer(parsedJson(body), request);
      if (!reply.body.ok) parts.log.warn({ path: request.url, refusal: (reply.body as { readonly refusal?: string }).refusal }, 'not enrolled');
      tell(response, reply.body.ok ? 200 : 403, reply);
    }).catch(() => response.destroy());
    return true;
  };
}

/** A browser that is let in: what its key signs next, and its new token when it is time. */
function session(request: IncomingMessage, { sessions, devices, used, now }: AnswersParts): Reply {
  const token = tokenIn(request);
  const found = token === undefined ? undefined : sessions.use(token);
  if (found !== undefined && 'over' in found) return refused(found.over);
  const device = found && devices.enrolledDevice(found.deviceId);
  if (found === undefined || device === undefined || device.role === 'kiosk' || device.proof !== 'session' || device.fingerprint !== fingerprintOf(found.publicKey)) return refused('noSession');
  if (!isInForce(device, now())) return refused(device.revokedAt === undefined ? 'runOut' : 'sentAway');
  used(found.deviceId);
  return { body: { ok: true, deviceId: device.deviceId, role: device.role, challenge: found.challenge } as { readonly ok: boolean }, token: found.token };
}

function tell(response: ServerResponse, status: number, { body, token }: Reply): void {
  response.writeHead(status, {
    'content-type': 'application/json', 'cache-control': 'no-store',
    ...(token === undefined ? {} : { 'set-cookie': `${cookieName}=${token}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${String(cookieForS)}` }),
  }).end(JSON.stringify(body));
}
