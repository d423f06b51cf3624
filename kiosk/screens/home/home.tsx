/* A worker's own page: what is urgent as wide buttons on top, then what applies as tiles. */
import type { ReactNode } from 'react';
import { languageOf } from '@kuaizhao/kiosk/i18n/languages.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon, type IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { Translate } from '@kuaizhao/kiosk/i18n/text-keys.ts';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import type { Destination } from '@kuaizhao/kiosk/session/home/destinations.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';

type Day = ScreenOf<'home'>['day'];
interface Way { readonly to: Destination; readonly icon: IconName; readonly label: string; readonly hint: string }

const leastEm = { short: { width: 11, height: 3.3 }, long: { width: 12, height: 4.2 }, longest: { width: 13, height: 4.9 } } as const;

export function Home({ screen: { day } }: { readonly screen: ScreenOf<'home'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const urgent = urgentOf(t, day);
  return (
    <Frame title={t('home.title')} hint={day.merged > 0 ? t('home.merged', { n: day.merged }) : t('home.hint')}>
      {urgent.length === 0 ? null : (
        <div className="urgent">{urgent.map(({ to, icon, label, hint }) => <ActionButton key={to} look="hire" icon={icon} label={label} hint={hint} onPress={() => touch({ type: 'go', to })} />)}</div>
      )}
      <ChoiceGrid items={waysOf(t, day).filter((way) => !urgent.some((one) => one.to === way.to))} keyOf={(way) => way.to} name={t('home.title')} leastEm={leastEm[languageOf(useFace().language).words]} order="list" maxColumns={2}
        renderTile={({ to, icon, label, hint }) => <Tile shape="row" label={label} hint={hint} picture={<Icon name={icon} />} onPress={() => touch({ type: 'go', to })} />} />
    </Frame>
  );
}

/** Whoever is called must go at once; money that may be owed comes next. */
function urgentOf(t: Translate, { called, toConfirm, offers, restate }: Day): Way[] {
  return [
    ...(called === undefined ? [] : [{ to: 'calls', icon: 'ear', label: t('home.called'), hint: t('home.calledAt', { table: called.table }) } as const]),
    ...(toConfirm === 0 ? [] : [{ to: 'evening', icon: 'coins', label: t('home.evening'), hint: t('home.eveningHint', { n: toConfirm }) } as const]),
    ...(offers === 0 || called !== undefined ? [] : [{ to: 'calls', icon: 'van', label: t('home.offers'), hint: t('home.offersHint', { n: offers }) } as const]),
    ...(restate ? [{ to: 'wishes', icon: 'pencil', label: t('home.restate'), hint: t('home.wishesHint') } as const] : []),
  ];
}

/** Only what applies: no crew without a number that waits, no number twice. */
function waysOf(t: Translate, { ticket, crew, appointments }: Day): Way[] {
  const waits = ticket?.state === 'waiting';
  return [
    { to: 'jobs', icon: 'search', label: t('home.jobs'), hint: t('home.jobsHint') },
    { to: 'number', icon: 'ticket', label: waits ? t('home.number') : t('home.takeNumber'), hint: waits ? t('home.numberAhead', { number: ticket.number, n: ticket.ahead }) : t('number.forWork') },
    { to: 'calls', icon: 'ear', label: t('home.calls'), hint: t('home.callsHint') },
    { to: 'wishes', icon: 'pencil', label: t('home.wishes'), hint: t('home.wishesHint') },
    ...(waits || crew.length > 0 ? [{ to: 'crew', icon: 'crew', label: t('home.crew'), hint: crew.length > 0 ? t('home.crewOf', { numbers: crew.join(' ') }) : t('home.crewHint') } as const] : []),
    { to: 'windows', icon: 'company', label: t('home.windows'), hint: t('home.windowsHint') },
    { to: 'booked', icon: 'calendar', label: t('home.booked'), hint: appointments.length > 0 ? t('home.bookedHint', { n: appointments.length }) : t('home.bookedNone') },
    { to: 'data', icon: 'idCard', label: t('home.data'), hint: t('home.dataHint') },
    { to: 'news', icon: 'sheet', label: t('home.news'), hint: t('home.newsHint') },
    { to: 'opinion', icon: 'face4', label: t('home.opinion'), hint: t('home.opinionHint') },
  ];
}
