/* Trouble, each with its next step: a card that cannot be read, somebody too young, a refusal, a silent agent. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { CardOnReader } from '@kuaizhao/kiosk/kit/icons/card-on-reader.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Frame } from '../frame/frame.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { useText, useTouch, useViewOf } from '../view/context.ts';
import { partOfField, termOfField } from '../view/job-parts.ts';

export function Minor(): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame look="centred" title={t('minor.title')} actions={<ActionButton look="main" label={t('minor.done')} onPress={() => touch({ type: 'end' })} />}>
      <Notice icon="stop" lines={[t('minor.body'), t('minor.step')]} />
    </Frame>
  );
}

/** Somebody who can try again sees the card and the reader; somebody who cannot sees where to go. */
export function CardTrouble({ screen }: { readonly screen: ScreenOf<'cardTrouble'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const { trouble, canType } = screen;
  const canTryAgain = trouble !== 'rejectedCard';
  return (
    <Frame look="centred" title={t(`cardTrouble.${trouble}.title`)} hint={canTryAgain ? t(`cardTrouble.${trouble}.step`) : undefined} actions={canType ? <ActionButton icon="pencil" label={t('typeId.door')} onPress={() => touch({ type: 'go', to: 'noCard' })} /> : undefined}>
      {canTryAgain ? <div className="waiting"><CardOnReader motion="place" label={t('attract.readerPicture')} /></div> : <Notice icon="warning" lines={[t(`cardTrouble.${trouble}.step`)]} />}
    </Frame>
  );
}

export function Refused({ screen }: { readonly screen: ScreenOf<'refused'> }): ReactNode {
  const t = useText();
  const repair = useViewOf((view) => view.repair);
  const { code, field } = screen.refusal;
  const term = termOfField(field);
  const named = term === undefined ? [] : [code === 'termMissing' ? t('refused.missing', { term: t(`term.${term}`) }) : t('refused.wrong', { term: t(`term.${term}`) })];
  return (
    <Frame look="centred" title={t('refused.title')} actions={<ActionButton look="main" icon="back" label={term === undefined ? t('do.back') : t('refused.back')} onPress={() => repair(partOfField(field))} />}>
      <Notice icon="warning" lines={[t(`refusal.${code}`), ...named]} />
    </Frame>
  );
}

export function NoAgent(): ReactNode {
  const t = useText();
  return (
    <Frame look="centred" title={t('noAgent.title')}>
      <Notice icon="plugOut" lines={[t('noAgent.body'), t('noAgent.step')]} />
    </Frame>
  );
}
