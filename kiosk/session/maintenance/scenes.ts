/* Staff at the kiosk: who, the own card where the hall holds it, the PIN, and then the machine itself. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { Maintainer } from '@kuaizhao/sync-agent/contract/queries/machine/maintenance.ts';

/** Said on the PIN's screen after a try: wrong, or too often and until when. */
export type PinTrouble = { readonly kind: 'wrong' } | { readonly kind: 'wait'; readonly untilMs: number; readonly secondsLeft: number };

export type MaintenanceScene =
  | { readonly at: 'maintainWho'; readonly staff: readonly Maintainer[] }
  | { readonly at: 'maintainCard'; readonly chosen: Maintainer }
  | { readonly at: 'maintainPin'; readonly chosen: Maintainer; readonly card: Card | undefined; readonly pin: string; readonly trouble: PinTrouble | undefined }
  | { readonly at: 'maintainAway' }
  | { readonly at: 'maintenance'; readonly staffName: string };

export type MaintenanceScreen =
  | { readonly at: 'maintainWho'; readonly staff: readonly Maintainer[] }
  | { readonly at: 'maintainCard'; readonly staffName: string }
  /** how many digits are typed, never which */
  | { readonly at: 'maintainPin'; readonly staffName: string; readonly typed: number; readonly complete: boolean; readonly trouble: 'wrong' | 'wait' | undefined; readonly waitSeconds: number }
  /** without the agent nobody can be known */
  | { readonly at: 'maintainAway' }
  /** `machine`: versions; `canLeave`: whoever started this kiosk can end it and start it again */
  | { readonly at: 'maintenance'; readonly staffName: string; readonly reader: 'starting' | 'ready' | 'outOfService'; readonly machine: string; readonly canLeave: boolean };

export type MaintenanceErrand =
  | { readonly kind: 'maintainers' }
  | { readonly kind: 'mayMaintain'; readonly chosen: Maintainer; readonly card: Card | undefined };
