/* Everything a kiosk knows, as data. A card, name or phone exists only inside the scenes that need it, so leaving a scene is forgetting it. */
import type { EmployerChoice, HallFace, readerStates } from '@kuaizhao/sync-agent/contract/kiosk.ts';
import type { DraftTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { PrintTarget } from '@kuaizhao/db/domain/printing/print-job.ts';
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';
import type { TradeCode } from '@kuaizhao/db/domain/trades/trade.ts';
import type { PrinterState } from './devices.ts';
import type { Language, Screen, TextStep } from './face.ts';
import type { JobStep } from './job/job-steps.ts';

export type ReaderState = (typeof readerStates)[number];

/** `failed`: nothing of it came out and nobody is working on it, so 补打 may be offered. `waiting`: the host holds it until the printer can. */
export type PaperStage = 'printing' | 'waiting' | 'printed' | 'failed';

/** The paper of a finished step. */
export interface PaperState {
  readonly printJobId: string | undefined;
  readonly stage: PaperStage;
  /** command id of a 补打 that is not answered yet */
  readonly asked: string | undefined;
}

export interface JobScene {
  readonly at: JobStep;
  readonly card: Card;
  readonly employer: EmployerChoice;
  readonly draft: DraftTerms;
}

/** What is being asked of the agent, with what is needed to go on after the answer. */
export type Errand =
  | { readonly kind: 'checkIn' | 'registerWorker' | 'employersOf' | 'registerHousehold'; readonly card: Card }
  | { readonly kind: 'takeTicket'; readonly serviceLabel: string }
  | { readonly kind: 'postJob'; readonly job: JobScene };

export type Scene =
  | { readonly at: 'attract' | 'services' | 'employerCard' | 'minor' | 'takeCard' }
  /** `late`: the agent is down or silent for longer than a person should wait without a word */
  | { readonly at: 'asking'; readonly errand: Errand; readonly awaits: string; readonly sinceMs: number; readonly late: boolean }
  | { readonly at: 'consent'; readonly card: Card }
  | { readonly at: 'phone'; readonly card: Card; readonly digits: string }
  | { readonly at: 'trades'; readonly card: Card; readonly digits: string; readonly chosen: readonly TradeCode[] }
  | { readonly at: 'number'; readonly number: string; readonly ahead: number; readonly trades: readonly TradeCode[]; readonly serviceLabel: string | undefined; readonly paper: PaperState }
  | { readonly at: 'whoAmI'; readonly card: Card; readonly employers: readonly EmployerChoice[] }
  | { readonly at: 'promise'; readonly card: Card; readonly employers: readonly EmployerChoice[] }
  | JobScene
  | { readonly at: 'posted'; readonly number: string; readonly paper: PaperState; readonly inReview?: boolean }
  | { readonly at: 'cardTrouble'; readonly trouble: Extract<Screen, { at: 'cardTrouble' }>['trouble']; readonly hiring: boolean }
  /** `resume`: the job screen that can put it right */
  | { readonly at: 'refused'; readonly refusal: Refusal; readonly resume: JobScene | undefined };
export type SceneOf<At extends Scene['at']> = Extract<Scene, { at: At }>;

export interface State {
  readonly pxPerMm: number;
  readonly hall: HallFace | undefined;
  readonly agentUp: boolean;
  readonly reader: ReaderState;
  readonly printer: PrinterState;
  /** what commands say of the printer beside this kiosk */
  readonly printTarget: PrintTarget;
  readonly language: Language;
  readonly textStep: TextStep;
  /** a card lies on the reader, as far as the reader can tell */
  readonly cardPresent: boolean;
  readonly scene: Scene;
  /** last sign of life, monotonic */
  readonly lifeMs: number;
  readonly warning: { readonly endsMs: number; readonly secondsLeft: number } | undefined;
}

export const firstState = (device: { readonly pxPerMm: number; readonly printerId: string }): State => ({
  pxPerMm: device.pxPerMm,
  hall: undefined, agentUp: false, reader: 'starting', printer: 'starting',
  printTarget: { printer: device.printerId, ready: false },
  language: 'zh-CN', textStep: 0, cardPresent: false,
  scene: { at: 'attract' }, lifeMs: 0, warning: undefined,
});

/** The card that the scene holds, when it holds one. */
export function cardOf(scene: Scene): Card | undefined {
  if (scene.at === 'refused') return scene.resume?.card;
  if (scene.at !== 'asking') return 'card' in scene ? scene.card : undefined;
  if (scene.errand.kind === 'postJob') return scene.errand.job.card;
  return 'card' in scene.errand ? scene.errand.card : undefined;
}

export const printerUsable = (printer: PrinterState): boolean => printer === 'ready' || printer === 'nearEnd';
