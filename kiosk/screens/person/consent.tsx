/* First visit: what is noted, what for, what never, and what one may ask for; then yes or no. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Point } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Frame } from '../frame/frame.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { useText, useTouch } from '../view/context.ts';

export function Consent({ screen }: { readonly screen: ScreenOf<'consent'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('consent.title')} hint={t('consent.hint')} actions={<>
      <ActionButton icon="cross" label={t('consent.decline')} onPress={() => touch({ type: 'decline' })} />
      <ActionButton look="main" icon="check" label={t('consent.agree')} onPress={() => touch({ type: 'agree' })} />
    </>}>
      <ul className="points">
        <Point icon="document" title={t('consent.whatTitle')} text={t('consent.what')} />
        <Point icon="purpose" title={t('consent.whyTitle')} text={t('consent.why')} />
        <Point icon="never" title={t('consent.notTitle')} text={t('consent.not')} />
        <Point icon="right" title={t('consent.rightTitle')} text={t('consent.right')} />
      </ul>
      <div className="aside">
        <span className="version">{t('consent.version', { version: screen.textVersion })}</span>
        <ActionButton icon="crew" label={t('consent.hireInstead')} onPress={() => touch({ type: 'wantToHire' })} />
      </div>
    </Frame>
  );
}
