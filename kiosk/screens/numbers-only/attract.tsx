/* The screen that waits while only numbers can be given out: what works is large, what does not says where to go. */
import type { ReactNode } from 'react';
import { workService } from '@kuaizhao/db/domain/queue/facts.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { CardOnReader } from '@kuaizhao/kiosk/kit/icons/card-on-reader.tsx';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';

export function NumbersOnlyAttract({ services }: { readonly services: readonly string[] }): ReactNode {
  const { readerReady } = useFace();
  const t = useText();
  const touch = useTouch();
  const works = readerReady && services.includes(workService);
  const windows = services.some((one) => one !== workService);
  return (
    <main className="attract">
      <section className={works ? 'hero' : 'hero is-out'}>
        <div className="hero-words">
          <h1>{works ? t('numbersOnly.title') : t('numbersOnly.noWork')}</h1>
          <p className="place">{works ? t('numbersOnly.place') : t('numbersOnly.noWorkStep')}</p>
        </div>
        {works ? <CardOnReader motion="place" label={t('attract.readerPicture')} /> : <Icon name="stop" className="out-sign" />}
        <p className="free">{t('attract.free')}</p>
      </section>
      <div className="doors">
        {windows ? <ActionButton look="main" icon="ticket" label={t('numbersOnly.service')} hint={t('numbersOnly.serviceHint')} onPress={() => touch({ type: 'wantService' })} /> : null}
        <ActionButton look="quiet" icon="crew" label={t('numbersOnly.hire')} hint={t('numbersOnly.hireHint')} onPress={() => touch({ type: 'wantToHire' })} />
      </div>
    </main>
  );
}
