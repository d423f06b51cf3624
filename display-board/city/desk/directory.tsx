/* The directory of the halls, a page at a time: what the registry says of each, how it stands there now, and what a day there brings. */
import { useState } from 'react';
import { entrySchemas, type EntryBody } from '@kuaizhao/db/domain/registry/entries.ts';
import type { CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { tradeName, type Language } from '../../i18n/texts.ts';
import { useSay } from '../../kit/say.tsx';
import { useHalls } from './halls-now.tsx';
import { FilterFields, type Filter } from './parts/filters.tsx';
import { Answer, CountedAt, Grid, type Column } from './parts/grid.tsx';
import { PageTurn, SaveButton, usePages } from './parts/pages.tsx';

type Row = CityTold<'directory'>['halls'][number];

export function Directory({ onOpen }: { readonly onOpen: (hallId: string) => void }) {
  const say = useSay();
  const { halls } = useHalls();
  const [filter, setFilter] = useState<Filter>({});
  const { hallId: _none, ...asked } = filter;
  const pages = usePages('directory', asked);
  const now = new Map(halls.map((hall) => [hall.hallId, hall]));
  const stateOf = ({ hallId }: Row) => now.get(hallId)?.busy ?? 'silent';
  const count = ({ hallId }: Row, name: 'waiting' | 'placesLeft'): number => now.get(hallId)?.live?.counts[name] ?? 0;
  const text = (title: string, of: (entry: Partial<EntryBody<'hall'>>) => string | undefined): Column<Row> => ({ title, render: ({ entry }) => of(entryOf(entry)) ?? say('city.none'), plain: ({ entry }) => of(entryOf(entry)) ?? '' });
  const fileOnly = (title: string, of: (row: Row) => string): Column<Row> => ({ title, render: () => null, plain: of, fileOnly: true });
  const columns: Column<Row>[] = [
    { title: say('cityDesk.hall'), render: ({ hallId, name }) => <button type="button" className="opens" title={say('cityDesk.detail')} onClick={() => { onOpen(hallId); }}>{name}</button>, plain: ({ name }) => name },
    { title: say('cityDesk.state'), render: (row) => <span className={`busy ${stateOf(row)}`}><i />{say(`cityDesk.busy.${stateOf(row)}`)}</span>, plain: (row) => say(`cityDesk.busy.${stateOf(row)}`) },
    ...(['waiting', 'placesLeft'] as const).map((name): Column<Row> => ({ title: say(`counts.${name}`), number: true, render: (row) => count(row, name).toLocaleString('en-US'), plain: (row) => count(row, name) })),
    ...(['meanSeekers', 'meanHires'] as const).map((name): Column<Row> => ({ title: say(`cityDesk.${name}`), number: true, render: (row) => (row.days === 0 ? say('city.none') : row[name].toLocaleString('en-US')), plain: (row) => (row.days === 0 ? '' : row[name]) })),
    text(say('cityDesk.address'), ({ address }) => address), text(say('cityDesk.hours'), ({ hours }) => hours), text(say('cityDesk.trades'), ({ trades }) => tradesOf(say.language, trades)), text(say('cityDesk.hotline'), ({ hotline }) => hotline),
    fileOnly(say('cityDesk.field.level'), ({ entry }) => { const { level } = entryOf(entry); return level === undefined ? '' : say(`cityDesk.option.${level}`); }),
    fileOnly(say('cityDesk.field.nature'), ({ entry }) => { const { nature } = entryOf(entry); return nature === undefined ? '' : say(`cityDesk.option.${nature}`); }),
    fileOnly(say('cityDesk.field.district'), ({ entry }) => entryOf(entry).district ?? ''), fileOnly(say('cityDesk.field.contact'), ({ entry }) => entryOf(entry).contact ?? ''),
  ];
  return (
    <section className="panel wide">
      <h2>{say('cityDesk.directory')}{pages.asked.value !== undefined && <CountedAt at={pages.asked.value.at} />}<span className="acts"><FilterFields filter={filter} onChange={setFilter} /><PageTurn of={pages} /><SaveButton what="directory" name="directory" asked={asked} rowsOf={({ halls: rows }) => rows} columns={columns} disabled={(pages.asked.value?.halls.length ?? 0) === 0} /></span></h2>
      <Answer of={pages.asked}>{({ halls: rows }) => <Grid rows={rows} columns={columns} rowKey={({ hallId }) => hallId} empty={say(Object.keys(filter).length === 0 ? 'city.noHalls' : 'cityDesk.nothing')} label={say('cityDesk.directory')} />}</Answer>
    </section>
  );
}

const entryOf = (body: unknown): Partial<EntryBody<'hall'>> => entrySchemas.hall.safeParse(body).data ?? {};
const tradesOf = (language: Language, trades: readonly string[] | undefined): string | undefined => (trades === undefined || trades.length === 0 ? undefined : trades.map((trade) => tradeName(language, trade)).join(language === 'en' ? ', ' : '、'));
