/* Where the job draws lots or takes sealed prices: the list is published, the lots fall, the sheet is printed; prices are opened all at once. */
import { Button } from 'antd';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { payText } from '../../../kit/pay.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { paperFrom, usePrinter } from '../../parts/form/choices.tsx';
import { SealQuote } from '../../parts/jobs/seal-quote.tsx';
import { useQuestion } from '../../session/use-question.ts';
import type { TableDesk } from './use-table.ts';

type People = QueryReply<'myJobPeople'>;
interface Props { readonly desk: TableDesk; readonly jobId: string }

export function Draw({ desk, jobId }: Props) {
  const say = useSay();
  const asked = useQuestion('drawSheet', { jobId });
  const { printer } = usePrinter();
  const { act, off } = desk;
  const run = (command: Parameters<typeof act.run>[0], key: 'table.listOpen' | 'table.drawn' | 'table.printing'): void => { void act.run(command, () => say(key)).then((done) => { if (done) asked.again(); }); };
  return (
    <section aria-label={say('table.draw')}>
      <h3>{say('table.draw')}</h3>
      <Answer of={asked}>{({ draw }) => (
        <>
          {draw === null && <p className="hint">{say('table.drawHint')}</p>}
          {draw !== null && <p className="lots">{(draw.drawn?.lots ?? draw.numbers).map((number, at) => <span key={number}>{draw.drawn === undefined ? '' : `${String(at + 1)}. `}<b>{number}</b></span>)}</p>}
          {draw !== null && <p className="hint" title={draw.listHash}>{say('table.listed', { n: draw.numbers.length, time: localTime(draw.openedAt) })} · {draw.listHash.slice(0, 12)}…</p>}
          <div className="job-acts">
            <Button size="small" disabled={off || draw !== null} onClick={() => { run({ type: 'openDraw', jobId }, 'table.listOpen'); }}>{say('table.openList')}</Button>
            <Button size="small" disabled={off || draw === null || draw.drawn !== undefined} onClick={() => { run({ type: 'drawLots', jobId }, 'table.drawn'); }}>{say('table.drawLots')}</Button>
            <Button size="small" disabled={off || draw === null || printer === undefined} onClick={() => { if (printer !== undefined) run({ type: 'printForm', form: 'draw', id: jobId, printer: paperFrom(printer) }, 'table.printing'); }}>{say('table.printDraw')}</Button>
          </div>
        </>
      )}</Answer>
    </section>
  );
}

export function Quotes({ desk, jobId, quotes, again }: { readonly desk: TableDesk; readonly jobId: string; readonly quotes: People['quotes']; readonly again: () => void }) {
  const say = useSay();
  const { act, off } = desk;
  return (
    <section aria-label={say('table.quotes')}>
      <h3>{say('table.quotes')}</h3>
      <p className="hint">{say('table.sealed', { n: quotes.sealed })}</p>
      <ul className="lines">{quotes.opened.map((one) => <li key={one.quoteId}><b>{one.shortName}</b><span>{localTime(one.at)}</span><em>{payText(say, { kind: 'fixed', ...one.pay })}</em></li>)}</ul>
      {quotes.wanted && <SealQuote jobId={jobId} unit={desk.job?.pay.kind === 'fixed' ? desk.job.pay.unit : 'day'} onSealed={again} />}
      <Button size="small" disabled={off || quotes.sealed === 0} onClick={() => { void act.run({ type: 'openQuotes', jobId }, () => say('table.quotesOpened')).then((done) => { if (done) again(); }); }}>{say('table.openQuotes')}</Button>
    </section>
  );
}
