/* Whoever sets a kiosk up types two things, on keys for hands in gloves: where the hall is, and the code that it shows. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { CharacterPad, NumberPad } from '@kuaizhao/kiosk/kit/pads.tsx';
import { Typed } from '@kuaizhao/kiosk/kit/panels.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { addressPages } from '@kuaizhao/kiosk/session/set-up/scenes.ts';
import { Frame } from '../frame/frame.tsx';
import { useText, useTouch } from '../view/context.ts';

export function SetUpAddress({ screen: { typed, complete, page } }: { readonly screen: ScreenOf<'setUpAddress'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const other = page === 'digits' ? 'letters' : 'digits';
  return (
    <Frame title={t('setUp.address')} hint={t('setUp.addressHint')} onBack={() => touch({ type: 'back' })} actions={<>
      <ActionButton icon="pencil" label={other === 'letters' ? t('setUp.toLetters') : t('setUp.toDigits')} onPress={() => touch({ type: 'go', to: other })} />
      <ActionButton look="main" icon="next" iconAfter label={t('do.next')} isDisabled={!complete} onPress={() => touch({ type: 'next' })} />
    </>}>
      <div className={`set-up-address page-${page}`}>
        <Typed label={t('setUp.addressLabel')} value={typed} empty={t('setUp.addressEmpty')} />
        <CharacterPad name={t('setUp.addressLabel')} keys={addressPages[page]} eraseName={t('do.erase')} canErase={typed !== ''} onKey={(id) => touch({ type: 'choose', id })} onErase={() => touch({ type: 'erase' })} />
      </div>
    </Frame>
  );
}

export function SetUpCode({ screen: { digits, complete, deviceId } }: { readonly screen: ScreenOf<'setUpCode'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('setUp.code')} hint={t('setUp.codeHint', { device: deviceId })} onBack={() => touch({ type: 'back' })} actions={
      <ActionButton look="main" icon="next" iconAfter label={t('do.next')} isDisabled={!complete} onPress={() => touch({ type: 'next' })} />
    }>
      <div className="split pad-side">
        <Typed label={t('setUp.codeLabel')} value={`${digits.slice(0, 4)} ${digits.slice(4)}`.trim()} empty={t('setUp.codeEmpty')} />
        <NumberPad name={t('setUp.codeLabel')} eraseName={t('do.erase')} canErase={digits !== ''} onKey={(digit) => touch({ type: 'digit', digit })} onErase={() => touch({ type: 'erase' })} />
      </div>
    </Frame>
  );
}
