/* The employer's own page: what goes on now, what can be posted again with two taps, and a new job. */
import type { ReactNode } from 'react';
import { tradeByCode } from '@kuaizhao/db/domain/trades/trade.ts';
import { movedTo } from '@kuaizhao/db/domain/jobs/checks/moved-terms.ts';
import { tradeName } from '@kuaizhao/kiosk/i18n/format.ts';
import { languageOf } from '@kuaizhao/kiosk/i18n/languages.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import { TradePicture } from '@kuaizhao/kiosk/kit/pictures/trade-picture.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { OwnJob } from '@kuaizhao/kiosk/session/hiring/scenes.ts';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';
import { useHallNow } from '../view/hall-clock.ts';
import { dayAndTime, joined, payText } from '../view/words.ts';

const lineEm = { short: { width: 13, height: 4.2 }, long: { width: 13, height: 4.6 }, longest: { width: 13, height: 5.6 } } as const;

type Line = { readonly key: 'missing' } | { readonly key: string; readonly job: OwnJob; readonly again: boolean };

export function EmployerHome({ screen }: { readonly screen: ScreenOf<'employerHome'> }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  const { employer, live, past } = screen;
  const go = (to: string): void => touch({ type: 'go', to });
  // A job that began today may be both: what goes on, and what can be posted once more.
  const lines: readonly Line[] = [
    ...(employer.missing === undefined ? [] : [{ key: 'missing' } as const]),
    ...live.map((job) => ({ key: job.jobId, job, again: false })), ...past.map((job) => ({ key: `again ${job.jobId}`, job, again: true })),
  ];
  return (
    <Frame title={employer.name} hint={employer.standing === 'watched' ? t('employerHome.watched') : t(`employerKind.${employer.kind}`)} onBack={() => touch({ type: 'back' })} actions={<>
      <ActionButton icon="record" label={t('employerHome.record')} onPress={() => go('record')} />
      <ActionButton look="hire" icon="plus" label={t('employerHome.post')} onPress={() => go('post')} />
    </>}>
      {live.length + past.length === 0 ? <Notice icon="crew" lines={[t('employerHome.none')]} /> : null}
      {lines.length === 0 ? null : (
        <div className={live.length + past.length === 0 ? 'alone' : 'own-jobs'}>
          <ChoiceGrid items={lines} keyOf={(line) => line.key} name={employer.name} leastEm={lineEm[languageOf(language).words]} order="list" maxColumns={2}
            renderTile={(line) => ('job' in line ? <JobLine job={line.job} again={line.again} />
              : <div className="cell is-trouble"><Tile shape="row" label={t('employerHome.missing')} hint={t('employerHome.missingHint')} picture={<Icon name="document" />} onPress={() => go('desk')} /></div>)} />
        </div>
      )}
    </Frame>
  );
}

/** `again`: posted anew by a tap, so the tile says when it would begin. */
function JobLine({ job, again }: { readonly job: OwnJob; readonly again: boolean }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  const now = useHallNow();
  const { jobId, number, state, placesLeft, terms } = job;
  const work = t('jobCheck.people', { trade: tradeName(terms.trade, language), n: terms.headcount });
  const { startAt } = movedTo(terms, undefined, now);
  const hint = again ? joined([payText(t, terms.pay), t('employerHome.starts', { when: startAt <= now ? t('clock.now') : dayAndTime(t, language, startAt, now) })])
    : joined([number, state === 'open' ? t('employerHome.left', { n: placesLeft }) : t(`jobState.${state}`)]);
  return (
    <div className={again ? 'cell' : 'cell is-live'}>
      <Tile shape="row" label={again ? t('employerHome.again', { work }) : work} hint={hint}
        picture={<TradePicture name={tradeByCode(terms.trade)?.picture ?? ''} />} onPress={() => touch({ type: 'choose', id: jobId })} />
    </div>
  );
}
