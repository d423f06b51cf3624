/* When work begins and how long it lasts. */
import type { ReactNode } from 'react';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { Stepper } from '@kuaizhao/kiosk/kit/stepper.tsx';
import { KeyRow, Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import { dateText } from '@kuaizhao/kiosk/i18n/format.ts';
import { useFace, useText } from '../view/context.ts';
import { useHallNow } from '../view/hall-clock.ts';
import { dayOfStart, shifted, startAtHour, startDays, startOn, usualHours } from '../view/start-time.ts';
import { PartFrame, useSetTerms, type PartProps } from './part-frame.tsx';

const usualLengths = [4, 6, 8, 9, 10, 12] as const;
const usualDays = [1, 2, 3, 5, 7, 15] as const;
const hours = { least: 0.5, most: 12, step: 0.5 } as const;
const days = { least: 1, most: 366, step: 1 } as const;

export function StartPart({ screen }: PartProps): ReactNode {
  const { language } = useFace();
  const t = useText();
  const set = useSetTerms();
  const now = useHallNow();
  const { startAt } = screen.draft;
  const day = startAt === undefined ? undefined : dayOfStart(startAt, now);
  const later = startAt === undefined || startAt <= now ? undefined : startAt;
  const earlierStart = later === undefined ? undefined : shifted(later, -1, now);
  const laterStart = later === undefined ? undefined : shifted(later, 1, now);
  return (
    <PartFrame screen={screen} title={t('jobWhen.start')} hint={t('jobWhen.startHint')} ready={startAt !== undefined}>
      <div className="time-page">
        <KeyRow label={t('jobWhen.start')} columns={2}>
          {startDays.map((one) => (
            <Tile key={one} shape="key" label={t(`jobWhen.${one}`)} hint={one === 'now' ? t('jobWhen.nowHint') : dateText(startOn(one, later, now), language)}
              isSelected={day === one} onPress={() => set({ startAt: startOn(one, startAt, now) })} />
          ))}
        </KeyRow>
        {later === undefined ? <span /> : (
          <div className="clock-time">
            <Stepper name={t('jobWhen.clock')} value={localTime(later)} fewer={t('jobWhen.earlier')} more={t('jobWhen.later')} canFewer={earlierStart !== undefined} canMore={laterStart !== undefined}
              onFewer={() => set({ startAt: earlierStart ?? later })} onMore={() => set({ startAt: laterStart ?? later })} />
            <KeyRow label={t('jobWhen.clock')} columns={3}>
              {usualHours.map((hour) => {
                const at = startAtHour(later, hour);
                return <Tile key={hour} shape="key" label={localTime(at)} isSelected={at === later} isDisabled={at <= now} onPress={() => set({ startAt: at })} />;
              })}
            </KeyRow>
          </div>
        )}
      </div>
    </PartFrame>
  );
}

export function LengthPart({ screen }: PartProps): ReactNode {
  const t = useText();
  const set = useSetTerms();
  const { hoursPerDay = hours.least, days: dayCount = days.least } = screen.draft;
  return (
    <PartFrame screen={screen} title={t('jobWhen.length')} hint={t('jobWhen.lengthHint')} ready={screen.draft.hoursPerDay !== undefined && screen.draft.days !== undefined}>
      <div className="two-steppers">
        <section>
          <h2>{t('jobWhen.hours')}</h2>
          <Stepper name={t('jobWhen.hours')} value={t('jobWhen.hoursValue', { n: hoursPerDay })} fewer={t('jobWhen.fewer')} more={t('jobWhen.more')}
            canFewer={hoursPerDay > hours.least} canMore={hoursPerDay < hours.most} onFewer={() => set({ hoursPerDay: hoursPerDay - hours.step })} onMore={() => set({ hoursPerDay: hoursPerDay + hours.step })} />
          <KeyRow label={t('jobWhen.hours')} columns={6}>
            {usualLengths.map((n) => <Tile key={n} shape="key" label={String(n)} name={t('jobWhen.hoursValue', { n })} isSelected={hoursPerDay === n} onPress={() => set({ hoursPerDay: n })} />)}
          </KeyRow>
        </section>
        <section>
          <h2>{t('jobWhen.days')}</h2>
          <Stepper name={t('jobWhen.days')} value={t('jobWhen.daysValue', { n: dayCount })} fewer={t('jobWhen.fewer')} more={t('jobWhen.more')}
            canFewer={dayCount > days.least} canMore={dayCount < days.most} onFewer={() => set({ days: dayCount - days.step })} onMore={() => set({ days: dayCount + days.step })} />
          <KeyRow label={t('jobWhen.days')} columns={6}>
            {usualDays.map((n) => <Tile key={n} shape="key" label={String(n)} name={t('jobWhen.daysValue', { n })} isSelected={dayCount === n} onPress={() => set({ days: n })} />)}
          </KeyRow>
        </section>
      </div>
    </PartFrame>
  );
}
