/* What was done, and what happens next: one sentence, and the way on. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { Frame } from '../frame/frame.tsx';
import { useText, useTouch } from '../view/context.ts';

export function Told({ screen: { what, number, more } }: { readonly screen: ScreenOf<'told'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame look="centred" title={t(`told.title.${what}`)} actions={<>
      {more ? <ActionButton icon="home" label={t('myPage')} onPress={() => touch({ type: 'go', to: 'home' })} /> : null}
      <ActionButton look="main" icon="check" label={t('told.done')} onPress={() => touch({ type: 'end' })} />
    </>}>
      <Notice icon="check" lines={[...(number === undefined ? [] : [number]), t(`told.next.${what}`)]} />
    </Frame>
  );
}
