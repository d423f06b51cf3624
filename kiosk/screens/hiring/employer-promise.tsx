/* 用工承诺书 of a household: five sentences, yes or no. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Point } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Frame } from '../frame/frame.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { useText, useTouch } from '../view/context.ts';

export function EmployerPromise({ screen }: { readonly screen: ScreenOf<'promise'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('promise.title')} hint={t('promise.hint')} actions={<>
      <ActionButton icon="cross" label={t('promise.decline')} onPress={() => touch({ type: 'decline' })} />
      <ActionButton look="hire" icon="check" label={t('promise.agree')} onPress={() => touch({ type: 'agree' })} />
    </>}>
      <ul className="points">
        <Point icon="coins" text={t('promise.pay')} />
        <Point icon="document" text={t('promise.truth')} />
        <Point icon="crew" text={t('promise.fair')} />
        <Point icon="helmet" text={t('promise.safe')} />
        <Point icon="never" text={t('promise.noFee')} />
      </ul>
      <span className="version">{t('promise.version', { version: screen.promiseVersion })}</span>
    </Frame>
  );
}
