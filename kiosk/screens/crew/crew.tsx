/* A crew: card after card, numbers on the screen, and one button when all are there. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { CardOnReader } from '@kuaizhao/kiosk/kit/icons/card-on-reader.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { Frame } from '../frame/frame.tsx';
import { Reason } from '../frame/reason.tsx';
import { useText, useTouch } from '../view/context.ts';

export function Crew({ screen: { numbers, together, trouble, canForm } }: { readonly screen: ScreenOf<'crew'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  if (together.length > 0) {
    return (
      <Frame title={t('crew.stands')} hint={t('crew.standsHint')} onBack={() => touch({ type: 'back' })} actions={<ActionButton icon="cross" label={t('crew.leave')} onPress={() => touch({ type: 'decline' })} />}>
        <Notice icon="crew" lines={[t('crew.have', { n: together.length })]} />
        <Numbers numbers={together} />
      </Frame>
    );
  }
  if (numbers.length === 0) {
    return <Frame title={t('crew.title')} hint={t('crew.hint')} onBack={() => touch({ type: 'back' })}><Notice icon="ticket" lines={[t('crew.first')]} /></Frame>;
  }
  return (
    <Frame title={t('crew.place')} hint={t('crew.hint')} onBack={() => touch({ type: 'back' })} actions={
      <ActionButton look="main" icon="crew" label={t('crew.form', { n: numbers.length })} isDisabled={!canForm} onPress={() => touch({ type: 'next' })} />
    }>
      <div className="waiting"><CardOnReader motion="place" label={t('crew.place')} /></div>
      {trouble === undefined ? null : <Reason icon="warning" isWarm lines={[t(`crew.trouble.${trouble}`)]} />}
      <Numbers numbers={numbers} />
    </Frame>
  );
}

const Numbers = ({ numbers }: { readonly numbers: readonly string[] }): ReactNode => <ul className="crew-numbers" aria-live="polite">{numbers.map((number) => <li key={number}>{number}</li>)}</ul>;
