/* The screen that waits: lay the card down, or tap one of two buttons. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { CardOnReader } from '@kuaizhao/kiosk/kit/icons/card-on-reader.tsx';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';
import { WaitingPages } from './waiting-pages.tsx';

export function Attract(): ReactNode {
  const { readerReady, hall } = useFace();
  const t = useText();
  const touch = useTouch();
  return (
    <main className="attract">
      <section className={readerReady ? 'hero' : 'hero is-out'}>
        <div className="hero-words">
          <h1>{readerReady ? t('attract.title') : t('attract.readerOut')}</h1>
          <p className="place">{readerReady ? t('attract.place') : t('attract.readerOutStep')}</p>
        </div>
        {readerReady ? <CardOnReader motion="place" label={t('attract.readerPicture')} /> : <Icon name="stop" className="out-sign" />}
        {readerReady ? <WaitingPages /> : null}
        <p className="free">{t('attract.free')}</p>
      </section>
      <div className="doors">
        <ActionButton look="hire" icon="crew" label={t('attract.hire')} hint={t('attract.hireHint')} onPress={() => touch({ type: 'wantToHire' })} />
        {hall === undefined || hall.services.length === 0 ? null
          : <ActionButton look="main" icon="ticket" label={t('attract.service')} hint={t('attract.serviceHint')} onPress={() => touch({ type: 'wantService' })} />}
      </div>
      {readerReady || hall === undefined ? null : <div className="doors"><ActionButton icon="ticket" label={t('noCard.door')} hint={t('noCard.doorHint')} onPress={() => touch({ type: 'go', to: 'noCard' })} /></div>}
    </main>
  );
}
