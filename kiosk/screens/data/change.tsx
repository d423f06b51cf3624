/* Putting data right: another phone, other trades, consent by purpose. */
import type { ReactNode } from 'react';
import { purposeSchema, type Purpose } from '@kuaizhao/db/domain/people/commands.ts';
import { phoneGroups } from '@kuaizhao/kiosk/i18n/format.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon, type IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { NumberPad } from '@kuaizhao/kiosk/kit/pads.tsx';
import { Typed } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { TradeGrid } from '../frame/trade-grid.tsx';
import { useText, useTouch } from '../view/context.ts';
import { between } from '../view/job-words.ts';

const leastEm = { width: 14, height: 4.6 } as const;
const pictures: Readonly<Record<Purpose, IconName>> = { registration: 'search', phoneToEmployer: 'phone', district: 'pin', sharing: 'home' };

export function NewPhone({ screen: { digits, complete } }: { readonly screen: ScreenOf<'newPhone'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('newPhone.title')} hint={t('newPhone.hint')} onBack={() => touch({ type: 'back' })} actions={<>
      <ActionButton label={t('newPhone.remove')} onPress={() => touch({ type: 'skip' })} />
      <ActionButton look="main" icon="next" iconAfter label={t('do.next')} isDisabled={!complete} onPress={() => touch({ type: 'next' })} />
    </>}>
      <div className="split pad-side">
        <Typed label={t('phone.label')} value={phoneGroups(digits)} empty={t('phone.empty')} />
        <NumberPad name={t('phone.label')} eraseName={t('do.erase')} canErase={digits !== ''} onKey={(digit) => touch({ type: 'digit', digit })} onErase={() => touch({ type: 'erase' })} />
      </div>
    </Frame>
  );
}

export function NewTrades({ screen: { chosen } }: { readonly screen: ScreenOf<'newTrades'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const n = chosen.length;
  return (
    <Frame title={t('newTrades.title')} hint={t('newTrades.hint')} onBack={() => touch({ type: 'back' })} actions={
      <ActionButton look="main" icon="check" label={t('newTrades.save')} hint={n === 0 ? t('trades.none') : t('trades.chosen', { n })} isDisabled={n === 0} onPress={() => touch({ type: 'next' })} />
    }>
      <TradeGrid name={t('newTrades.title')} chosen={chosen} onPress={(trade) => touch({ type: 'toggleTrade', trade: trade.code })} />
    </Frame>
  );
}

/** Each purpose for itself; the district is asked for at a window, where it is written down. */
export function Consents({ screen: { consents } }: { readonly screen: ScreenOf<'consents'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('consents.title')} hint={t('consents.hint')} onBack={() => touch({ type: 'back' })}>
      <ChoiceGrid items={purposeSchema.options} keyOf={(purpose) => purpose} name={t('consents.title')} leastEm={leastEm} order="list" maxColumns={1} renderTile={(purpose) => {
        const given = consents.includes(purpose);
        return <Tile shape="row" label={t(`consents.purpose.${purpose}`)} hint={[given ? t('consents.on') : t('consents.off'), t(`consents.what.${purpose}`)].join(between)} picture={<Icon name={pictures[purpose]} />} isSelected={given} onPress={() => touch({ type: 'choose', id: purpose })} />;
      }} />
    </Frame>
  );
}
