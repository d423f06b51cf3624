/* What may still be changed on a job, one question a screen; what follows from it is said before the button. */
import type { ReactNode } from 'react';
import { closeReasonSchema } from '@kuaizhao/db/domain/jobs/commands.ts';
import { dayStart, localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { hallNumber, seriesOf } from '@kuaizhao/db/domain/queue/number.ts';
import { Icon, type IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { NumberPad } from '@kuaizhao/kiosk/kit/pads.tsx';
import { Typed } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Stepper } from '@kuaizhao/kiosk/kit/stepper.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import { fewestPeople } from '@kuaizhao/kiosk/session/jobs/rules.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';
import { useHallNow } from '../view/hall-clock.ts';
import { dayAndTime } from '../view/words.ts';
import { ChangeFrame, type ChangeProps } from './change-frame.tsx';
import { PayChange } from './pay-change.tsx';

const hourMs = 3_600_000;
const mostPeople = 999;
const choiceEm = { width: 9, height: 4.4 } as const;
const reasonPictures = { enough: 'check', foundElsewhere: 'crew', noWork: 'cross', weather: 'wait', other: 'document' } as const satisfies Record<string, IconName>;

export function JobChangeScreen({ screen }: ChangeProps): ReactNode {
  switch (screen.part) {
    case 'time': return <TimeChange screen={screen} />;
    case 'headcount': return <HeadcountChange screen={screen} />;
    case 'pay': return <PayChange screen={screen} />;
    case 'named': return <NamedChange screen={screen} />;
    case 'quotes': return <QuotesChange screen={screen} />;
    case 'close': return <CloseJob screen={screen} />;
  }
}

function TimeChange({ screen: { job: { terms }, change } }: ChangeProps): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  const now = useHallNow();
  const tonight = dayStart(localDay(now)) + 24 * hourMs - 60_000;
  const from = Math.max(terms.validUntil, now);
  const choices = [
    ['plusHour', from + hourMs, t('jobChange.plusHour')], ['plusTwo', from + 2 * hourMs, t('jobChange.plusTwo')], ['wholeDay', tonight, t('jobChange.wholeDay')], ['tomorrow', tonight + 12 * hourMs + 60_000, t('jobChange.tomorrow')],
  ] as const;
  const later = choices.filter(([, until]) => until > terms.validUntil);
  return (
    <ChangeFrame title={t('jobChange.timeTitle')} hint={t('jobChange.timeHint', { when: dayAndTime(t, language, terms.validUntil, now) })} ready={change.validUntil !== undefined}>
      <ChoiceGrid items={later} keyOf={([key]) => key} name={t('jobChange.timeTitle')} leastEm={choiceEm} order="list" maxColumns={1} renderTile={([, until, label]) => (
        <Tile shape="row" label={label} hint={localDay(until) === localDay(now) ? localTime(until) : dayAndTime(t, language, until, now)} picture={<Icon name="wait" />} isSelected={change.validUntil !== undefined && Math.abs(change.validUntil - until) < hourMs / 2} onPress={() => touch({ type: 'setTerms', terms: { validUntil: until } })} />
      )} />
    </ChangeFrame>
  );
}

function HeadcountChange({ screen: { job, people, change } }: ChangeProps): ReactNode {
  const t = useText();
  const touch = useTouch();
  const fewest = fewestPeople({ job, people });
  const headcount = change.headcount ?? job.terms.headcount;
  const set = (n: number): void => touch({ type: 'setTerms', terms: { headcount: n } });
  return (
    <ChangeFrame title={t('jobChange.headcountTitle')} hint={headcount < job.terms.headcount ? t('jobChange.fewerThanHired') : t('jobChange.headcountHint', { n: job.terms.headcount - job.placesLeft })} ready={headcount !== job.terms.headcount}>
      <div className="stepper-page">
        <Icon name="crew" className="page-picture" />
        <Stepper name={t('jobChange.headcountTitle')} value={t('jobTrade.people', { n: headcount })} fewer={t('jobTrade.fewer')} more={t('jobTrade.more')}
          canFewer={headcount > fewest} canMore={headcount < mostPeople} onFewer={() => set(headcount - 1)} onMore={() => set(headcount + 1)} />
      </div>
    </ChangeFrame>
  );
}

function NamedChange({ screen: { job, change } }: ChangeProps): ReactNode {
  const t = useText();
  const touch = useTouch();
  const { digits = '' } = change;
  const { namedTicket } = job.terms;
  return (
    <ChangeFrame title={t('jobChange.namedTitle')} hint={namedTicket === undefined ? t('jobChange.namedHint') : t('jobChange.namedNow', { number: namedTicket })} ready={Number(digits) > 0}>
      <div className="split pad-side">
        <Typed label={t('jobMode.named')} value={Number(digits) > 0 ? hallNumber(seriesOf.work, Number(digits)) : ''} empty={t('jobMode.namedEmpty')} />
        <NumberPad name={t('jobMode.named')} eraseName={t('do.erase')} canErase={digits !== ''} onKey={(digit) => touch({ type: 'digit', digit })} onErase={() => touch({ type: 'erase' })} />
      </div>
    </ChangeFrame>
  );
}

function QuotesChange({ screen: { job, change } }: ChangeProps): ReactNode {
  const t = useText();
  const touch = useTouch();
  const before = job.terms.sealedQuotes === true;
  const wanted = change.sealedQuotes ?? before;
  return (
    <ChangeFrame title={t('jobChange.quotesTitle')} hint={t('jobChange.quotesHint')} ready={wanted !== before}>
      <div className="yes-no">
        <Tile label={t('jobMode.quotesYes')} picture={<Icon name="sealed" />} isSelected={wanted} onPress={() => touch({ type: 'go', to: 'on' })} />
        <Tile label={t('jobMode.quotesNo')} picture={<Icon name="coins" />} isSelected={!wanted} onPress={() => touch({ type: 'go', to: 'off' })} />
      </div>
    </ChangeFrame>
  );
}

function CloseJob({ screen: { change } }: ChangeProps): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <ChangeFrame title={t('jobChange.closeTitle')} hint={t('jobChange.closeHint')} label={t('jobChange.closeDo')} ready={change.reason !== undefined}>
      <ChoiceGrid items={closeReasonSchema.options} keyOf={(one) => one} name={t('jobChange.closeTitle')} leastEm={choiceEm} order="list" maxColumns={1}
        renderTile={(one) => <Tile shape="row" label={t(`jobChange.reason.${one}`)} picture={<Icon name={reasonPictures[one]} />} isSelected={change.reason === one} onPress={() => touch({ type: 'choose', id: one })} />} />
    </ChangeFrame>
  );
}
