/* What work can you do: picture tiles, several may be chosen. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Frame } from '../frame/frame.tsx';
import { TradeGrid } from '../frame/trade-grid.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { useText, useTouch } from '../view/context.ts';

export function Trades({ screen }: { readonly screen: ScreenOf<'trades'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const n = screen.chosen.length;
  return (
    <Frame title={t('trades.title')} hint={screen.named ? t('trades.hint') : t('noCard.hint')} onBack={() => touch({ type: 'back' })} actions={
      <ActionButton look="main" icon="ticket" label={t('trades.next')} hint={n === 0 ? t('trades.none') : t('trades.chosen', { n })} isDisabled={n === 0} onPress={() => touch({ type: 'next' })} />
    }>
      <TradeGrid name={t('trades.title')} chosen={screen.chosen} onPress={(trade) => touch({ type: 'toggleTrade', trade: trade.code })} />
    </Frame>
  );
}
