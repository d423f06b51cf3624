/* Facts as lines, each with its sign: what a job says, what is held of somebody. Long lists turn pages. */
import type { ReactNode } from 'react';
import { languageOf } from '@kuaizhao/kiosk/i18n/languages.ts';
import { Icon, type IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { useFace } from '../view/context.ts';
import { ChoiceGrid } from './choice-grid.tsx';

export interface FactLine { readonly id: string; readonly icon?: IconName; readonly name: string; readonly value: string; readonly isStrong?: boolean }

const leastEm = { short: { width: 12, height: 2.8 }, long: { width: 12, height: 3.8 }, longest: { width: 12, height: 4.6 } } as const;

export const FactList = ({ facts, name }: { readonly facts: readonly FactLine[]; readonly name: string }): ReactNode => (
  <ChoiceGrid items={facts} keyOf={(fact) => fact.id} name={name} leastEm={leastEm[languageOf(useFace().language).words]} order="list" maxColumns={1} renderTile={(fact) => (
    <div className={fact.isStrong === true ? 'fact is-strong' : 'fact'}>
      {fact.icon === undefined ? null : <Icon name={fact.icon} />}
      <span className="words"><span className="name">{fact.name}</span><span className="value">{fact.value}</span></span>
    </div>
  )} />
);
