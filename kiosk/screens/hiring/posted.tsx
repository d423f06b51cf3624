/* The job is posted: its number, and the slip; or staff look at it first, and who that is and what helps. */
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
  const { inReview = false, cause, belowMinimum = false, insurance, canTicket } = screen;
  const notes = [
    ...(belowMinimum ? [{ icon: 'coins', text: t('posted.belowMinimum') } as const] : []),
    ...(insurance === undefined ? [] : [{ icon: 'shield', text: t(insurance === 'none' ? 'posted.uninsured' : 'posted.hallInsures') } as const]),
  ];
  return (
    <Frame look="centred" title={t(inReview ? 'posted.received' : 'posted.title')} hint={t('posted.numberLabel')} actions={<>
      {inReview && cause === 'notVerified' && canTicket ? <ActionButton icon="ticket" label={t('posted.toTicket')} onPress={() => touch({ type: 'go', to: 'ticket' })} />
        : <ActionButton icon="crew" label={t('posted.toHome')} onPress={() => touch({ type: 'go', to: 'home' })} />}
      <ActionButton look="main" icon="check" label={t('posted.done')} onPress={() => touch({ type: 'end' })} />
    </>}>
      <div className="finished">
        <section className="number-card"><BigNumber number={screen.number} label={t('posted.numberLabel')} /></section>
        {inReview ? null : <PaperPanel paper={screen.paper} number={screen.number} printed={t('paper.slipPrinted')} />}
        <p className="listen"><Icon name="crew" />{t(inReview ? (cause === undefined ? 'posted.inReview' : `posted.cause.${cause}`) : 'posted.listen')}</p>
        {notes.map(({ icon, text }) => <p key={icon} className="listen note"><Icon name={icon} />{text}</p>)}
      </div>
    </Frame>
  );
}
