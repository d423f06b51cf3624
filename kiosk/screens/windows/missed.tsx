/* Somebody missed a call and is here again: the letter of the number, then its digits. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { NumberPad } from '@kuaizhao/kiosk/kit/pads.tsx';
import { Typed } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';

const leastEm = { width: 9, height: 3.6 } as const;

export function Missed({ screen: { series, digits } }: { readonly screen: ScreenOf<'missed'> }): ReactNode {
  const { hall } = useFace();
  const t = useText();
  const touch = useTouch();
  if (series === undefined) {
    return (
      <Frame title={t('windows.missedTitle')} hint={t('windows.missedHint')} onBack={() => touch({ type: 'back' })}>
        <ChoiceGrid items={hall?.services ?? []} keyOf={(service) => service.code} name={t('windows.missedTitle')} leastEm={leastEm} order="list" maxColumns={2}
          renderTile={(service) => <Tile shape="row" label={service.label} picture={<span className="letter" aria-hidden="true">{service.series}</span>} onPress={() => touch({ type: 'choose', id: service.series })} />} />
      </Frame>
    );
  }
  return (
    <Frame title={t('windows.missedDigits')} hint={t('windows.missedHint')} onBack={() => touch({ type: 'back' })} actions={
      <ActionButton look="main" icon="check" label={t('windows.again')} isDisabled={digits === ''} onPress={() => touch({ type: 'next' })} />
    }>
      <div className="split pad-side">
        <Typed label={t('number.title')} value={`${series}${digits}`} empty={t('phone.empty')} />
        <NumberPad name={t('number.title')} eraseName={t('do.erase')} canErase={digits !== ''} onKey={(digit) => touch({ type: 'digit', digit })} onErase={() => touch({ type: 'erase' })} />
      </div>
    </Frame>
  );
}
