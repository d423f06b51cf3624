/* The job is posted: its number, and the slip. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Frame } from '../frame/frame.tsx';
import { BigNumber, PaperPanel } from '../frame/paper-panel.tsx';
import { useText, useTouch, type ScreenAt } from '../view/context.ts';

export function Posted({ screen }: { readonly screen: ScreenAt<'posted'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame look="centred" title={t('posted.title')} hint={t('posted.numberLabel')} actions={<ActionButton look="main" icon="check" label={t('posted.done')} onPress={() => touch({ type: 'end' })} />}>
      <div className="finished">
        <section className="number-card"><BigNumber number={screen.number} label={t('posted.numberLabel')} /></section>
        <PaperPanel paper={screen.paper} number={screen.number} printed={t('paper.slipPrinted')} />
        <p className="listen"><Icon name="crew" />{t('posted.listen')}</p>
      </div>
    </Frame>
  );
}
