/* What this kiosk shows at the agent's door: its key, the certificate of the hall's own authority, and that authority. One file, readable by the kiosk's user alone; the key was made here and never leaves. */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';
import type { SetUpReason } from '@kuaizhao/kiosk/session/set-up/scenes.ts';
import { writeDurably } from '@kuaizhao/db/durable/durable-file.ts';

export const trustFileName = 'agent-trust.json';
const pem = z.string().min(50).max(4_000);
export const agentTrustSchema = z.strictObject({
  deviceId: idSchema, key: pem, certificate: pem, authority: pem, until: instantSchema,
  /** the address that was typed when this kiosk came in, and the one of the configuration that it stands for: another one there, and it counts no more */
  typed: z.strictObject({ url: z.url({ protocol: /^https$/ }), insteadOf: z.url() }).optional(),
});
export type AgentTrust = z.infer<typeof agentTrustSchema>;

interface Configured { readonly deviceId: string; readonly data: string; readonly agent: { readonly url: string } }
/** `keep` makes the next one durable. */
export interface KeptTrust { readonly held: AgentTrust; readonly keep: (next: AgentTrust) => void }

/** Where this kiosk stands with its hall: over plain http nobody asks; `in` with what it shows; `out` with why, and the authority that it knew, if any. Throws one line when the file is open to others. */
export type Standing = { readonly at: 'plain' } | { readonly at: 'in'; readonly trust: KeptTrust } | { readonly at: 'out'; readonly why: SetUpReason; readonly authority?: string };

export function standingOf({ deviceId, data, agent }: Configured): Standing {
  if (!agent.url.startsWith('https://')) return { at: 'plain' };
  let held: AgentTrust | undefined;
  try {
    held = readTrust(data);
  } catch (error) {
    if (error instanceof BrokenTrust) return { at: 'out', why: 'broken' };
    throw error;
  }
  if (held === undefined) return { at: 'out', why: 'new' };
  if (held.deviceId !== deviceId) return { at: 'out', why: 'otherName', authority: held.authority };
  return { at: 'in', trust: { held, keep: (next) => writeTrust(data, next) } };
}

/** Of the agent, or of a page that it serves: as the configuration has it, unless somebody typed another address of the agent at this kiosk since. */
export function addressOf(url: string, { agent, data }: Pick<Configured, 'agent' | 'data'>): string {
  const typed = typedAddress(data);
  if (typed === undefined || typed.insteadOf !== agent.url || new URL(url).origin !== new URL(agent.url).origin) return url;
  const { pathname, search } = new URL(url);
  return new URL(`${pathname}${search}`, typed.url).href;
}

function typedAddress(data: string): AgentTrust['typed'] {
  try {
    return readTrust(data)?.typed;
  } catch {
    return undefined;
  }
}

/** The file is there and says nothing. */
export class BrokenTrust extends Error {}

/** Of the data directory; undefined when this kiosk was never enrolled. Throws one line when the file is open to others or broken. */
export function readTrust(data: string): AgentTrust | undefined {
  const path = join(data, trustFileName);
  let text: string;
  try {
    // Windows gives the folder's own rights to the file.
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) throw new Error(`${path} is open to others: chmod 600, and enrol this kiosk anew if somebody may have read it`);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return agentTrustSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new BrokenTrust(`${path} is broken: enrol this kiosk anew`, { cause: error });
  }
}

/** Durable when it returns. */
export function writeTrust(data: string, trust: AgentTrust): void {
  mkdirSync(data, { recursive: true });
  writeDurably(join(data, trustFileName), JSON.stringify(trust));
}
