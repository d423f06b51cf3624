/* A contractor or agency says whose work it is: the slip carries that name. */
import type { ReactNode } from 'react';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useText, useTouch } from '../view/context.ts';
import { employerPictures } from './who-am-i.tsx';

const leastEm = { width: 14, height: 4.9 } as const;

export function Principals({ screen }: { readonly screen: ScreenOf<'principals'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('principals.title')} hint={t('principals.hint')} onBack={() => touch({ type: 'back' })}>
      <ChoiceGrid items={screen.principals} keyOf={(one) => one.employerId} name={t('principals.title')} leastEm={leastEm} order="list" maxColumns={2}
        renderTile={(one) => <Tile shape="row" label={one.name} hint={t(`employerKind.${one.kind}`)} picture={<Icon name={employerPictures[one.kind]} />} onPress={() => touch({ type: 'choose', id: one.employerId })} />} />
      <p className="desk-hint"><Icon name="company" />{t('principals.desk')}</p>
    </Frame>
  );
}
