/* What can happen to a kiosk, and what it can want done about it. */
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { HallFace, OpenPlaces } from '@kuaizhao/sync-agent/contract/kiosk.ts';
import type { KioskQuestion, KioskTold } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { Command } from '@kuaizhao/db/domain/command.ts';
import type { Checked } from '@kuaizhao/db/domain/devices/commands.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { Refusal, RefusalCode } from '@kuaizhao/db/domain/refusal.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { LeftNumbers, NumberTaken } from './numbers-only/scenes.ts';
import type { PrinterState } from './devices.ts';
import type { Touch } from './face.ts';
import type { PaperStage } from './paper.ts';
import type { ReaderState, State } from './state.ts';
import type { CardTrouble } from './trouble/scenes.ts';

/** What the agent said to a question. */
export type Reply = { readonly ok: true; readonly told: KioskTold } | { readonly ok: false; readonly refusal: Refusal };

export type SessionEvent =
  | { readonly type: 'touch'; readonly touch: Touch }
  | { readonly type: 'cardRead'; readonly card: Card }
  /** readable, but no card this hall can take: its number or birthday is wrong */
  | { readonly type: 'cardUnfit'; readonly code: RefusalCode }
  | { readonly type: 'cardTrouble'; readonly trouble: CardTrouble }
  | { readonly type: 'cardLifted' }
  /** a QR or bar code held before the scanner; what it means is said by the scene */
  | { readonly type: 'codeScanned'; readonly code: string }
  | { readonly type: 'reader'; readonly reader: ReaderState }
  /** `ready`: a command may say that its paper can be printed at once */
  | { readonly type: 'printer'; readonly printer: PrinterState; readonly ready: boolean }
  | { readonly type: 'hall'; readonly hall: HallFace }
  | { readonly type: 'openPlaces'; readonly openPlaces: OpenPlaces }
  | { readonly type: 'agentUp' }
  | { readonly type: 'agentDown' }
  /** it answered the kiosk itself, so it is there again */
  | { readonly type: 'agentHeard' }
  | { readonly type: 'checked'; readonly checks: readonly Checked[] }
  | { readonly type: 'left'; readonly left: LeftNumbers }
  | { readonly type: 'numberTaken'; readonly requestId: string; readonly taken: NumberTaken }
  | { readonly type: 'answered'; readonly commandId: string; readonly answer: Answer }
  | { readonly type: 'replied'; readonly queryId: string; readonly reply: Reply }
  /** a paper got on; `successor` is the copy that takes its place after an unknown end */
  | { readonly type: 'paper'; readonly printJobId: string; readonly stage: PaperStage; readonly successor?: string }
  | { readonly type: 'tick' };

export type LeaveHow = 'restart' | 'close';

export type Effect =
  | { readonly type: 'send'; readonly command: Command }
  | { readonly type: 'ask'; readonly queryId: string; readonly question: KioskQuestion }
  /** a number of the kiosk's own block, durable before it is told; `instead` of a command that nobody answered */
  | { readonly type: 'takeNumber'; readonly requestId: string; readonly service: string; readonly card?: Card | undefined; readonly instead?: string | undefined }
  /** what the person saw of a paper whose end nobody else can tell */
  | { readonly type: 'paperSaid'; readonly printJobId: string; readonly came: boolean }
  /** staff want the kiosk closed, or closed and started again */
  | { readonly type: 'leave'; readonly how: LeaveHow }
  /** the person is gone: what was never handed to the agent is not wanted any more */
  | { readonly type: 'forget' };

/** Clock and chance, handed in with each event: the hall's time, a clock that never jumps, and one id that nobody has used. */
export interface Moment {
  readonly now: Instant;
  readonly ms: number;
  readonly freshId: string;
}

export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export const stay = (state: State): Step => ({ state, effects: [] });
