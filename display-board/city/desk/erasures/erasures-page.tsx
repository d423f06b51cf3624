/* Erasures of the whole city: those that some hall still has to do, and those that are done. Ids and times; whose data it was nobody can say any more. */
import { Button } from 'antd';
import { useState } from 'react';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { useSay } from '../../../kit/say.tsx';
import { useHalls } from '../halls-now.tsx';
import { Answer, CountedAt, Grid, type Column } from '../parts/grid.tsx';
import { PageTurn, usePages } from '../parts/pages.tsx';
import { useAgainEvery } from '../session.tsx';
import { EraseForm } from './erase-form.tsx';
import { ReceiptPage } from './receipt-page.tsx';

type Row = CityTold<'erasures'>['erasures'][number];

/** Halls do it by themselves, one after the other. */
const lookEveryMs = 5_000;

export function ErasuresPage() {
  const say = useSay();
  const { nameOf } = useHalls();
  const [open, setOpen] = useState(true);
  const [asking, setAsking] = useState(false);
  const [erasureId, setErasureId] = useState<string>();
  const pages = usePages('erasures', { open });
  const { again } = pages.asked;
  useAgainEvery(again, lookEveryMs);
  if (erasureId !== undefined) return <ReceiptPage erasureId={erasureId} onBack={() => { setErasureId(undefined); again(); }} />;
  const columns: Column<Row>[] = [
    { title: say('erasures.id'), render: (row) => <span className="erasure-id">{row.erasureId}</span> },
    { title: say('erasures.at'), render: ({ at }) => `${localDay(at)} ${localTime(at)}` },
    { title: say('erasures.where'), render: ({ askedHall }) => (askedHall === null ? say('erasures.atCity') : nameOf(askedHall)) },
    { title: say('erasures.city'), render: ({ doneAt }) => say(doneAt === null ? 'erasures.cityOpen' : 'erasures.cityDone') },
    { title: say('erasures.halls'), number: true, render: ({ done, halls }) => say('erasures.hallsDone', { n: done, all: halls }) },
    { title: '', render: (row) => <Button size="small" onClick={() => { setErasureId(row.erasureId); }}>{say('erasures.see')}</Button> },
  ];
  return (
    <section className="panel">
      <h2>{say('cityDesk.page.erasures')}{pages.asked.value !== undefined && <CountedAt at={pages.asked.value.at} />}<span className="soft">{say('erasures.hint')}</span>
        <span className="acts"><PageTurn of={pages} /><Button type="primary" size="small" onClick={() => { setAsking(true); }}>{say('erasures.start')}</Button></span>
      </h2>
      <nav className="kinds" aria-label={say('cityDesk.page.erasures')}>{[true, false].map((one) => <button key={String(one)} type="button" aria-current={one === open ? 'page' : undefined} onClick={() => { setOpen(one); }}>{say(one ? 'erasures.open' : 'erasures.done')}</button>)}</nav>
      <Answer of={pages.asked}>{({ erasures }) => <Grid rows={erasures} columns={columns} rowKey={(row) => row.erasureId} empty={say(open ? 'erasures.noneOpen' : 'erasures.noneDone')} label={say(open ? 'erasures.open' : 'erasures.done')} />}</Answer>
      {asking && <EraseForm onClose={() => { setAsking(false); }} onAsked={(asked) => { setAsking(false); setErasureId(asked); }} />}
    </section>
  );
}
