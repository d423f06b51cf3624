/* What is provided, what is dangerous, who insures. */
import type { ReactNode } from 'react';
import { hazardSchema, insuranceSchema, type Hazard, type Insurance } from '@kuaizhao/db/domain/jobs/terms.ts';
import { Icon, type IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { useText } from '../view/context.ts';
import { PartFrame, useChoose, useSetTerms, type PartProps } from './part-frame.tsx';

const provided = [['meals', 'meals'], ['transport', 'van'], ['tools', 'tools']] as const;
const hazardPictures: Record<Exclude<Hazard, 'none'>, IconName> = { height: 'height', dust: 'dust', toxic: 'toxic', heavyLoad: 'heavyLoad', hotWork: 'hotWork', machine: 'machine' };
const insurancePictures: Record<Insurance, IconName> = { employer: 'shield', hall: 'company', none: 'cross' };
const providedEm = { width: 12, height: 3.8 } as const;
const dangers = hazardSchema.exclude(['none']).options;
const hazardEm = { width: 5.4, height: 5.2 } as const;
const insuranceEm = { width: 12, height: 4 } as const;

export function ProvidedPart({ screen }: PartProps): ReactNode {
  const t = useText();
  const set = useSetTerms();
  const { draft } = screen;
  const complete = provided.every(([term]) => draft[term] !== undefined);
  return (
    <PartFrame screen={screen} title={t('jobConditions.title')} hint={t('jobConditions.hint')} ready={complete}>
      <ChoiceGrid items={provided} keyOf={([term]) => term} name={t('jobConditions.title')} leastEm={providedEm} order="list" maxColumns={1}
        renderTile={([term, picture]) => <Tile shape="row" label={t(`jobConditions.${term}`)} hint={draft[term] === true ? t('jobConditions.yes') : t('jobConditions.no')}
          picture={<Icon name={picture} />} isSelected={draft[term] === true} onPress={() => set({ [term]: draft[term] !== true })} />} />
    </PartFrame>
  );
}

export function HazardsPart({ screen }: PartProps): ReactNode {
  const t = useText();
  const set = useSetTerms();
  const { hazards = [], protection = false } = screen.draft;
  const dangerous = hazards.some((hazard) => hazard !== 'none');
  const toggle = (hazard: Hazard): void => {
    const without = hazards.filter((one) => one !== hazard);
    // The last one cannot be taken out again, only replaced: a posting says something about danger.
    if (without.length < hazards.length) return without.length === 0 ? undefined : set({ hazards: without });
    set({ hazards: hazard === 'none' ? ['none'] : [...hazards.filter((one) => one !== 'none'), hazard] });
  };
  return (
    <PartFrame screen={screen} title={t('jobConditions.hazards')} hint={t('jobConditions.hazardsHint')} ready={hazards.length > 0 && (!dangerous || protection)}
      missing={dangerous ? t('jobConditions.protectionHint') : undefined}>
      <div className="hazards">
        <ChoiceGrid items={dangers} keyOf={(one) => one} name={t('jobConditions.hazards')} leastEm={hazardEm} maxColumns={3}
          renderTile={(one) => <Tile label={t(`hazard.${one}`)} picture={<Icon name={hazardPictures[one]} />} isSelected={hazards.includes(one)} onPress={() => toggle(one)} />} />
        <div className="hazard-rest">
          <Tile shape="row" label={t('hazard.none')} picture={<Icon name="check" />} isSelected={hazards.includes('none')} onPress={() => toggle('none')} />
          {dangerous ? <Tile shape="row" label={t('jobConditions.protection')} hint={t('jobConditions.protectionHint')} picture={<Icon name="helmet" />} isSelected={protection} onPress={() => set({ protection: !protection })} /> : null}
        </div>
      </div>
    </PartFrame>
  );
}

export function InsurancePart({ screen }: PartProps): ReactNode {
  const t = useText();
  const choose = useChoose();
  return (
    <PartFrame screen={screen} title={t('jobConditions.insurance')} hint={t('jobConditions.insuranceHint')} ready={screen.draft.insurance !== undefined}>
      <ChoiceGrid items={insuranceSchema.options} keyOf={(one) => one} name={t('jobConditions.insurance')} leastEm={insuranceEm} order="list" maxColumns={1}
        renderTile={(one) => <Tile shape="row" label={t(`insurance.${one}`)} picture={<Icon name={insurancePictures[one]} />} isSelected={screen.draft.insurance === one} onPress={() => choose({ insurance: one })} />} />
    </PartFrame>
  );
}
