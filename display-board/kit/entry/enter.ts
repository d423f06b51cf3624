/* The way of a face into its hall. Over plain http (this machine alone) it says its name; over https it shows its session and signs, and one that is not in goes to the page where it is let in. */
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { standing, type FaceRole, type OutReason } from './standing.ts';

const againMs = 2_000;

export interface Entry {
  /** as the hall knows this browser */
  readonly deviceId: string;
  /** what is shown at the door, for each connection anew */
  readonly auth: () => Promise<Readonly<Record<string, unknown>>>;
}

/** Resolves when this browser is in; until then it asks again, or leaves for the page where it is let in. `named`: what the address says, believed over plain http alone. */
export async function enter(role: FaceRole, named: string): Promise<Entry> {
  if (window.location.protocol !== 'https:') return { deviceId: named, auth: () => Promise.resolve({ version: lanVersion, deviceId: named }) };
  for (;;) {
    const now = await standing(role);
    if (now.at === 'in') return { deviceId: now.deviceId, auth: () => shown(role, now.deviceId) };
    if (now.at === 'out') leave(role, now.why);
    await new Promise((resolve) => { setTimeout(resolve, againMs); });
  }
}

async function shown(role: FaceRole, deviceId: string): Promise<Readonly<Record<string, unknown>>> {
  const now = await standing(role);
  if (now.at === 'out') leave(role, now.why);
  // Let in anew under another name: the whole page is another one.
  if (now.at === 'in' && now.deviceId !== deviceId) window.location.reload();
  // Without a signature the door says no, and the line tries again.
  return { version: lanVersion, deviceId, ...(now.at === 'in' ? { signed: now.signed } : {}) };
}

function leave(role: FaceRole, why: OutReason): void {
  const { pathname, search, hash } = window.location;
  window.location.replace(`/pair/?${new URLSearchParams({ as: role, why, back: pathname + search + hash }).toString()}`);
}
