/* The merged catalogue: every open job of all halls, the soonest first, a page at a time, by hall, district, trade and word. */
import { useState } from 'react';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { tradeName } from '../../i18n/texts.ts';
import { payText } from '../../kit/pay.ts';
import { useSay } from '../../kit/say.tsx';
import { useHalls } from './halls-now.tsx';
import { FilterFields, type Filter } from './parts/filters.tsx';
import { Answer, CountedAt, Grid, type Column } from './parts/grid.tsx';
import { PageTurn, SaveButton, usePages } from './parts/pages.tsx';

type Job = CityTold<'catalogue'>['jobs'][number];

export function JobsPage() {
  const say = useSay();
  const { nameOf } = useHalls();
  const [filter, setFilter] = useState<Filter>({});
  const pages = usePages('catalogue', filter);
  const start = ({ terms }: Job): string => `${localDay(terms.startAt).slice(5)} ${localTime(terms.startAt)}`;
  const columns: Column<Job>[] = [
    { title: say('cityDesk.hall'), render: (job) => nameOf(job.hallId), plain: (job) => nameOf(job.hallId) },
    { title: say('cityDesk.number'), render: ({ number }) => number, plain: ({ number }) => number },
    { title: say('cityDesk.trade'), render: ({ terms }) => tradeName(say.language, terms.trade), plain: ({ terms }) => tradeName(say.language, terms.trade) },
    { title: say('cityDesk.pay'), render: ({ terms }) => payText(say, terms.pay), plain: ({ terms }) => payText(say, terms.pay) },
    { title: say('cityDesk.place'), render: ({ terms }) => terms.place, plain: ({ terms }) => terms.place },
    { title: say('cityDesk.start'), render: start, plain: start },
    { title: say('cityDesk.left'), head: say('counts.placesLeft'), number: true, render: (job) => `${job.placesLeft} / ${job.terms.headcount}`, plain: ({ placesLeft }) => placesLeft },
  ];
  return (
    <section className="panel">
      <h2>{say('cityDesk.page.jobs')}{pages.asked.value !== undefined && <CountedAt at={pages.asked.value.at} />}
        <span className="acts"><FilterFields filter={filter} onChange={setFilter} hall /><PageTurn of={pages} /><SaveButton what="catalogue" name="catalogue" asked={filter} rowsOf={({ jobs }) => jobs} columns={columns} disabled={(pages.asked.value?.jobs.length ?? 0) === 0} /></span>
      </h2>
      <Answer of={pages.asked}>{({ jobs }) => <Grid rows={jobs} columns={columns} rowKey={(job) => `${job.hallId} ${job.jobId}`} empty={say('cityDesk.noJobs')} label={say('cityDesk.page.jobs')} />}</Answer>
    </section>
  );
}
