/* 意见箱: a face, then what it was about. */
import type { ReactNode } from 'react';
import { opinionReasonSchema } from '@kuaizhao/db/domain/opinions/commands.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useText, useTouch } from '../view/context.ts';

const faceEm = { width: 12, height: 3.8 } as const;
const reasonEm = { width: 7, height: 2.7 } as const;
/** The best on top, where the eye begins. */
const stars = [5, 4, 3, 2, 1] as const;

export function Opinion({ screen: { stars: given, reasons } }: { readonly screen: ScreenOf<'opinion'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  if (given === undefined) {
    return (
      <Frame title={t('opinion.title')} hint={t('opinion.hint')} onBack={() => touch({ type: 'back' })}>
        <ChoiceGrid items={stars} keyOf={String} name={t('opinion.title')} leastEm={faceEm} order="list" maxColumns={1}
          renderTile={(n) => <Tile shape="row" label={t(`opinion.star.s${n}`)} picture={<Icon name={`face${n}`} />} onPress={() => touch({ type: 'choose', id: String(n) })} />} />
      </Frame>
    );
  }
  return (
    <Frame title={t('opinion.why')} hint={t('opinion.whyHint')} onBack={() => touch({ type: 'back' })} actions={<ActionButton look="main" icon="check" label={t('opinion.send')} onPress={() => touch({ type: 'next' })} />}>
      <ChoiceGrid items={opinionReasonSchema.options} keyOf={(reason) => reason} name={t('opinion.why')} leastEm={reasonEm} order="list" maxColumns={2}
        renderTile={(reason) => <Tile shape="key" label={t(`opinion.reason.${reason}`)} isSelected={reasons.includes(reason)} onPress={() => touch({ type: 'choose', id: reason })} />} />
    </Frame>
  );
}
