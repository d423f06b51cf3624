/* The number of an identity card by hand, checked while it is typed; it may be left out. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { NumberPad } from '@kuaizhao/kiosk/kit/pads.tsx';
import { Typed } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Frame } from '../frame/frame.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { useText, useTouch } from '../view/context.ts';

export function TypeId({ screen: { groups, state, left } }: { readonly screen: ScreenOf<'typeId'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('typeId.title')} hint={t('typeId.hint')} onBack={() => touch({ type: 'back' })} actions={<>
      <ActionButton label={t('typeId.skip')} onPress={() => touch({ type: 'skip' })} />
      <ActionButton look="main" icon="next" iconAfter label={t('do.next')} isDisabled={state !== 'complete'} onPress={() => touch({ type: 'next' })} />
    </>}>
      <div className="split pad-side id-pad">
        <Typed label={t('typeId.label')} value={groups.join(' ')} empty={t('typeId.empty')} note={groups.length === 0 ? undefined : state === 'typing' ? t('typeId.left', { n: left }) : t(`typeId.${state}`)} />
        <NumberPad
          name={t('typeId.label')} eraseName={t('do.erase')} xName={t('typeId.x')} canErase={groups.length > 0}
          onKey={(key) => touch(/\d/.test(key) ? { type: 'digit', digit: key } : { type: 'x' })} onErase={() => touch({ type: 'erase' })}
        />
      </div>
    </Frame>
  );
}
