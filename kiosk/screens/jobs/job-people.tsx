/* Everybody with whom it was agreed, by short name and number; whoever is called or at the table is a number, with the pay that either side has named. */
import type { ReactNode } from 'react';
import { languageOf } from '@kuaizhao/kiosk/i18n/languages.ts';
import { Icon, type IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { CalledPerson, HiredPerson } from '@kuaizhao/db/domain/hiring/asked.ts';
import type { HireState } from '@kuaizhao/db/domain/hiring/states/hire.ts';
import type { JobLooked } from '@kuaizhao/kiosk/session/jobs/scenes.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';
import { joined, payText } from '../view/words.ts';
import { Counts } from './counts.tsx';

const personEm = { short: { width: 11, height: 4 }, long: { width: 11, height: 4.6 }, longest: { width: 11, height: 5.4 } } as const;
/** numbers on one line */
const mostCalled = 8;
const statePictures = { agreed: 'wait', arrived: 'pin', done: 'tools', paid: 'coins', unpaid: 'warning', undone: 'cross', released: 'van' } as const satisfies Record<HireState, IconName>;

type Line = { readonly key: string; readonly talk: CalledPerson } | { readonly key: string; readonly hire: HiredPerson };

export function JobPeopleScreen({ screen }: { readonly screen: JobLooked }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  const { job, people } = screen;
  const calling = people.called.filter((call) => call.state === 'called').map((call) => call.number).slice(0, mostCalled);
  const lines: readonly Line[] = [
    ...people.called.filter((call) => call.state === 'talking' && call.offers.length > 0).map((talk) => ({ key: talk.callId, talk })),
    ...people.hires.map((hire) => ({ key: hire.hireId, hire })),
  ];
  return (
    <Frame title={t('jobPeople.title')} hint={people.hires.length === 0 ? undefined : t('jobPeople.hint')} onBack={() => touch({ type: 'back' })}>
      <Counts job={job} people={people} />
      {calling.length === 0 ? null : <p className="job-note"><Icon name="ear" />{t('jobPeople.calledNow', { numbers: calling.join(' ') })}</p>}
      {lines.length === 0 ? <Notice icon="crew" lines={[t('jobPeople.none')]} /> : (
        <ChoiceGrid items={lines} keyOf={(line) => line.key} name={t('jobPeople.title')} leastEm={personEm[languageOf(language).words]} order="list" maxColumns={2} renderTile={(line) => ('talk' in line ? <Talk talk={line.talk} /> : (
          <Tile shape="row" label={t('hired.title', { name: line.hire.shortName, number: line.hire.queueNumber })} hint={t(`jobPeople.state.${line.hire.state}`)} picture={<Icon name={statePictures[line.hire.state]} />} onPress={() => touch({ type: 'choose', id: line.hire.hireId })} />
        ))} />
      )}
    </Frame>
  );
}

/** What each side said last. */
function Talk({ talk: { number, offers } }: { readonly talk: CalledPerson }): ReactNode {
  const t = useText();
  const last = (side: 'worker' | 'employer'): string | undefined => {
    const pay = offers.findLast((offer) => offer.side === side)?.pay;
    return pay === undefined ? undefined : t(side === 'worker' ? 'jobPeople.asks' : 'jobPeople.gives', { pay: payText(t, { kind: 'fixed', ...pay }) });
  };
  return <div className="term" role="group" aria-label={number}><Icon name="open" /><span className="words"><strong>{number}</strong><span className="hint">{joined([last('worker'), last('employer')])}</span></span></div>;
}
