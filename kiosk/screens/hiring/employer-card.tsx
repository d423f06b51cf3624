/* Somebody who hires lays the card down. */
import type { ReactNode } from 'react';
import { CardOnReader } from '@kuaizhao/kiosk/kit/icons/card-on-reader.tsx';
import { Frame } from '../frame/frame.tsx';
import { useText, useTouch } from '../view/context.ts';

export function EmployerCard(): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame look="centred" title={t('employerCard.title')} hint={t('employerCard.place')} onBack={() => touch({ type: 'back' })}>
      <div className="waiting"><CardOnReader motion="place" label={t('attract.readerPicture')} /><p className="free">{t('employerCard.hint')}</p></div>
    </Frame>
  );
}
