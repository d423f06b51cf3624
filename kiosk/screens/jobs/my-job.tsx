/* One job of one's own as it is now: places and people in large numbers, and what may be done. */
import type { ReactNode } from 'react';
import { tradeName } from '@kuaizhao/kiosk/i18n/format.ts';
import { languageOf } from '@kuaizhao/kiosk/i18n/languages.ts';
import { Icon, type IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import { mayChange } from '@kuaizhao/kiosk/session/jobs/rules.ts';
import { jobParts, type JobLooked, type JobPartName } from '@kuaizhao/kiosk/session/jobs/scenes.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';
import { useHallNow } from '../view/hall-clock.ts';
import { dayAndTime, joined, payText } from '../view/words.ts';
import { Counts } from './counts.tsx';

interface Way { readonly to: string; readonly icon: IconName; readonly label: string; readonly hint?: string | undefined }

const wayEm = { short: { width: 9, height: 3.9 }, long: { width: 9, height: 4.8 }, longest: { width: 9, height: 5.6 } } as const;
const partPictures = { time: 'wait', headcount: 'crew', pay: 'coins', named: 'named', quotes: 'sealed', close: 'stop' } as const satisfies Record<JobPartName, IconName>;

export function MyJob({ screen }: { readonly screen: JobLooked }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  const now = useHallNow();
  const { job, people } = screen;
  const { terms, number, state } = job;
  const ways = useWays(screen);
  const until = dayAndTime(t, language, terms.validUntil, now);
  return (
    <Frame title={t('myJob.title', { number, work: t('jobCheck.people', { trade: tradeName(terms.trade, language), n: terms.headcount }) })}
      hint={joined([payText(t, terms.pay), state === 'open' ? t('myJob.until', { when: until }) : t(`jobState.${state}`)])} onBack={() => touch({ type: 'back' })}>
      {state === 'inReview' ? <p className="job-note"><Icon name="wait" />{t('myJob.inReview')}</p> : <Counts job={job} people={people} />}
      {terms.insurance === 'none' && state !== 'closed' ? <p className="job-note"><Icon name="shield" />{t('myJob.uninsured')}</p> : null}
      <ChoiceGrid items={ways} keyOf={(way) => way.to} name={number} leastEm={wayEm[languageOf(language).words]} order="list" maxColumns={2}
        renderTile={({ to, icon, label, hint }) => <Tile shape="row" label={label} hint={hint} picture={<Icon name={icon} />} onPress={() => touch({ type: 'go', to })} />} />
    </Frame>
  );
}

/** Only what leads somewhere now. */
function useWays({ job, people }: JobLooked): readonly Way[] {
  const t = useText();
  const visible = job.state === 'open' || job.state === 'filled';
  const labels = { time: t('myJob.time'), headcount: t('myJob.headcount'), pay: t('myJob.pay'), named: t('myJob.named'), quotes: t('myJob.quotesPart'), close: t('myJob.close') };
  const papers: readonly Way[] = visible ? [
    { to: 'slip', icon: 'printer', label: t('myJob.slip') }, { to: 'placard', icon: 'slip', label: t('myJob.placard'), hint: t('myJob.placardHint') },
  ] : [];
  return [
    { to: 'people', icon: 'check', label: t('myJob.people'), hint: t('myJob.peopleHint') },
    ...papers,
    ...(people.quotes.wanted ? [{ to: 'prices', icon: 'sealed', label: t('myJob.prices'), hint: t('myJob.sealedCount', { n: people.quotes.sealed + people.quotes.opened.length }) } as const] : []),
    ...(people.job.mode === 'draw' ? [{ to: 'draw', icon: 'draw', label: t('myJob.draw') } as const] : []),
    ...jobParts.filter((part) => mayChange({ job, people }, part)).map((part): Way => ({ to: part, icon: partPictures[part], label: labels[part] })),
  ];
}
