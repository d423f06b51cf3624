/* What does not work without the hall's system, and where to go instead. */
import type { ReactNode } from 'react';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Frame } from '../frame/frame.tsx';
import { useText, useTouch } from '../view/context.ts';

export function CannotNow({ screen }: { readonly screen: ScreenOf<'cannotNow'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const { why, canGoBack } = screen;
  return (
    <Frame look="centred" title={t('cannotNow.title')} actions={canGoBack
      ? <ActionButton look="main" icon="back" label={t('cannotNow.goBack')} onPress={() => touch({ type: 'back' })} />
      : <ActionButton look="main" icon="check" label={t('cannotNow.end')} onPress={() => touch({ type: 'end' })} />}>
      <Notice icon="plugOut" lines={[t(`cannotNow.${why}`), t('cannotNow.step'), ...(canGoBack ? [t('cannotNow.kept')] : [])]} />
    </Frame>
  );
}
