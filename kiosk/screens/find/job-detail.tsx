/* One job whole: money first, everything the law wants said, why it has not called, and one button. */
import type { ReactNode } from 'react';
import { tradeName } from '@kuaizhao/kiosk/i18n/format.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { FactList } from '../frame/fact-list.tsx';
import { Frame } from '../frame/frame.tsx';
import { Reason } from '../frame/reason.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';
import { useHallNow } from '../view/hall-clock.ts';
import { jobFacts, whyLines } from '../view/job-words.ts';

export function JobDetail({ screen: { job, why } }: { readonly screen: ScreenOf<'jobDetail'> }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  const now = useHallNow();
  return (
    <Frame title={tradeName(job.terms.trade, language)} hint={t('job.number', { number: job.number })} onBack={() => touch({ type: 'back' })} actions={
      <ActionButton look="main" icon="hand" label={t('job.apply')} onPress={() => touch({ type: 'agree' })} />
    }>
      <FactList facts={jobFacts(t, language, job, now)} name={t('job.title')} />
      {why === undefined ? null : <Reason icon="ear" lines={whyLines(t, language, why)} />}
    </Frame>
  );
}
