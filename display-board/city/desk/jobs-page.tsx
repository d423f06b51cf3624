/* The merged catalogue: every open job of all halls, the soonest first, by hall and by trade. */
import { Select } from 'antd';
import { useState } from 'react';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { trades } from '@kuaizhao/db/domain/trades/trade.ts';
import type { CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { tradeName } from '../../i18n/texts.ts';
import { payText } from '../../kit/pay.ts';
import { useSay } from '../../kit/say.tsx';
import { useHalls } from './halls-now.ts';
import { Answer, CountedAt, ExportButton, Grid, type Column } from './parts/grid.tsx';
import { useQuestion } from './session.tsx';

type Job = CityTold<'catalogue'>['jobs'][number];

export function JobsPage() {
  const say = useSay();
  const { halls, nameOf } = useHalls();
  const [hallId, setHallId] = useState<string>();
  const [trade, setTrade] = useState<string>();
  const asked = useQuestion('catalogue', { ...(hallId === undefined ? {} : { hallId }), ...(trade === undefined ? {} : { trade }) });
  const start = ({ terms }: Job): string => `${localDay(terms.startAt).slice(5)} ${localTime(terms.startAt)}`;
  const columns: Column<Job>[] = [
    { title: say('cityDesk.hall'), render: (job) => nameOf(job.hallId), plain: (job) => nameOf(job.hallId) },
    { title: say('cityDesk.number'), render: ({ number }) => number, plain: ({ number }) => number },
    { title: say('cityDesk.trade'), render: ({ terms }) => tradeName(say.language, terms.trade), plain: ({ terms }) => tradeName(say.language, terms.trade) },
    { title: say('cityDesk.pay'), render: ({ terms }) => payText(say, terms.pay), plain: ({ terms }) => payText(say, terms.pay) },
    { title: say('cityDesk.place'), render: ({ terms }) => terms.place, plain: ({ terms }) => terms.place },
    { title: say('cityDesk.start'), render: start, plain: start },
    { title: say('cityDesk.left'), number: true, render: (job) => `${job.placesLeft} / ${job.terms.headcount}`, plain: ({ placesLeft }) => placesLeft },
  ];
  return (
    <section className="panel">
      <h2>{say('cityDesk.page.jobs')}{asked.value !== undefined && <CountedAt at={asked.value.at} />}
        <span className="acts">
          <Select size="small" className="hall-choice" aria-label={say('cityDesk.hall')} value={hallId ?? ''} onChange={(id: string) => { setHallId(id === '' ? undefined : id); }} options={[{ value: '', label: say('cityDesk.allHalls') }, ...halls.map((hall) => ({ value: hall.hallId, label: hall.name }))]} />
          <Select size="small" className="trade-choice" aria-label={say('cityDesk.trade')} value={trade ?? ''} onChange={(code: string) => { setTrade(code === '' ? undefined : code); }} options={[{ value: '', label: say('cityDesk.allTrades') }, ...trades.map(({ code }) => ({ value: code, label: tradeName(say.language, code) }))]} />
          <ExportButton what="catalogue" rows={asked.value?.jobs ?? []} columns={columns} />
        </span>
      </h2>
      <Answer of={asked}>{({ jobs }) => <Grid rows={jobs} columns={columns} rowKey={(job) => `${job.hallId} ${job.jobId}`} empty={say('cityDesk.noJobs')} label={say('cityDesk.page.jobs')} />}</Answer>
    </section>
  );
}
