/* Sessions of browsers: a cookie whose token changes every day, and a key that never leaves the browser. A token that was replaced and comes again is a copy: then the session ends. Kept in one small file; of a token only its hash. */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';
import { enrolledMost } from '@kuaizhao/db/domain/devices/commands.ts';
import { idSchema, type Instant } from '@kuaizhao/db/domain/scalars.ts';
import { enrolmentLimits } from '@kuaizhao/sync-agent/contract/enrolment/messages.ts';
import { writeDurably } from '@kuaizhao/db/durable/durable-file.ts';
import { isSigned } from './enrolment.ts';

export const sessionsFileName = 'sessions.json';
/** A token is replaced when it is this old. The old one holds until the new one has come back once: a browser that lost power may have forgotten it. */
export const tokenForMs = 86_400_000;
const spentMost = 30;
const challengesMost = 4;
/** Sessions that are over are remembered up to this many. */
const endedMost = enrolledMost;

const hashSchema = z.string().regex(/^[\w-]{43}$/);
const keptSchema = z.strictObject({ deviceId: idSchema, publicKey: z.string().max(160), current: hashSchema, next: hashSchema.optional(), madeAt: z.int(), spent: z.array(hashSchema).max(spentMost), /** it ended so; kept that its browser can be told */ over: z.enum(['sentAway', 'copied']).optional() });
type Over = NonNullable<z.infer<typeof keptSchema>['over']>;
type Kept = z.infer<typeof keptSchema>;
const fileSchema = z.strictObject({ sessions: z.array(keptSchema).max(enrolledMost * 5) });

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
const makeToken = (): string => randomBytes(32).toString('base64url');

const matches = (kept: Kept, hash: string): boolean => kept.current === hash || kept.next === hash;
const holds = (kept: Kept, hash: string): boolean => kept.over === undefined && matches(kept, hash);

export interface SessionsParts { readonly folder: string; readonly now: () => Instant; readonly monotonicMs: () => number; readonly log: Logger; /** a token came a second time */ readonly copied: (deviceId: string) => void }

export function openSessions({ folder, now, monotonicMs, log, copied }: SessionsParts) {
  const path = join(folder, sessionsFileName);
  let all = readAll(path, log);
  const challenges = new Map<string, { readonly deviceId: string; readonly untilMs: number }>();
  const write = (): void => {
    try {
      writeDurably(path, JSON.stringify({ sessions: all }));
    } catch {
      log.error({ file: sessionsFileName }, 'sessions cannot be kept');
    }
  };
  const put = (next: Kept): void => {
    all = [...all.filter(({ deviceId }) => deviceId !== next.deviceId), next];
    write();
  };
  const end = (gone: string, over: Over): void => {
    const ended = all.filter((one) => one.over !== undefined || one.deviceId === gone).map((one) => (one.deviceId === gone ? { ...one, over } : one));
    all = [...all.filter((one) => one.over === undefined && one.deviceId !== gone), ...ended.slice(-endedMost)];
    write();
  };
  const challengeFor = (deviceId: string): string => {
    const own = [...challenges].filter(([text, one]) => (monotonicMs() >= one.untilMs ? !challenges.delete(text) : one.deviceId === deviceId));
    for (const [text] of own.slice(0, Math.max(0, own.length - challengesMost + 1))) challenges.delete(text);
    const challenge = randomBytes(16).toString('base64url');
    challenges.set(challenge, { deviceId, untilMs: monotonicMs() + enrolmentLimits.challengeMs });
    return challenge;
  };
  return {
    /** A new one for this device and key; gives its token. */
    begin(deviceId: string, publicKey: string): string {
      const token = makeToken();
      put({ deviceId, publicKey, current: hashOf(token), madeAt: now(), spent: [] });
      return token;
    },
    end,
    /** What the browser's key has to sign next, and its next token when it is time; or why its session is over. Undefined: no session. */
    use(token: string): { readonly deviceId: string; readonly publicKey: string; readonly challenge: string; readonly token?: string } | { readonly over: Over } | undefined {
      const hash = hashOf(token);
      const kept = all.find((one) => holds(one, hash));
      if (kept === undefined) {
        const victim = all.find((one) => matches(one, hash) || one.spent.includes(hash));
        if (victim === undefined) return undefined;
        if (victim.over === undefined) {
          end(victim.deviceId, 'copied');
          log.error({ deviceId: victim.deviceId }, 'a token that was replaced came again: the session is over');
          copied(victim.deviceId);
        }
        return { over: victim.over ?? 'copied' };
      }
      const { deviceId, publicKey } = kept;
      if (kept.next === hash) put({ deviceId, publicKey, current: hash, madeAt: now(), spent: [...kept.spent, kept.current].slice(-spentMost) });
      else if (now() - kept.madeAt >= tokenForMs) {
        const next = makeToken();
        put({ ...kept, next: hashOf(next) });
        return { deviceId, publicKey, challenge: challengeFor(deviceId), token: next };
      }
      return { deviceId, publicKey, challenge: challengeFor(deviceId) };
    },
    /** Whose line this is: the cookie's session, whose key has signed a challenge of ours, once. */
    proved(token: string, { challenge, signature }: { readonly challenge: string; readonly signature: string }): { readonly deviceId: string; readonly publicKey: string } | undefined {
      const asked = challenges.get(challenge);
      challenges.delete(challenge);
      const hash = hashOf(token);
      const kept = all.find((one) => holds(one, hash));
      if (kept === undefined || asked?.deviceId !== kept.deviceId || monotonicMs() >= asked.untilMs) return undefined;
      return isSigned(kept.publicKey, Buffer.from(`line ${challenge}`), signature) ? { deviceId: kept.deviceId, publicKey: kept.publicKey } : undefined;
    },
  };
}
export type Sessions = ReturnType<typeof openSessions>;

function readAll(path: string, log: Logger): readonly Kept[] {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).sessions;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log.error({ file: sessionsFileName }, 'sessions of browsers cannot be read: they must be let in again');
    return [];
  }
}
