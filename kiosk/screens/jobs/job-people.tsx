/* Everybody with whom it was agreed, by short name and number; whoever is only called is a number. */
import type { ReactNode } from 'react';
import { Icon, type IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { HireState } from '@kuaizhao/db/domain/hiring/states/hire.ts';
import type { JobLooked } from '@kuaizhao/kiosk/session/jobs/scenes.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useText, useTouch } from '../view/context.ts';
import { Counts } from './counts.tsx';

const personEm = { width: 11, height: 4 } as const;
/** numbers on one line */
const mostCalled = 8;
export const statePictures = { agreed: 'wait', arrived: 'pin', done: 'tools', paid: 'coins', unpaid: 'warning', undone: 'cross', released: 'van' } as const satisfies Record<HireState, IconName>;

export function JobPeopleScreen({ screen }: { readonly screen: JobLooked }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const { job, people } = screen;
  const calling = people.called.filter((call) => call.state === 'called').map((call) => call.number).slice(0, mostCalled);
  return (
    <Frame title={t('jobPeople.title')} hint={people.hires.length === 0 ? undefined : t('jobPeople.hint')} onBack={() => touch({ type: 'back' })}>
      <Counts job={job} people={people} />
      {calling.length === 0 ? null : <p className="job-note"><Icon name="ear" />{t('jobPeople.calledNow', { numbers: calling.join(' ') })}</p>}
      {people.hires.length === 0 ? <Notice icon="crew" lines={[t('jobPeople.none')]} /> : (
        <ChoiceGrid items={people.hires} keyOf={(hire) => hire.hireId} name={t('jobPeople.title')} leastEm={personEm} order="list" maxColumns={2}
          renderTile={(hire) => <Tile shape="row" label={t('hired.title', { name: hire.shortName, number: hire.queueNumber })} hint={t(`jobPeople.state.${hire.state}`)} picture={<Icon name={statePictures[hire.state]} />} onPress={() => touch({ type: 'choose', id: hire.hireId })} />} />
      )}
    </Frame>
  );
}
