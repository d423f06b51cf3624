/* Words that may not stand, marked in their sentence, with the reason and the way on without them. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Point } from '@kuaizhao/kiosk/kit/panels.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { Frame } from '../frame/frame.tsx';
import { useText, useTouch } from '../view/context.ts';

export function BlockedWords({ screen }: { readonly screen: ScreenOf<'blockedWords'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const { text, matched = { from: 0, to: text.length }, why, element } = screen.blocked;
  return (
    <Frame title={t('blockedWords.title')} hint={t('blockedWords.hint')} onBack={() => touch({ type: 'back' })} actions={
      <ActionButton look="hire" icon="check" label={t('blockedWords.without')} onPress={() => touch({ type: 'next' })} />
    }>
      <p className="blocked-text">{text.slice(0, matched.from)}<mark>{text.slice(matched.from, matched.to)}</mark>{text.slice(matched.to)}</p>
      <ul className="points few">
        <Point icon="stop" text={t(`blockedWords.why.${why}`)} />
        {element === 'place' ? <Point icon="pin" text={t('blockedWords.place')} /> : null}
      </ul>
    </Frame>
  );
}
