/* The common trades and the city's own as pictures with their words; one of the city's has a helmet. */
import type { ReactNode } from 'react';
import { commonTrades, type Trade, type TradeCode } from '@kuaizhao/db/domain/trades/trade.ts';
import { tradeName } from '@kuaizhao/kiosk/i18n/format.ts';
import { languageOf } from '@kuaizhao/kiosk/i18n/languages.ts';
import { TradePicture } from '@kuaizhao/kiosk/kit/pictures/trade-picture.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import { useFace } from '../view/context.ts';
import { ChoiceGrid } from './choice-grid.tsx';

const leastEm = { short: { width: 5, height: 4.8 }, long: { width: 6.6, height: 5.1 }, longest: { width: 8.6, height: 6 } } as const;

export function TradeGrid({ name, chosen, onPress }: { readonly name: string; readonly chosen: readonly TradeCode[]; readonly onPress: (trade: Trade) => void }): ReactNode {
  const { language } = useFace();
  return (
    <ChoiceGrid items={commonTrades()} keyOf={(trade) => trade.code} name={name} leastEm={leastEm[languageOf(language).words]} maxColumns={6}
      renderTile={(trade) => <Tile label={tradeName(trade.code, language)} picture={<TradePicture name={trade.picture} />} isSelected={chosen.includes(trade.code)} onPress={() => onPress(trade)} />} />
  );
}
