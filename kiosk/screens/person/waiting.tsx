/* The screens on which the machine or the card is waited for. */
import type { ReactNode } from 'react';
import { CardOnReader } from '@kuaizhao/kiosk/kit/icons/card-on-reader.tsx';
import { Frame } from '../frame/frame.tsx';
import { useText } from '../view/context.ts';

export function Asking(): ReactNode {
  const t = useText();
  return (
    <Frame look="centred" title={t('asking.title')} hint={t('asking.hint')}>
      <div className="waiting" role="status" aria-label={t('asking.title')}><span className="dots" aria-hidden="true"><i /><i /><i /></span><CardOnReader motion="rest" label={t('asking.hint')} /></div>
    </Frame>
  );
}

export function TakeCard(): ReactNode {
  const t = useText();
  return (
    <Frame look="centred" title={t('takeCard.title')} hint={t('takeCard.hint')}>
      <div className="waiting"><CardOnReader motion="take" label={t('takeCard.title')} /></div>
    </Frame>
  );
}
