/* A town for one story, cleared away afterwards, with the people who act in it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { paperText } from '@kuaizhao/hardware/ticket-printer/printed-paper.ts';
import type { PrinterSimulator } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import type { ReaderSimulator } from '@kuaizhao/hardware/id-card/simulator.ts';
import { layEmptyCity } from '../../fixtures/city/databases.ts';
import { cityConfig, demoPin, startTown, type Town, type TownPlan } from '../../town/town.ts';
import { AtBoard, AtConsole, AtKiosk } from './people.ts';

export function storyDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-story-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

export async function openStage(plan: Partial<TownPlan> = {}): Promise<Town> {
  const dir = plan.dir ?? storyDir();
  if (plan.withCity !== false) await layEmptyCity(cityConfig(dir).data);
  const town = await startTown({ ...plan, dir });
  onTestFinished(() => town.close());
  return town;
}

export interface KioskStage { readonly person: AtKiosk; readonly reader: ReaderSimulator; readonly printer: PrinterSimulator; /** texts of the papers that came out */ readonly papers: () => string[] }

/** The `n`th kiosk of a town, ready for the next person. */
export async function atKiosk(town: Town, n = 0): Promise<KioskStage> {
  const kiosk = town.kiosks[n];
  const { reader, printer } = kiosk?.simulators ?? {};
  if (kiosk === undefined || reader === undefined || printer === undefined) throw new Error('this kiosk has no simulators');
  const person = new AtKiosk(kiosk.doorkeeper, reader);
  await person.ready();
  return { person, reader, printer, papers: () => printer.papers().map((paper) => paperText(paper)) };
}

export async function atConsole(agentUrl: string, staffId = 'host-1', pin: string = demoPin): Promise<AtConsole> {
  const staff = new AtConsole(agentUrl, `console-${staffId}`);
  onTestFinished(() => staff.close());
  const reply = await staff.signIn(staffId, pin);
  if (!reply.ok) throw new Error('not signed in');
  return staff;
}

export function atBoard(agentUrl: string): AtBoard {
  const board = new AtBoard(agentUrl);
  onTestFinished(() => board.close());
  return board;
}
