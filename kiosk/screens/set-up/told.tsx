/* A kiosk that its hall does not know: what workers read who come by, the signs as large as they can be, and what became of it. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { HoldButton } from '@kuaizhao/kiosk/kit/hold-button.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { stampWords } from '@kuaizhao/kiosk/i18n/format.ts';
import { Frame } from '../frame/frame.tsx';
import { useText, useTouch } from '../view/context.ts';

export function SetUpShut({ screen: { why } }: { readonly screen: ScreenOf<'setUpShut'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame look="centred" title={t('setUp.shut')} actions={<HoldButton icon="helmet" label={t('setUp.begin')} onHeld={() => touch({ type: 'go', to: 'setUp' })} />}>
      <Notice icon="stop" lines={[t('setUp.shutStep'), t(`setUp.why.${why}`)]} />
    </Frame>
  );
}

export function SetUpSigns({ screen: { signs } }: { readonly screen: ScreenOf<'setUpSigns'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame look="centred" title={t('setUp.signs')} hint={t('setUp.waiting')} actions={<ActionButton icon="stop" label={t('setUp.differ')} onPress={() => touch({ type: 'back' })} />}>
      <output className="set-up-signs" aria-label={t('setUp.signsLabel')}>{signs.split('-').map((part) => <span key={part}>{part}</span>)}</output>
      <p className="set-up-how">{t('setUp.signsSame')}</p>
      <p className="set-up-how">{t('setUp.signsDiffer')}</p>
    </Frame>
  );
}

export function SetUpRefused({ screen: { why, deviceId, clocks } }: { readonly screen: ScreenOf<'setUpRefused'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const step = why === 'otherName' ? t('setUp.refusals.otherName.step', { device: deviceId }) : t(`setUp.refusals.${why}.step`);
  return (
    <Frame look="centred" title={t('setUp.refused')} onBack={() => touch({ type: 'back' })} actions={<ActionButton look="main" label={t('setUp.again')} onPress={() => touch({ type: 'next' })} />}>
      <Notice icon="warning" lines={[t(`setUp.refusals.${why}.what`), ...(clocks === undefined ? [] : [t('setUp.clockHere', { at: stampWords(clocks.here) }), t('setUp.clockHall', { at: stampWords(clocks.hall) })]), step]} />
    </Frame>
  );
}

export function SetUpIn({ screen: { printers } }: { readonly screen: ScreenOf<'setUpIn'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame look="centred" title={t('setUp.in')} hint={t('setUp.inStep')} actions={<ActionButton look="main" icon="next" iconAfter label={t('setUp.go')} onPress={() => touch({ type: 'next' })} />}>
      {printers === undefined ? <Notice icon="check" lines={[t('setUp.inStep')]} /> : <Notice icon="printer" lines={[t('setUp.printers'), t('setUp.printersWhich', printers), t('setUp.printersStep')]} />}
    </Frame>
  );
}
