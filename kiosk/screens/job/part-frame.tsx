/* The frame of one question of a posting: how far along, the question, back and on. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { jobSteps } from '@kuaizhao/kiosk/session/job/job-steps.ts';
import type { DraftTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { Frame } from '../frame/frame.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { useText, useTouch, useViewOf } from '../view/context.ts';
import type { JobStep } from '@kuaizhao/kiosk/session/job/job-steps.ts';

export type JobScreen = ScreenOf<JobStep>;
export interface PartProps {
  readonly screen: JobScreen;
}

export interface PartFrameProps extends PartProps {
  readonly title: string;
  readonly hint?: string | undefined;
  /** what this part asks for is there, so that 下一步 leads on */
  readonly ready: boolean;
  /** said on the button's place when it cannot be pressed */
  readonly missing?: string | undefined;
  /** another way on, beside 下一步 */
  readonly beside?: ReactNode;
  /** what was only typed is told to the session before going on */
  readonly onNext?: () => void;
  readonly children: ReactNode;
}

function Progress({ screen }: PartProps): ReactNode {
  const t = useText();
  const at = jobSteps.indexOf(screen.at);
  return (
    <div className="progress">
      <span className="employer">{t('step.employer', { name: screen.realEmployerName ?? screen.employerName })}</span>
      <div className="way" role="img" aria-label={t('step.label', { n: at + 1, all: jobSteps.length })}>
        {jobSteps.map((step, index) => <i key={step} className={index < at ? 'is-done' : index === at ? 'is-here' : ''} />)}
      </div>
    </div>
  );
}

export function PartFrame({ screen, title, hint, ready, missing, beside, onNext, children }: PartFrameProps): ReactNode {
  const t = useText();
  const { onward, backward } = usePartMoves();
  const editing = useViewOf((view) => view.editing);
  const go = (): void => {
    onNext?.();
    onward();
  };
  return (
    <Frame above={<Progress screen={screen} />} title={title} hint={hint} onBack={backward} actions={<>
      {beside}
      <ActionButton look="main" icon={editing ? 'check' : 'next'} iconAfter={!editing} label={editing ? t('jobCheck.done') : t('do.next')} hint={ready ? undefined : missing} isDisabled={!ready} onPress={go} />
    </>}>{children}</Frame>
  );
}

export function usePartMoves(): { readonly onward: () => void; readonly backward: () => void } {
  const onward = useViewOf((view) => view.onward);
  const backward = useViewOf((view) => view.backward);
  return { onward, backward };
}

/** Tells the session the element, and goes on to the next question: one tap where one choice is all there is. */
export function useChoose(): (terms: DraftTerms) => void {
  const touch = useTouch();
  const { onward } = usePartMoves();
  return (terms) => {
    touch({ type: 'setTerms', terms });
    onward();
  };
}

export function useSetTerms(): (terms: DraftTerms) => void {
  const touch = useTouch();
  return (terms) => touch({ type: 'setTerms', terms });
}
