/* Jobs to be had: filters that stay where they are, and a card a job. */
import type { ReactNode } from 'react';
import { tradeByCode } from '@kuaizhao/db/domain/trades/trade.ts';
import { tradeName } from '@kuaizhao/kiosk/i18n/format.ts';
import { languageOf } from '@kuaizhao/kiosk/i18n/languages.ts';
import { TradePicture } from '@kuaizhao/kiosk/kit/pictures/trade-picture.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';
import { useHallNow } from '../view/hall-clock.ts';
import { between, cardHint } from '../view/job-words.ts';
import { payText } from '../view/words.ts';

const leastEm = { short: { width: 16, height: 3.5 }, long: { width: 16, height: 4 }, longest: { width: 16, height: 5 } } as const;

export function Jobs({ screen }: { readonly screen: ScreenOf<'jobs'> }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  const now = useHallNow();
  const { look: { among }, total, jobs } = screen;
  const where = among.kind === 'own' ? t('jobs.hintOwn') : among.kind === 'all' ? t('jobs.hintAll') : t('jobs.hintTrade', { trade: tradeName(among.trade, language) });
  return (
    <Frame title={t('jobs.title')} hint={[where, t('jobs.total', { n: total })].join(between)} onBack={() => touch({ type: 'back' })}>
      <Filters screen={screen} />
      {jobs.length === 0 ? <Notice icon="search" lines={[t('jobs.none'), t('jobs.noneStep')]} /> : (
        <ChoiceGrid items={jobs} keyOf={(job) => job.jobId} name={t('jobs.title')} leastEm={leastEm[languageOf(language).words]} order="list" maxColumns={1} renderTile={(job) => (
          <Tile shape="row" label={`${tradeName(job.terms.trade, language)} ${payText(t, job.terms.pay)}`} hint={cardHint(t, language, job, now)}
            picture={<TradePicture name={tradeByCode(job.terms.trade)?.picture ?? ''} />} onPress={() => touch({ type: 'choose', id: job.jobId })} />
        )} />
      )}
    </Frame>
  );
}

function Filters({ screen: { look: { among, own, when, near } } }: { readonly screen: ScreenOf<'jobs'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <div className="filters" role="group" aria-label={t('jobs.byTrade')}>
      <Tile shape="key" label={t('jobs.own')} isSelected={among.kind === 'own'} isDisabled={own.length === 0} onPress={() => touch({ type: 'go', to: 'ownJobs' })} />
      <Tile shape="key" label={t('jobs.all')} isSelected={among.kind === 'all'} onPress={() => touch({ type: 'go', to: 'allJobs' })} />
      <Tile shape="key" label={t('jobs.byTrade')} isSelected={among.kind === 'trade'} onPress={() => touch({ type: 'go', to: 'jobTrades' })} />
      <Tile shape="key" label={t('jobs.near')} isSelected={near} onPress={() => touch({ type: 'go', to: 'near' })} />
      <Tile shape="key" label={t('jobs.today')} isSelected={when === 'today'} onPress={() => touch({ type: 'go', to: 'today' })} />
      <Tile shape="key" label={t('jobs.later')} isSelected={when === 'later'} onPress={() => touch({ type: 'go', to: 'later' })} />
    </div>
  );
}

/** The trades that are wanted now, most places first. */
export function JobTrades({ screen }: { readonly screen: ScreenOf<'jobTrades'> }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('jobs.trades')} hint={t('jobs.tradesHint')} onBack={() => touch({ type: 'back' })}>
      {screen.trades.length === 0 ? <Notice icon="search" lines={[t('jobs.none')]} /> : (
        <ChoiceGrid items={screen.trades} keyOf={(one) => one.trade} name={t('jobs.trades')} leastEm={leastEm[languageOf(language).words]} order="list" maxColumns={2} renderTile={(one) => (
          <Tile shape="row" label={tradeName(one.trade, language)} hint={t('jobs.tradeCount', { jobs: one.jobs, n: one.placesLeft })}
            picture={<TradePicture name={tradeByCode(one.trade)?.picture ?? ''} />} onPress={() => touch({ type: 'choose', id: one.trade })} />
        )} />
      )}
    </Frame>
  );
}
