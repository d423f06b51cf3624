/* What the screen that waits tells those who pass: how it works, what is wanted today, that nobody may keep a card, whom to call. One page after the other, calm; whatever is tapped or laid down works all the time. */
import type { ReactNode } from 'react';
import { tradeByCode } from '@kuaizhao/db/domain/trades/trade.ts';
import { tradeName } from '@kuaizhao/kiosk/i18n/format.ts';
import { Icon, type IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { TradePicture } from '@kuaizhao/kiosk/kit/pictures/trade-picture.tsx';
import { useFace, useText } from '../view/context.ts';
import { useHallTurn } from '../view/hall-clock.ts';
import { labourLine } from '../frame/edges.tsx';

const pageMs = 8_000;
/** what a man sees while he walks by */
const mostTrades = 3;

function HowItWorks(): ReactNode {
  const t = useText();
  const steps: readonly (readonly [IconName, string])[] = [['idCard', t('attract.howCard')], ['ticket', t('attract.howNumber')], ['ear', t('attract.howListen')]];
  return <ol className="how">{steps.map(([icon, words], index) => <li key={icon}><Icon name={icon} /><span><b>{index + 1}</b> {words}</span></li>)}</ol>;
}

function WantedNow(): ReactNode {
  const { language, openPlaces = [] } = useFace();
  const t = useText();
  return (
    <ul className="wanted" aria-label={t('attract.wantedNow')}>{openPlaces.slice(0, mostTrades).map(({ trade, places }) => (
      <li key={trade}><TradePicture name={tradeByCode(trade)?.picture ?? ''} /><span>{tradeName(trade, language)}<strong>{t('attract.places', { n: places })}</strong></span></li>
    ))}</ul>
  );
}

function TakeBack(): ReactNode {
  const t = useText();
  return <div className="one"><Icon name="idCard" /><p><strong>{t('attract.takeBack')}</strong><span>{t('attract.takeBackWhy')}</span></p></div>;
}

function WhomToCall(): ReactNode {
  const { hall } = useFace();
  const t = useText();
  return <div className="one"><Icon name="phone" /><p><span>{t('attract.wronged')}</span><strong>{t('attract.call', { line: hall === undefined || hall.hotline === labourLine ? labourLine : `${labourLine} · ${hall.hotline}` })}</strong></p></div>;
}

const pagesInTurn = [{ name: 'how', Page: HowItWorks }, { name: 'wanted', Page: WantedNow }, { name: 'takeBack', Page: TakeBack }, { name: 'call', Page: WhomToCall }] as const;

export function WaitingPages(): ReactNode {
  const { openPlaces = [] } = useFace();
  const pages = pagesInTurn.filter(({ name }) => name !== 'wanted' || openPlaces.length > 0);
  const at = useHallTurn(pageMs, pages.length);
  const { name, Page } = pages[at] ?? pagesInTurn[0];
  return (
    <section className="waiting-pages">
      <div key={name} className="waiting-page"><Page /></div>
      <span className="way" aria-hidden="true">{pages.map((page) => <i key={page.name} className={page.name === name ? 'is-here' : ''} />)}</span>
    </section>
  );
}
