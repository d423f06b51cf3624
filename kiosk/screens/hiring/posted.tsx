/* The job is posted: its number, and the slip; or staff look at it first. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Frame } from '../frame/frame.tsx';
import { BigNumber, PaperPanel } from '../frame/paper-panel.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { useText, useTouch } from '../view/context.ts';

export function Posted({ screen }: { readonly screen: ScreenOf<'posted'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame look="centred" title={t(screen.inReview === true ? 'posted.received' : 'posted.title')} hint={t('posted.numberLabel')} actions={<ActionButton look="main" icon="check" label={t('posted.done')} onPress={() => touch({ type: 'end' })} />}>
      <div className="finished">
        <section className="number-card"><BigNumber number={screen.number} label={t('posted.numberLabel')} /></section>
        {screen.inReview === true ? null : <PaperPanel paper={screen.paper} number={screen.number} printed={t('paper.slipPrinted')} />}
        <p className="listen"><Icon name="crew" />{t(screen.inReview === true ? 'posted.inReview' : 'posted.listen')}</p>
      </div>
    </Frame>
  );
}
