/* What this kiosk shows at the agent's door: its key, the certificate of the hall's own authority, and that authority. One file, readable by the kiosk's user alone; the key was made here and never leaves. */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';
import { writeDurably } from '@kuaizhao/db/durable/durable-file.ts';

export const trustFileName = 'agent-trust.json';
const pem = z.string().min(50).max(4_000);
export const agentTrustSchema = z.strictObject({ deviceId: idSchema, key: pem, certificate: pem, authority: pem, until: instantSchema });
export type AgentTrust = z.infer<typeof agentTrustSchema>;

/** `keep` makes the next one durable. */
export interface KeptTrust { readonly held: AgentTrust; readonly keep: (next: AgentTrust) => void }

/** For the agent that kiosk.json names; undefined over plain http. Throws one line when this kiosk is not enrolled there under its name. */
export function trustFor({ deviceId, data, agent }: { readonly deviceId: string; readonly data: string; readonly agent: { readonly url: string } }): KeptTrust | undefined {
  if (!agent.url.startsWith('https://')) return undefined;
  const held = readTrust(data);
  if (held === undefined) throw new Error('this kiosk is not enrolled in its hall: npm run kiosk -- --config kiosk.json --enrol CODE, with the code that the hall shows');
  if (held.deviceId !== deviceId) throw new Error(`this kiosk is enrolled as ${held.deviceId}, and its configuration says ${deviceId}: enrol it anew`);
  return { held, keep: (next) => writeTrust(data, next) };
}

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
    throw new Error(`${path} is broken: enrol this kiosk anew`, { cause: error });
  }
}

/** Durable when it returns. */
export function writeTrust(data: string, trust: AgentTrust): void {
  mkdirSync(data, { recursive: true });
  writeDurably(join(data, trustFileName), JSON.stringify(trust));
}
