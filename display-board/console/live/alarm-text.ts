/* An alarm as a sentence: what, where, since when. */
import type { Alarm } from '@kuaizhao/db/domain/hall/alarms.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { spanText } from '../../kit/age.ts';
import type { Say } from '../../i18n/texts.ts';
import { serviceName } from '../parts/service-name.ts';

export function alarmText(say: Say, { kind, about = '', since, count = 0 }: Alarm, floor: FloorState): string {
  return say(`alarm.${kind}`, { about: placeName(say, kind, about, floor), span: spanText(say, since === undefined ? 0 : floor.countedAt - since), n: count, state: stateText(say, about, floor) });
}

function placeName(say: Say, kind: Alarm['kind'], about: string, floor: FloorState): string {
  if (kind === 'wait' || kind === 'length') return serviceName(say, about, floor.services);
  if (kind === 'idle' || kind === 'help') return floor.windows.find(({ id }) => id === about)?.label ?? about;
  const device = floor.devices.find(({ deviceId }) => deviceId === about);
  return device === undefined ? about : `${say(`device.${device.role}`)} ${about}`;
}

/** What its printer says. */
function stateText(say: Say, about: string, floor: FloorState): string {
  const printer = floor.devices.find(({ deviceId }) => deviceId === about)?.printer;
  return printer === undefined ? '' : say(`printer.${printer}`);
}

/** These stand on top of every console already, for everybody: a full disk, calls that no board showed, paper that is out or nearly. */
const onTop: ReadonlySet<Alarm['kind']> = new Set<Alarm['kind']>(['unheard', 'diskFull', 'paperOut', 'nearEnd']);
export const otherAlarms = (floor: FloorState): readonly Alarm[] => (floor.alarms ?? []).filter(({ kind }) => !onTop.has(kind));
export const alarmKey = ({ kind, about }: Alarm): string => `${kind} ${about ?? ''}`;

/** Since when a wait is, for a list. */
export const sinceText = (say: Say, since: Instant | undefined, now: Instant): string => (since === undefined ? '—' : spanText(say, now - since));
