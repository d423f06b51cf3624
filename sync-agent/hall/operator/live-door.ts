/* A door for whoever runs this machine, while the agent runs: a socket file in the data directory (a named pipe on Windows) that only the agent's own user can open. One question a line, one answer a line. */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Logger } from 'pino';
import { z } from 'zod';
import { deviceRoles, enrolDeviceSchema } from '@kuaizhao/db/domain/devices/commands.ts';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';
import type { RefusalCode } from '@kuaizhao/db/domain/refusal.ts';
import { idSchema } from '@kuaizhao/db/domain/scalars.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { recoveryCodePattern, type Recovery } from '../accounts/recovery.ts';
import type { Engine } from '../engine.ts';
import { versionSchema } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';
import type { Trust } from '../trust/trust.ts';
import { loadingPattern } from '../updates/store.ts';
import type { UpdateDone, UpdateRefusal, Updates, UpdateStatus } from '../updates/updates.ts';

const { deviceId, name, printer } = enrolDeviceSchema.shape;
/** Of releases of the kiosk; `name`: of the file that the command put beside them. */
const updateAskSchema = z.discriminatedUnion('act', [
  z.strictObject({ ask: z.literal('update'), act: z.literal('load'), name: z.string().regex(loadingPattern) }),
  z.strictObject({ ask: z.literal('update'), act: z.enum(['start', 'stop']), version: versionSchema }),
  z.strictObject({ ask: z.literal('update'), act: z.literal('status') }),
]);
export const liveAskSchema = z.discriminatedUnion('ask', [
  updateAskSchema,
  /** a code for a device that can type it */
  z.strictObject({ ask: z.literal('open'), deviceId, role: z.enum(deviceRoles), name, printer }),
  z.strictObject({ ask: z.literal('enrolling') }),
  z.strictObject({ ask: z.literal('cancel') }),
  /** yes to the signs that were shown */
  z.strictObject({ ask: z.literal('letIn'), signs: z.string().max(12) }),
  /** yes to a browser that shows these signs, under this name */
  z.strictObject({ ask: z.literal('admit'), signs: z.string().max(12), deviceId, name }),
  z.strictObject({ ask: z.literal('devices') }),
  z.strictObject({ ask: z.literal('revoke'), deviceId: idSchema }),
  /** a code for the sealed envelope */
  z.strictObject({ ask: z.literal('recoveryCode') }),
  z.strictObject({ ask: z.literal('recover'), staffId: idSchema, code: z.string().regex(recoveryCodePattern) }),
]);
export type LiveAsk = z.infer<typeof liveAskSchema>;
export type LiveAnswer = { readonly ok: true; readonly [field: string]: unknown } | { readonly ok: false; readonly refusal: RefusalCode | 'signsUnknown' | 'recoveryWrong' | 'noLan' | UpdateRefusal; readonly waitMs?: number };

export interface LiveParts { readonly data: string; /** absent in a hall without a network of its own */ readonly trust: Trust | undefined; readonly recovery: Recovery; readonly db: HallDb; readonly engine: Pick<Engine, 'handle'>; readonly newId: () => string; readonly log: Logger }

/** Paths of socket files are short on every system. */
const pathMost = 100;
const lineMost = 4_096;
export const livePath = (data: string): string => (process.platform === 'win32' ? String.raw`\\.\pipe\kuaizhao-${createHash('sha256').update(data).digest('hex').slice(0, 32)}` : join(data, 'operator.sock'));

