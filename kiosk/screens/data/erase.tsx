/* Letting all of it go: what goes, what stays, and a button that is held for the second yes. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { HoldButton } from '@kuaizhao/kiosk/kit/hold-button.tsx';
import { Notice, Point } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Frame } from '../frame/frame.tsx';
import { useText, useTouch } from '../view/context.ts';

export function Erase(): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('erase.title')} onBack={() => touch({ type: 'back' })} actions={<ActionButton icon="bin" label={t('erase.next')} onPress={() => touch({ type: 'next' })} />}>
      <ul className="points">
        <Point icon="bin" title={t('erase.goes')} text={t('erase.goesWhat')} />
        <Point icon="document" title={t('erase.stays')} text={t('erase.staysWhat')} />
        <Point icon="idCard" title={t('erase.later')} text={t('erase.laterWhat')} />
      </ul>
    </Frame>
  );
}

export function EraseSure(): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame look="centred" title={t('erase.sureTitle')} hint={t('erase.sureHint')} actions={<ActionButton look="main" icon="back" label={t('erase.keep')} onPress={() => touch({ type: 'back' })} />}>
      <Notice icon="bin" lines={[t('erase.sure')]} />
      <HoldButton icon="bin" label={t('erase.hold')} onHeld={() => touch({ type: 'agree' })} />
    </Frame>
  );
}
