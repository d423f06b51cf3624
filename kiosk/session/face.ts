/* The two messages of the doorway: `KioskFace` down to the screens, `Touch` up from them. Whatever stands between (Electron or a local page) carries just these. */
import { z } from 'zod';
import type { HallFace, OpenPlaces } from '@kuaizhao/sync-agent/contract/kiosk.ts';
import { draftTermsSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import { idSchema } from '@kuaizhao/db/domain/scalars.ts';
import { tradeCodeSchema } from '@kuaizhao/db/domain/trades/trade.ts';
import type { PrinterState } from './devices.ts';
import type { HiringScreen } from './hiring/scenes.ts';
import type { JobScreen } from './job/scenes.ts';
import type { NumbersOnlyScreen } from './numbers-only/scenes.ts';
import type { MaintenanceScreen } from './maintenance/scenes.ts';
import type { JobsScreen } from './jobs/scenes.ts';
import type { PersonScreen } from './person/scenes.ts';
import type { SetUpScreen } from './set-up/scenes.ts';
import { settingTouches, type Settings } from './settings.ts';
import type { NamedBy } from './state.ts';
import type { ReadinessScreen } from './readiness/scenes.ts';
import type { PaperChange } from './steps/paper-change.ts';
import type { TroubleScreen } from './trouble/scenes.ts';
import type { WindowsScreen } from './windows/scenes.ts';
import type { HomeScreen } from './home/scenes.ts';
import type { FindScreen } from './find/scenes.ts';
import type { WishesScreen } from './wishes/scenes.ts';
import type { CallsScreen } from './calls/scenes.ts';
import type { EveningScreen } from './evening/scenes.ts';
import type { DataScreen } from './data/scenes.ts';
import type { OpinionScreen } from './opinion/scenes.ts';
import type { NewsScreen } from './news/scenes.ts';
import type { CrewScreen } from './crew/scenes.ts';

export type Screen = TroubleScreen | PersonScreen | WindowsScreen | HiringScreen | JobScreen | NumbersOnlyScreen | MaintenanceScreen | JobsScreen | ReadinessScreen | SetUpScreen | WorkerScreen;
type WorkerScreen = HomeScreen | FindScreen | WishesScreen | CallsScreen | EveningScreen | DataScreen | OpinionScreen | NewsScreen | CrewScreen;
export type ScreenName = Screen['at'];
export type ScreenOf<At extends ScreenName> = NamedBy<'at', Screen, At>;

export interface KioskFace extends Settings {
  readonly screen: Screen;
  readonly hall: HallFace | undefined;
  /** on the screen that waits: how many people each trade wants now; absent when nothing is wanted */
  readonly openPlaces?: OpenPlaces;
  readonly agentUp: boolean;
  /** the agent is away: which services the kiosk itself has numbers of, `work` among them; absent while everything works */
  readonly numbersOnly: { readonly services: readonly string[] } | undefined;
  readonly readerReady: boolean;
  readonly printer: PrinterState;
  /** the paper is being changed: what to do next; absent while it is not */
  readonly paperChange?: PaperChange;
  /** set while the idle warning with its one big 继续 is shown; seconds left at the moment of the message */
  readonly idleWarningSeconds: number | undefined;
  /** touch targets are sized in millimetres: a setting of the device */
  readonly pxPerMm: number;
  /** of the voice, 0 (silent) to 1: a setting of the device */
  readonly volume: number;
}

export const touchSchema = z.discriminatedUnion('type', [
  ...settingTouches,
  /** attract: I want to hire; I need a window */
  z.strictObject({ type: z.literal('wantToHire') }),
  z.strictObject({ type: z.literal('wantService') }),
  z.strictObject({ type: z.literal('service'), code: idSchema }),
  z.strictObject({ type: z.literal('agree') }),
  z.strictObject({ type: z.literal('decline') }),
  z.strictObject({ type: z.literal('digit'), digit: z.string().regex(/^\d$/) }),
  /** the last place of an identity number */
  z.strictObject({ type: z.literal('x') }),
  z.strictObject({ type: z.literal('erase') }),
  z.strictObject({ type: z.literal('skip') }),
  z.strictObject({ type: z.literal('toggleTrade'), trade: tradeCodeSchema }),
  z.strictObject({ type: z.literal('employer'), employerId: idSchema }),
  z.strictObject({ type: z.literal('household') }),
  z.strictObject({ type: z.literal('setTerms'), terms: draftTermsSchema }),
  /** what the screen shows, on paper */
  z.strictObject({ type: z.literal('print') }),
  /** on with it: phone, trades, each job screen, and on jobCheck the posting itself */
  z.strictObject({ type: z.literal('next') }),
  z.strictObject({ type: z.literal('back') }),
  z.strictObject({ type: z.literal('reprint') }),
  /** 出票了, 没出票: the paper in question */
  z.strictObject({ type: z.literal('paperCameOut') }),
  z.strictObject({ type: z.literal('paperDidNot') }),
  /** 开门前检查, by staff who hold the name of the hall for three seconds */
  z.strictObject({ type: z.literal('readiness') }),
  /** one of the things that the screen shows, by its id; what else the screen offers, by name. A desk takes only what it has shown. */
  z.strictObject({ type: z.literal('choose'), id: z.string().min(1).max(64) }),
  z.strictObject({ type: z.literal('go'), to: z.string().regex(/^[A-Za-z]{1,30}$/) }),
  /** 继续 on the idle warning */
  z.strictObject({ type: z.literal('continue') }),
  /** 结束: everything of the person is forgotten at once */
  z.strictObject({ type: z.literal('end') }),
]);
export type Touch = z.infer<typeof touchSchema>;
