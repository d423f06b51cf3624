/* What leaves the hall as a file: which records of which days, and with people in the open only when a second person in charge says so by PIN, here and now. */
import { Alert, Button, Form, Progress, Segmented, Select, Switch } from 'antd';
import { useState } from 'react';
import { exportKindSchema, type ExportFormat, type ExportKind } from '@kuaizhao/db/domain/records/commands.ts';
import { reportDefinitions } from '@kuaizhao/db/domain/records/figures/definition.ts';
import { dayAfter, type Range } from '@kuaizhao/db/domain/records/period.ts';
import { useSay } from '../../../kit/say.tsx';
import { DayRange } from '../../parts/day-range.tsx';
import { useSecond } from '../../parts/second/use-second.tsx';
import { useSession } from '../../session/desk-session.tsx';
import { useToday } from '../../session/use-today.ts';
import { takeFile } from './take-file.ts';

/** Only these have people in them. */
const withPeople: ReadonlySet<ExportKind> = new Set<ExportKind>(['seekers', 'jobs', 'hires', 'placements']);
const daysBack = -6;

type Progressing = { readonly at: 'idle' } | { readonly at: 'writing' } | { readonly at: 'coming'; readonly share: number } | { readonly at: 'done' | 'failed'; readonly words: string };

export function ExportForm({ onTaken }: { readonly onTaken: () => void }) {
  const say = useSay();
  const { link } = useSession();
  const { day } = useToday();
  const [what, setWhat] = useState<ExportKind>('seekers');
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [report, setReport] = useState('day');
  const [range, setRange] = useState<Range>(() => ({ from: dayAfter(day, daysBack), to: day }));
  const [open, setOpen] = useState(false);
  const second = useSecond();
  const [state, setState] = useState<Progressing>({ at: 'idle' });
  const personal = open && withPeople.has(what);
  const busy = second.busy || state.at === 'writing' || state.at === 'coming';
  const ready = !personal || second.ready;
  const take = async (): Promise<void> => {
    // What is wrong with the PIN stands at its field; whatever comes of it, the next file wants it typed again.
    if (personal && !await second.prove()) return setState({ at: 'idle' });
    setState({ at: 'writing' });
    const taken = await takeFile(link, { what, format, ...range, ...(what === 'figures' ? { report } : {}), ...(personal ? { personal, approvedBy: second.who } : {}) }, (share) => { setState({ at: 'coming', share }); });
    setState(taken.kind === 'taken' ? { at: 'done', words: say('records.exported', { rows: taken.file.rows.toLocaleString('en-US'), name: taken.file.fileName }) }
      : { at: 'failed', words: taken.kind === 'refused' ? say(`refusal.${taken.refusal.code}`) : say('console.askedInVain') });
    if (taken.kind === 'taken') onTaken();
  };
  return (
    <Form layout="vertical" className="export-form" onFinish={() => { void take(); }}>
      <Form.Item label={say('records.exportWhat')}>
        <Select<ExportKind> aria-label={say('records.exportWhat')} value={what} onChange={setWhat} options={exportKindSchema.options.map((value) => ({ value, label: say(`records.export.${value}`) }))} />
      </Form.Item>
      {what === 'figures' && <Form.Item label={say('records.report')}><Select aria-label={say('records.report')} value={report} onChange={setReport} options={reportDefinitions.map((one) => ({ value: one.id, label: say.language === 'en' ? one.en : one.zh }))} /></Form.Item>}
      <Form.Item label={say('records.exportDays')}><DayRange range={range} today={day} onChange={setRange} /></Form.Item>
      <Form.Item label={say('records.exportFormat')}><Segmented<ExportFormat> value={format} onChange={setFormat} options={[{ value: 'xlsx', label: say('records.xlsx') }, { value: 'csv', label: 'CSV' }]} /></Form.Item>
      {withPeople.has(what) && <Form.Item label={say('records.openPeople')} extra={say(open ? 'records.openHint' : 'records.closedHint')}><Switch aria-label={say('records.openPeople')} checked={open} onChange={setOpen} /></Form.Item>}
      {personal && second.fields}
      <Button type="primary" htmlType="submit" block loading={busy} disabled={!ready || busy}>{say('records.takeFile')}</Button>
      {state.at === 'writing' && <p className="hint">{say('records.writing')}</p>}
      {state.at === 'coming' && <Progress percent={Math.round(state.share * 100)} size="small" />}
      {(state.at === 'done' || state.at === 'failed') && <Alert className="trouble" type={state.at === 'done' ? 'success' : 'warning'} showIcon title={state.words} />}
    </Form>
  );
}
