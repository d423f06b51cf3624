/* The frame of every screen: one big title, one task, and the buttons that lead on where a hand reaches them. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { useText } from '../view/context.ts';

export interface FrameProps {
  readonly title: string;
  readonly hint?: string | undefined;
  /** what stands above the title: the progress of a posting */
  readonly above?: ReactNode;
  readonly look?: 'plain' | 'centred';
  readonly onBack?: (() => void) | undefined;
  /** the buttons beside 返回, the main one last */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

export function Frame({ title, hint, above, look = 'plain', onBack, actions, children }: FrameProps): ReactNode {
  const t = useText();
  return (
    <>
      <main className={`task look-${look}`}>
        {above}
        <div className="heading">
          <h1>{title}</h1>
          {hint === undefined ? null : <p className="task-hint">{hint}</p>}
        </div>
        <div className="body">{children}</div>
      </main>
      {onBack === undefined && actions === undefined ? <span /> : (
        <div className="actions">
          {onBack === undefined ? null : <ActionButton icon="back" label={t('do.back')} onPress={onBack} />}
          {actions}
        </div>
      )}
    </>
  );
}
