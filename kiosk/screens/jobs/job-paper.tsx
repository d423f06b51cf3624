/* A paper of a job on its way out of the printer, with the number that stands on it. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { Frame } from '../frame/frame.tsx';
import { BigNumber, PaperPanel } from '../frame/paper-panel.tsx';
import { useText, useTouch } from '../view/context.ts';

export function JobPaper({ screen }: { readonly screen: ScreenOf<'jobPaper'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const { job: { number }, paper, paperOf } = screen;
  return (
    <Frame look="centred" title={t(`jobPaper.${paperOf}`)} actions={<ActionButton look="main" icon="back" label={t('jobPaper.back')} onPress={() => touch({ type: 'next' })} />}>
      <div className="finished">
        <section className="number-card"><BigNumber number={number} label={t('posted.numberLabel')} /></section>
        <PaperPanel paper={paper} number={number} printed={t(paperOf === 'slip' ? 'jobPaper.slipOut' : 'jobPaper.drawOut')} />
      </div>
    </Frame>
  );
}
