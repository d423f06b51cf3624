/* What work, how many people, where: the first things that a boss says. */
import type { ReactNode } from 'react';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Stepper } from '@kuaizhao/kiosk/kit/stepper.tsx';
import { KeyRow, Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { TradeGrid } from '../frame/trade-grid.tsx';
import { useFace, useText } from '../view/context.ts';
import { PartFrame, useChoose, useSetTerms, type PartProps } from './part-frame.tsx';

const usualHeadcounts = [1, 2, 3, 5, 8, 10] as const;
const mostPeople = 999;
const placeEm = { width: 9, height: 3.4 } as const;

export function TradePart({ screen }: PartProps): ReactNode {
  const t = useText();
  const choose = useChoose();
  const { trade } = screen.draft;
  return (
    <PartFrame screen={screen} title={t('jobTrade.trade')} hint={t('jobTrade.tradeHint')} ready={trade !== undefined}>
      <TradeGrid name={t('jobTrade.trade')} chosen={trade === undefined ? [] : [trade]} onPress={({ code }) => choose({ trade: code })} />
    </PartFrame>
  );
}

export function HeadcountPart({ screen }: PartProps): ReactNode {
  const t = useText();
  const set = useSetTerms();
  const headcount = screen.draft.headcount ?? 1;
  return (
    <PartFrame screen={screen} title={t('jobTrade.headcount')} hint={t('jobTrade.headcountHint')} ready={screen.draft.headcount !== undefined}>
      <div className="stepper-page">
        <Icon name="crew" className="page-picture" />
        <Stepper name={t('jobTrade.headcount')} value={t('jobTrade.people', { n: headcount })} fewer={t('jobTrade.fewer')} more={t('jobTrade.more')}
          canFewer={headcount > 1} canMore={headcount < mostPeople} onFewer={() => set({ headcount: headcount - 1 })} onMore={() => set({ headcount: headcount + 1 })} />
        <KeyRow label={t('jobTrade.headcount')} columns={3}>
          {usualHeadcounts.map((n) => <Tile key={n} shape="key" label={String(n)} name={t('jobTrade.people', { n })} isSelected={headcount === n} onPress={() => set({ headcount: n })} />)}
        </KeyRow>
      </div>
    </PartFrame>
  );
}

export function PlacePart({ screen }: PartProps): ReactNode {
  const { hall } = useFace();
  const t = useText();
  const choose = useChoose();
  return (
    <PartFrame screen={screen} title={t('jobPlace.title')} hint={t('jobPlace.hint')} ready={screen.draft.place !== undefined}>
      <ChoiceGrid items={hall?.workPlaces ?? []} keyOf={(place) => place} name={t('jobPlace.title')} leastEm={placeEm} order="list" maxColumns={2}
        renderTile={(place) => <Tile shape="row" label={place} picture={<Icon name="pin" />} isSelected={screen.draft.place === place} onPress={() => choose({ place })} />} />
    </PartFrame>
  );
}
