/* Everything a kiosk knows, as data. A card, name or phone exists only inside the scenes that need it, so leaving a scene is forgetting it. */
import type { HallFace, OpenPlaces, readerStates } from '@kuaizhao/sync-agent/contract/kiosk.ts';
import type { Checked } from '@kuaizhao/db/domain/devices/commands.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { PrintTarget } from '@kuaizhao/db/domain/printing/print-job.ts';
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';
import type { PrinterState } from './devices.ts';
import { firstSettings, type Settings } from './settings.ts';
import type { HiringErrand, HiringScene } from './hiring/scenes.ts';
import type { JobErrand, JobScene } from './job/scenes.ts';
import type { MaintenanceErrand, MaintenanceScene } from './maintenance/scenes.ts';
import type { JobsErrand, JobsScene } from './jobs/scenes.ts';
import type { PersonErrand, PersonScene } from './person/scenes.ts';
import type { LeftNumbers, NumbersOnlyScene } from './numbers-only/scenes.ts';
import type { ReadinessErrand, ReadinessScene } from './readiness/scenes.ts';
import type { PaperChange } from './steps/paper-change.ts';
import type { TroubleScene } from './trouble/scenes.ts';
import type { HomeErrand, HomeScene } from './home/scenes.ts';
import type { FindErrand, FindScene } from './find/scenes.ts';
import type { WishesErrand, WishesScene } from './wishes/scenes.ts';
import type { CallsErrand, CallsScene } from './calls/scenes.ts';
import type { EveningErrand, EveningScene } from './evening/scenes.ts';
import type { DataErrand, DataScene } from './data/scenes.ts';
import type { OpinionErrand, OpinionScene } from './opinion/scenes.ts';
import type { NewsErrand, NewsScene } from './news/scenes.ts';
import type { CrewErrand, CrewScene } from './crew/scenes.ts';
import type { WindowsErrand, WindowsScene } from './windows/scenes.ts';

export type ReaderState = (typeof readerStates)[number];

/** Where the person is. One that holds a card has it under `card` and nowhere else. */
export type Scene = BetweenScene | TroubleScene | PersonScene | WindowsScene | HiringScene | JobScene | NumbersOnlyScene | MaintenanceScene | JobsScene | ReadinessScene | WorkerScene;
/** of a worker whom the hall knows, from the own page on */
type WorkerScene = HomeScene | FindScene | WishesScene | CallsScene | EveningScene | DataScene | OpinionScene | NewsScene | CrewScene;
export type SceneName = Scene['at'];
export type SceneOf<At extends SceneName> = NamedBy<'at', Scene, At>;

/** Between two others, so they know all of them. */
type BetweenScene =
  /** `late`: the agent is down or silent for longer than a person should wait without a word */
  | { readonly at: 'asking'; readonly errand: Errand; readonly awaits: string; readonly sinceMs: number; readonly late: boolean }
  /** `resume`: the scene that can put it right */
  | { readonly at: 'refused'; readonly refusal: Refusal; readonly resume: Scene | undefined };

/** What is being asked of the agent, with what is needed to go on after the answer. The card of the person is under `card`. */
export type Errand = PersonErrand | WindowsErrand | HiringErrand | JobErrand | MaintenanceErrand | JobsErrand | ReadinessErrand | HomeErrand | FindErrand | WishesErrand | CallsErrand | EveningErrand | DataErrand | OpinionErrand | NewsErrand | CrewErrand;
export type ErrandKind = Errand['kind'];
export type ErrandOf<Kind extends ErrandKind> = NamedBy<'kind', Errand, Kind>;

/** The members of a union under one of their names; a member may stand for several. */
export type NamedBy<Key extends string, One, Name> = One extends { readonly [K in Key]: infer Names } ? (Name extends Names ? One & { readonly [K in Key]: Name } : never) : never;

/** What staff see of the machine: its versions, and whether it can be ended from its own screen. */
export interface Machine { readonly about: string; readonly canLeave: boolean }

export interface State extends Settings {
  readonly pxPerMm: number;
  readonly volume: number;
  readonly machine: Machine;
  readonly hall: HallFace | undefined;
  /** what is wanted in the hall; nothing while nobody says */
  readonly openPlaces: OpenPlaces;
  readonly agentUp: boolean;
  /** somebody waited for its answer in vain, and nobody has heard it since */
  readonly agentSilent: boolean;
  /** what can be given out without the agent */
  readonly left: LeftNumbers;
  /** what this machine found when it looked itself over */
  readonly checks: readonly Checked[];
  readonly reader: ReaderState;
  readonly printer: PrinterState;
  /** how far a change of its paper is; undefined while none is under way */
  readonly paperChange: PaperChange | undefined;
  /** what commands say of the printer beside this kiosk */
  readonly printTarget: PrintTarget;
  /** a card lies on the reader, as far as the reader can tell */
  readonly cardPresent: boolean;
  readonly scene: Scene;
  /** last sign of life, monotonic */
  readonly lifeMs: number;
  readonly warning: { readonly endsMs: number; readonly secondsLeft: number } | undefined;
}

/** loud enough over a hall, not over the next kiosk */
export const usualVolume = 0.8;

export const firstState = (device: { readonly pxPerMm: number; readonly printerId: string; readonly volume?: number; readonly machine?: Machine | undefined }): State => ({
  pxPerMm: device.pxPerMm, volume: device.volume ?? usualVolume,
  machine: device.machine ?? { about: '', canLeave: false },
  hall: undefined, openPlaces: [], agentUp: false, agentSilent: false, left: { state: 'ready', services: [] }, checks: [],
  reader: 'starting', printer: 'starting', paperChange: undefined,
  printTarget: { printer: device.printerId, ready: false },
  ...firstSettings, cardPresent: false,
  scene: { at: 'attract' }, lifeMs: 0, warning: undefined,
});

/** The card that the scene holds, when it holds one. */
export function cardOf(scene: Scene): Card | undefined {
  if (scene.at === 'refused') return scene.resume === undefined ? undefined : cardOf(scene.resume);
  const holder = scene.at === 'asking' ? scene.errand : scene;
  return 'card' in holder ? holder.card : undefined;
}
