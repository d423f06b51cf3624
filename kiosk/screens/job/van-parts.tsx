/* Where the van stands, when it leaves, and its plate. All of it may be skipped. */
import type { ReactNode } from 'react';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { CharacterPad } from '@kuaizhao/kiosk/kit/pads.tsx';
import { Typed } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { useFace, useText, useTouch, useViewOf } from '../view/context.ts';
import { useHallNow } from '../view/hall-clock.ts';
import { leaveTimes } from '../view/start-time.ts';
import { plateComplete, plateKeys, plateText, pressPlate } from '../view/typed-plate.ts';
import { PartFrame, useChoose, useSetTerms, type PartProps } from './part-frame.tsx';

const bayEm = { width: 5.4, height: 4.4 } as const;
const timeEm = { width: 5.4, height: 4.4 } as const;

function NoVan(): ReactNode {
  const t = useText();
  const touch = useTouch();
  return <ActionButton label={t('jobVan.skip')} onPress={() => touch({ type: 'skip' })} />;
}

export function BayPart({ screen }: PartProps): ReactNode {
  const { hall } = useFace();
  const t = useText();
  const choose = useChoose();
  return (
    <PartFrame screen={screen} title={t('jobVan.bay')} hint={t('jobVan.bayHint')} ready={screen.draft.bay !== undefined} beside={<NoVan />}>
      <ChoiceGrid items={hall?.bays ?? []} keyOf={(bay) => bay} name={t('jobVan.bay')} leastEm={bayEm} maxColumns={4}
        renderTile={(bay) => <Tile label={bay} picture={<Icon name="van" />} isSelected={screen.draft.bay === bay} onPress={() => choose({ bay })} />} />
    </PartFrame>
  );
}

export function LeavePart({ screen }: PartProps): ReactNode {
  const t = useText();
  const choose = useChoose();
  const now = useHallNow();
  return (
    <PartFrame screen={screen} title={t('jobVan.leave')} hint={t('jobVan.leaveHint')} ready={screen.draft.leaveBy !== undefined} beside={<NoVan />}>
      <ChoiceGrid items={leaveTimes(screen.draft.startAt, now)} keyOf={String} name={t('jobVan.leave')} leastEm={timeEm} maxColumns={3}
        renderTile={(leaveBy) => <Tile label={localTime(leaveBy)} picture={<Icon name="wait" />} isSelected={screen.draft.leaveBy === leaveBy} onPress={() => choose({ leaveBy })} />} />
    </PartFrame>
  );
}

export function PlatePart({ screen }: PartProps): ReactNode {
  const t = useText();
  const set = useSetTerms();
  const typed = useViewOf((view) => view.plate);
  const typePlate = useViewOf((view) => view.typePlate);
  const plate = typed ?? screen.draft.plate ?? '';
  return (
    <PartFrame screen={screen} title={t('jobVan.plate')} hint={t('jobVan.plateHint')} ready={plateComplete(plate)} missing={plate === '' ? undefined : t('jobVan.wrong')}
      beside={<NoVan />} onNext={() => set({ plate })}>
      <div className="split plate">
        <Typed label={t('jobVan.plate')} value={plateText(plate)} empty={t('jobVan.plateEmpty')} />
        <CharacterPad name={t('jobVan.plate')} keys={plateKeys(plate)} eraseName={t('do.erase')} canErase={plate !== ''}
          onKey={(key) => typePlate(pressPlate(plate, key))} onErase={() => typePlate(plate.slice(0, -1))} />
      </div>
    </PartFrame>
  );
}
