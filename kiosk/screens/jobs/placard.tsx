/* The job slip as large as the screen: number, code, every term, and the places that are left now. */
import type { ReactNode } from 'react';
import type { JobLooked } from '@kuaizhao/kiosk/session/jobs/scenes.ts';
import { Frame } from '../frame/frame.tsx';
import { BigNumber } from '../frame/paper-panel.tsx';
import { TermList } from '../frame/term-list.tsx';
import { useText, useTouch } from '../view/context.ts';
import { SlipCode } from './slip-code.tsx';

export function Placard({ screen }: { readonly screen: JobLooked }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const { job: { number, terms, placesLeft }, employerName } = screen;
  return (
    <Frame title={t('placard.by', { name: employerName })} onBack={() => touch({ type: 'back' })}>
      <div className="placard-head">
        <div><BigNumber number={number} label={t('posted.numberLabel')} /><p className="placard-left">{placesLeft === 0 ? t('placard.full') : t('placard.left', { n: placesLeft })}</p></div>
        <SlipCode number={number} label={t('placard.code', { number })} />
      </div>
      <TermList terms={terms} name={t('posted.numberLabel')} />
    </Frame>
  );
}
