/* The number of the kiosk's own block: as large as any other, with what it is worth. */
import type { ReactNode } from 'react';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Frame } from '../frame/frame.tsx';
import { BigNumber, PaperPanel } from '../frame/paper-panel.tsx';
import { useText, useTouch } from '../view/context.ts';

export function LeasedNumber({ screen }: { readonly screen: ScreenOf<'leasedNumber'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const { number, serviceLabel, paper } = screen;
  return (
    <Frame look="centred" title={t('number.title')} actions={<ActionButton look="main" icon="check" label={t('number.done')} onPress={() => touch({ type: 'end' })} />}>
      <div className="finished">
        <section className="number-card">
          <BigNumber number={number} label={t('number.title')} />
          {serviceLabel === undefined ? <p className="ahead"><Icon name="check" />{t('leasedNumber.counts')}</p> : <ul className="purposes"><li><Icon name="ticket" />{serviceLabel}</li></ul>}
        </section>
        <PaperPanel paper={paper} number={number} printed={t('paper.printed')} />
        <p className="listen"><Icon name={serviceLabel === undefined ? 'wait' : 'ear'} />{serviceLabel === undefined ? t('leasedNumber.tapLater') : t('number.listen')}</p>
      </div>
    </Frame>
  );
}
