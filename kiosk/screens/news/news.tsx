/* What there is to read: sheets by topic, training, steady jobs, and each on paper. */
import type { ReactNode } from 'react';
import { isCourseSheet } from '@kuaizhao/db/domain/content/city-offers.ts';
import { tradeByCode } from '@kuaizhao/db/domain/trades/trade.ts';
import { tradeName } from '@kuaizhao/kiosk/i18n/format.ts';
import { languageOf } from '@kuaizhao/kiosk/i18n/languages.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon, type IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import { TradePicture } from '@kuaizhao/kiosk/kit/pictures/trade-picture.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { PaperPanel } from '../frame/paper-panel.tsx';
import { Reason } from '../frame/reason.tsx';
import { TradeGrid } from '../frame/trade-grid.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';
import { between } from '../view/job-words.ts';
import { payText } from '../view/words.ts';

type Sheet = ScreenOf<'news'>['leaflets'][number];
const leastEm = { short: { width: 12, height: 3.3 }, long: { width: 14, height: 4.2 }, longest: { width: 14, height: 4.9 } } as const;
const pictures: Readonly<Record<Sheet['topic'], IconName>> = { policy: 'document', training: 'tools', rights: 'shield' };
const said = (words: { readonly zh: string; readonly en: string }, language: string): string => (language === 'zh-CN' ? words.zh : words.en);

export function News({ screen: { leaflets, known } }: { readonly screen: ScreenOf<'news'> }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('news.title')} hint={t('news.hint')} onBack={() => touch({ type: 'back' })} actions={<ActionButton icon="printer" label={t('news.catalogue')} onPress={() => touch({ type: 'print' })} />}>
      <div className="filters is-two">
        <Tile shape="key" label={t('news.steady')} hint={t('news.steadyHint')} onPress={() => touch({ type: 'go', to: 'steadyJobs' })} />
        {known ? <Tile shape="key" label={t('news.want')} hint={t('news.wantHint')} onPress={() => touch({ type: 'go', to: 'training' })} /> : null}
      </div>
      <ChoiceGrid items={leaflets} keyOf={(sheet) => sheet.leafletId} name={t('news.title')} leastEm={leastEm[languageOf(language).words]} order="list" maxColumns={2}
        renderTile={(sheet) => <Tile shape="row" label={said(sheet.title, language)} hint={sheet.city === true ? [t(`news.topic.${sheet.topic}`), t('news.city')].join(between) : t(`news.topic.${sheet.topic}`)} picture={<Icon name={pictures[sheet.topic]} />} onPress={() => touch({ type: 'choose', id: sheet.leafletId })} />} />
    </Frame>
  );
}

export function LeafletScreen({ screen: { leaflet, known } }: { readonly screen: ScreenOf<'leaflet'> }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={said(leaflet.title, language)} onBack={() => touch({ type: 'back' })} actions={<>
      {known && leaflet.topic === 'training' ? <ActionButton icon="tools" label={t('news.want')} onPress={() => touch({ type: 'go', to: 'training' })} /> : null}
      <ActionButton look="main" icon="printer" label={t('news.print')} onPress={() => touch({ type: 'print' })} />
    </>}>
      <ul className="sheet-lines">{leaflet.lines.map((line) => <li key={line.zh}>{said(line, language)}</li>)}</ul>
      <p className="version">{isCourseSheet(leaflet) ? t('news.sourceOnly', { source: leaflet.source }) : t('news.source', { source: leaflet.source, day: leaflet.since })}</p>
    </Frame>
  );
}

export function Training(): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('news.trainingTitle')} hint={t('news.trainingHint')} onBack={() => touch({ type: 'back' })}>
      <TradeGrid name={t('news.trainingTitle')} chosen={[]} onPress={(trade) => touch({ type: 'toggleTrade', trade: trade.code })} />
    </Frame>
  );
}

type Offer = { readonly key: string; readonly trade: string; readonly pay: Parameters<typeof payText>[1]; readonly words: readonly string[] };

export function SteadyJobs({ screen: { jobs, city } }: { readonly screen: ScreenOf<'steadyJobs'> }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  // The hall's own first; the city's have no number of this hall and say whose work it is.
  const offers: readonly Offer[] = [
    ...jobs.map(({ jobId, number, terms, placesLeft }): Offer => ({ key: jobId, trade: terms.trade, pay: terms.pay, words: [t('job.number', { number }), terms.place, t('jobs.left', { n: placesLeft })] })),
    ...city.map(({ steadyId, trade, amountFen, unit, employer, place, headcount }): Offer => ({ key: `city-${steadyId}`, trade, pay: { kind: 'fixed', amountFen, unit }, words: [t('news.city'), employer, place, t('jobs.left', { n: headcount })] })),
  ];
  return (
    <Frame title={t('news.steadyTitle')} hint={t('news.steadyHint')} onBack={() => touch({ type: 'back' })}>
      {offers.length === 0 ? <Notice icon="search" lines={[t('news.steadyNone')]} /> : (
        <ChoiceGrid items={offers} keyOf={({ key }) => key} name={t('news.steadyTitle')} leastEm={leastEm[languageOf(language).words]} order="list" maxColumns={1} renderTile={({ trade, pay, words }) => (
          <div className="fact"><TradePicture name={tradeByCode(trade)?.picture ?? ''} /><span className="words">
            <span className="value">{`${tradeName(trade, language)} ${payText(t, pay)}`}</span>
            <span className="name">{words.join(between)}</span>
          </span></div>
        )} />
      )}
      <Reason icon="company" lines={[t('news.steadyApply')]} />
    </Frame>
  );
}

export function SheetScreen({ screen: { what, paper, more } }: { readonly screen: ScreenOf<'sheet'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame look="centred" title={t(`news.sheetTitle.${what}`)} actions={<>
      {more ? <ActionButton icon="home" label={t('myPage')} onPress={() => touch({ type: 'go', to: 'home' })} /> : null}
      <ActionButton icon="sheet" label={t('news.more')} onPress={() => touch({ type: 'go', to: 'news' })} />
      <ActionButton look="main" icon="check" label={t('number.done')} onPress={() => touch({ type: 'end' })} />
    </>}>
      <div className="finished">
        <Notice icon="printer" lines={[paper.kind === 'printed' ? t('news.printed') : t('news.printing')]} />
        {paper.kind === 'trouble' ? <PaperPanel paper={paper} number="" printed={t('news.printed')} /> : null}
      </div>
    </Frame>
  );
}
