/* For whom somebody hires: the employers whose card this is, or the own household. */
import type { ReactNode } from 'react';
import { Icon, type IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { useText, useTouch } from '../view/context.ts';

type Choice = ScreenOf<'whoAmI'>['employers'][number];
type EmployerKind = Choice['kind'];

export const employerPictures: Record<EmployerKind, IconName> = { enterprise: 'company', soleTrader: 'shop', household: 'home', agency: 'briefcase', contractor: 'crew' };
const leastEm = { width: 14, height: 4.9 } as const;
const ownHousehold = 'household';

export function WhoAmI({ screen }: { readonly screen: ScreenOf<'whoAmI'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  // Whoever has no household of their own here yet can make one now: that choice stands last.
  const choices: readonly (Choice | typeof ownHousehold)[] = screen.employers.some((one) => one.kind === 'household') ? screen.employers : [...screen.employers, ownHousehold];
  return (
    <Frame title={t('whoAmI.title')} hint={t('whoAmI.hint')} onBack={() => touch({ type: 'back' })}>
      <ChoiceGrid items={choices} keyOf={(one) => (one === ownHousehold ? one : one.employerId)} name={t('whoAmI.title')} leastEm={leastEm} order="list" maxColumns={2} renderTile={(one) => (one === ownHousehold
        ? <Tile shape="row" label={t('whoAmI.household')} hint={t('whoAmI.householdHint')} picture={<Icon name="home" />} onPress={() => touch({ type: 'household' })} />
        : <Tile shape="row" label={one.name} hint={t(`employerKind.${one.kind}`)} picture={<Icon name={employerPictures[one.kind]} />} onPress={() => touch({ type: 'employer', employerId: one.employerId })} />)} />
      <p className="desk-hint"><Icon name="company" />{t('whoAmI.moreAtDesk')}</p>
    </Frame>
  );
}
