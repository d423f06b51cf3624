/* The agent's clock over papers: one whose printer has been in trouble for long comes out of a printer that works, and one that nobody finished is given up with a notice to staff. */
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { HallClock } from '../clock.ts';
import type { Devices } from '../devices.ts';
import { paperYoungMs } from '../doors/kiosk-door.ts';
import type { Engine } from '../engine.ts';
import { keepLooking } from './keep-looking.ts';

export const paperClockLimits = {
  lookEveryMs: 10_000,
  papersAtOnce: 20,
  /** on top of the time in which a paper is of use, for a kiosk that is just printing it */
  graceMs: 60_000,
  /** older ones were seen by staff long ago */
  keptMs: 24 * 3_600_000,
} as const;

export interface PaperClockParts {
  readonly db: HallDb;
  readonly engine: Engine;
  readonly clock: HallClock;
  readonly settings: Pick<HallSettings, 'printDivertMinutes'>;
  /** each with the printer beside it */
  readonly kiosks: () => readonly { readonly deviceId: string; readonly printer: string }[];
  readonly devices: Pick<Devices, 'all'>;
  readonly newId: () => string;
}

/** Printers that a kiosk is connected to and can print with now. */
function working({ kiosks, devices }: PaperClockParts): string[] {
  const states = new Map(devices.all().filter(({ role, connected }) => role === 'kiosk' && connected).map(({ deviceId, printer }) => [deviceId, printer]));
  return kiosks().filter(({ deviceId }) => ['ready', 'nearEnd'].includes(states.get(deviceId) ?? '')).map(({ printer }) => printer);
}

/** A hall without the setting leaves it to its staff. */
async function divert(parts: PaperClockParts): Promise<void> {
  const { db, engine, clock, settings: { printDivertMinutes }, newId } = parts;
  if (printDivertMinutes === undefined) return;
  const now = clock.now();
  const stuck = db.faces.papers.waiting({ since: now - paperYoungMs, before: now - printDivertMinutes * 60_000, limit: paperClockLimits.papersAtOnce });
  if (stuck.length === 0) return;
  const printers = working(parts);
  const waiting = stuck.filter(({ state, printer }) => state === 'queued' && !printers.includes(printer));
  // In turn, so that one printer is not buried under the papers of another.
  for (const [turn, { printJobId }] of waiting.entries()) {
    const to = printers[turn % printers.length];
    // Refused when it was begun meanwhile; the next look sees what is left.
    if (to !== undefined) await engine.handle({ type: 'divertPrint', commandId: `divert-${newId()}`, printJobId, to }, { role: 'agent' });
  }
}

/** What waited too long is of no use to anybody; what was begun by a kiosk that is gone may have come out. Both are then in the list of staff. */
async function expire({ db, engine, clock, newId }: PaperClockParts): Promise<void> {
  const now = clock.now();
  const old = db.faces.papers.waiting({ since: now - paperClockLimits.keptMs, before: now - paperYoungMs - paperClockLimits.graceMs, limit: paperClockLimits.papersAtOnce });
  for (const { printJobId, state } of old) {
    await engine.handle({ type: 'finishPrint', commandId: `expire-${newId()}`, printJobId, outcome: state === 'queued' ? 'failed' : 'unknown' }, { role: 'agent' });
  }
}

/** Looks until stopped. */
export const startPaperClock = (parts: PaperClockParts): { stop(): void } => keepLooking(parts.clock, paperClockLimits.lookEveryMs, async () => {
  await divert(parts);
  await expire(parts);
});
