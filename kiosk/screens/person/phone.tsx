/* A phone number on a number pad; it may be skipped. */
import type { ReactNode } from 'react';
import { phoneGroups } from '@kuaizhao/kiosk/i18n/format.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { NumberPad } from '@kuaizhao/kiosk/kit/pads.tsx';
import { Typed } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Frame } from '../frame/frame.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { useText, useTouch } from '../view/context.ts';

export function Phone({ screen }: { readonly screen: ScreenOf<'phone'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('phone.title')} hint={t('phone.hint')} onBack={() => touch({ type: 'back' })} actions={<>
      <ActionButton label={t('phone.skip')} onPress={() => touch({ type: 'skip' })} />
      <ActionButton look="main" icon="next" iconAfter label={t('do.next')} isDisabled={!screen.complete} onPress={() => touch({ type: 'next' })} />
    </>}>
      <div className="split pad-side">
        <Typed label={t('phone.label')} value={phoneGroups(screen.digits)} empty={t('phone.empty')} />
        <NumberPad name={t('phone.label')} eraseName={t('do.erase')} canErase={screen.digits !== ''} onKey={(digit) => touch({ type: 'digit', digit })} onErase={() => touch({ type: 'erase' })} />
      </div>
    </Frame>
  );
}