/** Serves until `stop`. Where the path is too long for a socket the hall runs without this door and says so. */
export async function openLiveDoor(parts: LiveParts): Promise<{ stop(): void }> {
  const path = livePath(parts.data);
  if (path.length > pathMost) {
    parts.log.error({ path }, 'the path of the data directory is too long for the door of the operator');
    return { stop: () => undefined };
  }
  // Whoever left it behind is gone: this process owns the database.
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const lines = new Set<Socket>();
  const server = createServer((line) => {
    lines.add(line);
    line.on('close', () => lines.delete(line)).on('error', () => line.destroy());
    // Whoever never ends a line is not asking anything.
    let open = 0;
    line.on('data', (piece: Buffer) => {
      const end = piece.lastIndexOf(0x0a);
      open = end < 0 ? open + piece.length : piece.length - end - 1;
      if (open > lineMost) line.destroy();
    });
    createInterface({ input: line }).on('line', (text) => { void answer(parts, text).then((told) => line.write(`${JSON.stringify(told)}\n`)); });
  });
  await new Promise<void>((resolve, reject) => {
    const mask = process.umask(0o177);
    server.once('error', reject).listen(path, () => resolve());
    process.umask(mask);
  });
  return { stop() { server.close(); for (const line of lines) line.destroy(); } };
}

async function answer(parts: LiveParts, text: string): Promise<LiveAnswer> {
  const parsed = text.length > lineMost ? undefined : liveAskSchema.safeParse(parsedJson(text)).data;
  if (parsed === undefined) return { ok: false, refusal: 'malformed' };
  if (parsed.ask === 'recoveryCode') return parts.recovery.make();
  if (parsed.ask === 'recover') return parts.recovery.recover(parsed.staffId, parsed.code);
  if (parts.trust === undefined) return { ok: false, refusal: 'noLan' };
  const { enrolment, pairing, updates } = parts.trust;
  switch (parsed.ask) {
    case 'update': return updated(updates, parsed);
    case 'open': {
      const { ask: _ask, ...wanted } = parsed;
      return { ok: true, code: enrolment.open(wanted) };
    }
    case 'enrolling': return { ok: true, enrolling: enrolment.now(), waiting: pairing.waiting() };
    case 'cancel': enrolment.cancel(); return { ok: true };
    case 'letIn': {
      const now = enrolment.now();
      if (now?.at !== 'proved' || now.signs !== parsed.signs) return { ok: false, refusal: 'signsUnknown' };
      return done(parts, { type: 'enrolDevice', ...now.wanted, fingerprint: now.fingerprint, proof: 'certificate' });
    }
    case 'admit': {
      const browser = pairing.waiting().find(({ signs }) => signs === parsed.signs);
      if (browser === undefined) return { ok: false, refusal: 'signsUnknown' };
      return done(parts, { type: 'enrolDevice', deviceId: parsed.deviceId, name: parsed.name, role: browser.role, fingerprint: browser.fingerprint, proof: 'session' });
    }
    case 'devices': return { ok: true, devices: listed(parts.db), waiting: pairing.waiting().map(({ role, signs }) => ({ role, signs })) };
    case 'revoke': return done(parts, { type: 'revokeDevice', deviceId: parsed.deviceId });
  }
}

async function updated(updates: Updates, asked: z.infer<typeof updateAskSchema>): Promise<LiveAnswer> {
  switch (asked.act) {
    case 'load': return updates.load(asked.name) satisfies Promise<UpdateDone>;
    case 'start': return updates.start(asked.version);
    case 'stop': return updates.stop(asked.version);
    case 'status': return { ok: true, releases: updates.releases(), ...updates.seen() } satisfies UpdateStatus & { ok: true };
  }
}

/** Every device with when it was seen last, as far as the journal knows. */
function listed(db: HallDb) {
  const links = new Map(db.faces.devices.states().flatMap((one) => (one.kind === 'link' ? [[one.deviceId, one] as const] : [])));
  return db.faces.devices.enrolledDevices().map(({ deviceId: id, role, name: called, until, revokedAt, proof }) => {
    const link = links.get(id);
    return { deviceId: id, role, name: called, proof, until, ...(revokedAt === undefined ? {} : { revokedAt }), ...(link === undefined ? {} : { link: link.state, linkSince: link.since }) };
  });
}

async function done({ engine, newId }: LiveParts, command: object): Promise<LiveAnswer> {
  const given = await engine.handle({ commandId: newId(), ...command }, { role: 'agent', operator: true });
  return given.ok ? { ok: true } : { ok: false, refusal: given.refusal.code };
}
