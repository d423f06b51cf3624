/* Nothing is open, or everything is given out: no fault of the person, and a way on for who is known. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { Frame } from '../frame/frame.tsx';
import { useText, useTouch } from '../view/context.ts';

const pictures = { closed: 'evening', notNow: 'wait', full: 'crew' } as const;

export function Shut({ screen: { kind, more } }: { readonly screen: ScreenOf<'shut'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame look="centred" title={t(`shut.${kind}.title`)} actions={<>
      {more ? <ActionButton icon="home" label={t('myPage')} onPress={() => touch({ type: 'go', to: 'home' })} /> : null}
      <ActionButton look="main" icon="check" label={t('shut.done')} onPress={() => touch({ type: 'end' })} />
    </>}>
      <Notice icon={pictures[kind]} lines={[t(`shut.${kind}.step`)]} />
    </Frame>
  );
}
