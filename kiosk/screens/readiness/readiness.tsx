/* Every part of this machine and of the hall with its state, what hinders opening first, and the next step for what is not well. */
import type { ReactNode } from 'react';
import type { Checked } from '@kuaizhao/db/domain/devices/commands.ts';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon, type IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';

const signs: Readonly<Record<Checked['state'], IconName>> = { ok: 'check', soon: 'warning', bad: 'stop', unknown: 'wait' };
const weight: Readonly<Record<Checked['state'], number>> = { bad: 0, soon: 1, unknown: 2, ok: 3 };
/** Height of a row in ems of its label: the hint grows faster than the label does, and takes lines more. */
const rowEm = [2.35, 3, 3.9] as const;

type Found = Checked & { readonly ofHall: boolean };

export function Readiness({ screen }: { readonly screen: ScreenOf<'readiness'> }): ReactNode {
  const { textStep } = useFace();
  const t = useText();
  const touch = useTouch();
  const { own, hall, printing } = screen;
  const ofHall: readonly Checked[] = hall ?? [{ check: 'link', state: 'bad' }];
  const all: Found[] = [...own.map((one) => ({ ...one, ofHall: false })), ...ofHall.map((one) => ({ ...one, ofHall: hall !== undefined }))];
  const sorted = all.toSorted((one, other) => weight[one.state] - weight[other.state]);
  const ready = all.every(({ state }) => state !== 'bad');
  return (
    <Frame title={ready ? t('readiness.ready') : t('readiness.notReady')} onBack={() => touch({ type: 'back' })} actions={(
      <>
        <ActionButton look="plain" icon="check" label={t('readiness.again')} onPress={() => touch({ type: 'readiness' })} />
        <ActionButton look="main" icon="printer" label={printing ? t('readiness.printing') : t('readiness.print')} isDisabled={hall === undefined || printing} onPress={() => touch({ type: 'next' })} />
      </>
    )}>
      <ChoiceGrid items={sorted} keyOf={keyOf} renderTile={(found) => <Row found={found} />} leastEm={{ width: 16, height: rowEm[textStep] }} maxColumns={1} order="list" name={t('readiness.name')} />
    </Frame>
  );
}

const keyOf = ({ check, ofHall }: Found): string => (ofHall ? `hall-${check}` : check);

function Row({ found: { check, state, ofHall } }: { readonly found: Found }): ReactNode {
  const t = useText();
  const name = t(`readiness.check.${check}`);
  return (
    <div className={`checked is-${state}`}>
      <Icon name={signs[state]} />
      <span className="label">{ofHall ? t('readiness.ofHall', { name }) : name}</span>
      <span className="hint">{state === 'ok' || state === 'unknown' ? t(`readiness.state.${state}`) : t(`readiness.step.${check}`)}</span>
    </div>
  );
}
