/* The frame of one change to a job: the question, what follows from it, and the button that sends it. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { Frame } from '../frame/frame.tsx';
import { useText, useTouch } from '../view/context.ts';

export interface ChangeProps { readonly screen: ScreenOf<'jobChange'> }

export function ChangeFrame({ title, hint, ready, label, children }: { readonly title: string; readonly hint: string; readonly ready: boolean; readonly label?: string; readonly children: ReactNode }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={title} hint={hint} onBack={() => touch({ type: 'back' })} actions={
      <ActionButton look="hire" icon="check" label={label ?? t('jobChange.save')} hint={ready ? undefined : t('jobChange.nothing')} isDisabled={!ready} onPress={() => touch({ type: 'next' })} />
    }>{children}</Frame>
  );
}
