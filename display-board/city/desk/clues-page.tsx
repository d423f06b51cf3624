/* Pay that somebody should look at: below the minimum wage, or far under its trade. An employer is an id here; who it is the hall knows. */
import { useState } from 'react';
import type { CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { tradeName } from '../../i18n/texts.ts';
import { yuanText } from '../../kit/pay.ts';
import { useSay } from '../../kit/say.tsx';
import { now } from '../../kit/use-now.ts';
import { lastWeek, soundSpan } from './parts/days.ts';
import { useHalls } from './halls-now.tsx';
import { Answer, CountedAt, Grid, type Column } from './parts/grid.tsx';
import { PageTurn, SaveButton, usePages } from './parts/pages.tsx';
import { SpanField } from './parts/span-field.tsx';

type Clue = CityTold<'wageClues'>['clues'][number];

export function CluesPage() {
  const say = useSay();
  const { nameOf } = useHalls();
  const [span, setSpan] = useState(() => lastWeek(now().wall));
  const asked = { span: soundSpan(span) };
  const pages = usePages('wageClues', asked);
  const plain = (title: string, of: (clue: Clue) => string): Column<Clue> => ({ title, render: of, plain: of });
  const columns: Column<Clue>[] = [
    plain(say('cityDesk.day'), ({ day }) => day), plain(say('cityDesk.hall'), ({ hallId }) => nameOf(hallId)), plain(say('cityDesk.trade'), ({ trade }) => tradeName(say.language, trade)), plain(say('cityDesk.employer'), ({ employerId }) => employerId),
    plain(say('cityDesk.why'), ({ why }) => say(`cityDesk.clue.${why}`)),
    { title: say('cityDesk.hourly'), number: true, render: ({ hourlyFen }) => `¥${yuanText(hourlyFen)}`, plain: ({ hourlyFen }) => hourlyFen / 100 },
    { title: say('cityDesk.beside'), number: true, render: ({ besideFen }) => `¥${yuanText(besideFen)}`, plain: ({ besideFen }) => besideFen / 100 },
  ];
  return (
    <section className="panel">
      <h2>{say('cityDesk.page.clues')}{pages.asked.value !== undefined && <CountedAt at={pages.asked.value.at} />}<span className="acts"><SpanField span={span} onChange={setSpan} /><PageTurn of={pages} /><SaveButton what="wageClues" name="wageClues" asked={asked} rowsOf={({ clues }) => clues} columns={columns} disabled={(pages.asked.value?.clues.length ?? 0) === 0} about={`${asked.span.from} ${asked.span.to}`} /></span></h2>
      <Answer of={pages.asked}>{({ clues, looked, more, found }) => <><p className="soft">{say('cityDesk.cluesHint', { n: looked })} {say('cityDesk.cluesFound', { n: found })}</p>{more === true && <p className="soft" role="note">{say('cityDesk.cluesMore', { n: looked })}</p>}<Grid rows={clues} columns={columns} rowKey={(clue) => `${clue.hallId} ${clue.jobId}`} empty={say('cityDesk.noClues')} label={say('cityDesk.page.clues')} /></>}</Answer>
    </section>
  );
}
