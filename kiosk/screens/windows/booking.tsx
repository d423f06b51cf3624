/* Appointments of a card: those there are, the service, the day and the time. */
import type { ReactNode } from 'react';
import { dayStart, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { dateText } from '@kuaizhao/kiosk/i18n/format.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { daysFrom } from '@kuaizhao/kiosk/session/windows/booking.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';
import { useHallNow } from '../view/hall-clock.ts';
import { between } from '../view/job-words.ts';

const rowEm = { width: 14, height: 3.6 } as const;
const serviceEm = { width: 9, height: 3.6 } as const;
const timeEm = { width: 5, height: 2.8 } as const;

export function Booked({ screen: { appointments } }: { readonly screen: ScreenOf<'booked'> }): ReactNode {
  const { hall, language } = useFace();
  const t = useText();
  const touch = useTouch();
  const labelOf = (code: string): string => hall?.services.find((one) => one.code === code)?.label ?? code;
  return (
    <Frame title={t('booked.title')} hint={appointments.length === 0 ? undefined : t('booked.hint')} onBack={() => touch({ type: 'back' })} actions={<ActionButton look="main" icon="plus" label={t('booked.add')} onPress={() => touch({ type: 'go', to: 'book' })} />}>
      {appointments.length === 0 ? <Notice icon="calendar" lines={[t('booked.none')]} /> : (
        <ChoiceGrid items={appointments} keyOf={(one) => `${one.day} ${one.code}`} name={t('booked.title')} leastEm={rowEm} order="list" maxColumns={1}
          renderTile={({ code, service, slotAt }) => <Tile shape="row" label={[`${dateText(slotAt, language)} ${localTime(slotAt)}`, labelOf(service)].join(between)} hint={[code, t('booked.cancel')].join(between)} picture={<Icon name="calendar" />} onPress={() => touch({ type: 'choose', id: code })} />} />
      )}
    </Frame>
  );
}

export function BookService(): ReactNode {
  const { hall } = useFace();
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('booked.service')} hint={t('booked.serviceHint')} onBack={() => touch({ type: 'back' })}>
      <ChoiceGrid items={hall?.services ?? []} keyOf={(service) => service.code} name={t('booked.service')} leastEm={serviceEm} order="list" maxColumns={2}
        renderTile={(service) => <Tile shape="row" label={service.label} picture={<span className="letter" aria-hidden="true">{service.series}</span>} onPress={() => touch({ type: 'service', code: service.code })} />} />
    </Frame>
  );
}

export function Slots({ screen: { service, day, slots } }: { readonly screen: ScreenOf<'slots'> }): ReactNode {
  const { hall, language } = useFace();
  const t = useText();
  const touch = useTouch();
  const now = useHallNow();
  return (
    <Frame title={t('booked.slots')} hint={hall?.services.find((one) => one.code === service)?.label ?? t('booked.slotsHint')} onBack={() => touch({ type: 'back' })}>
      <div className="filters is-two">
        {daysFrom(now).map((one) => <Tile key={one} shape="key" label={dateText(dayStart(one), language)} isSelected={one === day} onPress={() => touch({ type: 'choose', id: one })} />)}
      </div>
      {slots.length === 0 ? <Notice icon="calendar" lines={[t('booked.noSlots')]} /> : (
        <ChoiceGrid items={slots} keyOf={(slot) => slot.time} name={t('booked.slots')} leastEm={timeEm} maxColumns={4} order="list"
          renderTile={({ time, left }) => <Tile shape="key" label={time} hint={t('booked.left', { n: left })} onPress={() => touch({ type: 'choose', id: time.replace(':', '') })} />} />
      )}
    </Frame>
  );
}
