/* 批量录入: a list is typed or pasted, looked up line by line, done line by line; what fails stays on the list with its reason. */
import { Button, Input, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { useSay } from '../../../kit/say.tsx';
import { DayBox, PrinterSelect } from '../../parts/form/choices.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { bulkActs, countOf, remaining, type BulkAct, type Line, type LineState } from './lines.ts';
import { useBulk } from './use-bulk.ts';

/** A longer paste is no list. */
const textMost = 20_000;

export function BulkPage() {
  const say = useSay();
  const bulk = useBulk();
  const [act, setAct] = useState<BulkAct>('arrive');
  const [text, setText] = useState('');
  const [day, setDay] = useState('');
  const ready = countOf(bulk.lines, 'ready');
  const turn = (next: BulkAct): void => { setAct(next); bulk.clear(); };
  return (
    <PageFrame title={say('page.bulk')} hint={say('bulk.hint')} acts={<PrinterSelect />}>
      <div className="bulk-acts">
        <Segmented<BulkAct> value={act} disabled={bulk.working !== undefined} onChange={turn} options={bulkActs.map((one) => ({ value: one, label: say(`bulk.${one}`) }))} />
        {act !== 'arrive' && act !== 'left' && <label className="bulk-day"><span>{say('bulk.day')}</span><DayBox label={say('bulk.day')} value={day} onChange={setDay} /></label>}
      </div>
      <div className="split bulk">
        <section className="side">
          <label className="bulk-text"><span className="field-name">{say(`bulk.how.${act}`)}</span>
            <Input.TextArea autoFocus spellCheck={false} maxLength={textMost} value={text} disabled={bulk.working !== undefined} onChange={(event) => { setText(event.target.value); }} />
          </label>
          <Button size="large" type={ready === 0 ? 'primary' : 'default'} loading={bulk.working === 'checking'} disabled={text.trim() === ''} onClick={() => { void bulk.check(act, text, day); }}>{say('bulk.check')}</Button>
        </section>
        <section className="sheet">
          {bulk.lines.length === 0 ? <p className="nothing">{say('bulk.start')}</p> : (
            <>
              <div className="sheet-head">
                <h3 role="status">{say('bulk.counted', { ready, done: countOf(bulk.lines, 'done'), failed: countOf(bulk.lines, 'failed') })}</h3>
                <Button size="large" type="primary" disabled={ready === 0} loading={bulk.working === 'doing'} onClick={() => { void bulk.doAll(act); }}>{say('bulk.do', { n: ready })}</Button>
                <Button size="large" disabled={bulk.working !== undefined} onClick={() => { setText(remaining(bulk.lines)); bulk.clear(); }}>{say('bulk.keepFailed')}</Button>
              </div>
              {bulk.more > 0 && <p className="wrong-line">{say('bulk.more', { n: bulk.more })}</p>}
              <Lines lines={bulk.lines} />
            </>
          )}
        </section>
      </div>
    </PageFrame>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const say = useSay();
  return (
    <table className="bulk-lines">
      <thead><tr><th scope="col">#</th><th scope="col">{say('bulk.line')}</th><th scope="col">{say('bulk.state')}</th><th scope="col">{say('bulk.about')}</th></tr></thead>
      <tbody>
        {lines.map((line, at) => (
          <tr key={line.key} className={`is-${line.state.at}`}>
            <td>{at + 1}</td><td className="line-text">{line.text}</td><td><Tag color={colourOf[line.state.at]}>{say(`bulk.is.${line.state.at}`)}</Tag></td><td><AboutLine state={line.state} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const colourOf: { readonly [A in LineState['at']]: string } = { read: 'default', ready: 'blue', done: 'default', failed: 'error' };

function AboutLine({ state }: { readonly state: LineState }) {
  const say = useSay();
  switch (state.at) {
    case 'read': return null;
    case 'ready': return <>{state.who}</>;
    case 'done': return <>{state.what}</>;
    case 'failed': return <b className="why">{say(state.why)}</b>;
  }
}
