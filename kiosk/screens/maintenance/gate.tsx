/* Staff say who they are: the name, the own card where the hall holds it, the PIN. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { CardOnReader } from '@kuaizhao/kiosk/kit/icons/card-on-reader.tsx';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { NumberPad } from '@kuaizhao/kiosk/kit/pads.tsx';
import { Notice, Typed } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useText, useTouch } from '../view/context.ts';

const leastEm = { width: 9, height: 3.6 } as const;

export function MaintainWho({ screen: { staff } }: { readonly screen: ScreenOf<'maintainWho'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('maintain.who')} hint={t('maintain.whoHint')} onBack={() => touch({ type: 'back' })}>
      {staff.length === 0 ? <Notice icon="stop" lines={[t('maintain.nobody'), t('maintain.nobodyStep')]} /> : (
        <ChoiceGrid items={staff} keyOf={({ staffId }) => staffId} name={t('maintain.who')} leastEm={leastEm} order="list" maxColumns={2}
          renderTile={({ staffId, staffName, withCard }) => <Tile shape="row" label={staffName} picture={<Icon name="helmet" />} hint={withCard ? t('maintain.withCard') : t('maintain.withPin')} onPress={() => touch({ type: 'choose', id: staffId })} />} />
      )}
    </Frame>
  );
}

export function MaintainCard({ screen: { staffName } }: { readonly screen: ScreenOf<'maintainCard'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame look="centred" title={t('maintain.card', { name: staffName })} hint={t('maintain.cardHint')} onBack={() => touch({ type: 'back' })}>
      <div className="waiting"><CardOnReader motion="place" label={t('maintain.cardHint')} /></div>
    </Frame>
  );
}

export function MaintainPin({ screen }: { readonly screen: ScreenOf<'maintainPin'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const { staffName, typed, complete, trouble, waitSeconds } = screen;
  const note = trouble === 'wait' ? t('maintain.wait', { n: waitSeconds }) : trouble === 'wrong' ? t('maintain.wrong') : undefined;
  return (
    <Frame title={t('maintain.pin', { name: staffName })} hint={t('maintain.pinHint')} onBack={() => touch({ type: 'back' })} actions={
      <ActionButton look="main" icon="next" iconAfter label={t('do.next')} isDisabled={!complete} onPress={() => touch({ type: 'next' })} />
    }>
      <div className="split pad-side">
        <Typed label={t('maintain.pinLabel')} value={'●'.repeat(typed)} empty={t('maintain.pinEmpty')} note={note} />
        <NumberPad name={t('maintain.pinLabel')} eraseName={t('do.erase')} canErase={typed > 0} onKey={(digit) => touch({ type: 'digit', digit })} onErase={() => touch({ type: 'erase' })} />
      </div>
    </Frame>
  );
}

export function MaintainAway(): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame look="centred" title={t('maintain.away')} onBack={() => touch({ type: 'back' })}>
      <Notice icon="plugOut" lines={[t('maintain.awayBody'), t('maintain.awayStep')]} />
    </Frame>
  );
}
