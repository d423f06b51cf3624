/* What leaves the hall as a file: which records of which days, and with people in the open only when a second person in charge says so by PIN, here and now. */
import { Alert, Button, Form, Input, Progress, Segmented, Select, Switch } from 'antd';
import { useState } from 'react';
import { exportKindSchema, type ExportFormat, type ExportKind } from '@kuaizhao/db/domain/records/commands.ts';
import { reportDefinitions } from '@kuaizhao/db/domain/records/figures/definition.ts';
import { dayAfter, type Range } from '@kuaizhao/db/domain/records/period.ts';
import { mayExport } from '@kuaizhao/sync-agent/contract/may/grant.ts';
import { useSay } from '../../../kit/say.tsx';
import { DayRange } from '../../parts/day-range.tsx';
import { useMemory, useSession } from '../../session/desk-session.tsx';
import { useToday } from '../../session/use-today.ts';
import { takeFile, vouch } from './take-file.ts';

/** Only these have people in them. */
const withPeople: ReadonlySet<ExportKind> = new Set<ExportKind>(['seekers', 'jobs', 'hires', 'placements']);
const daysBack = -6;
const secondMs = 1_000;

type Progressing = { readonly at: 'idle' } | { readonly at: 'writing' } | { readonly at: 'coming'; readonly share: number } | { readonly at: 'done' | 'failed'; readonly words: string };

export function ExportForm({ onTaken }: { readonly onTaken: () => void }) {
  const say = useSay();
  const { link } = useSession();
  const { day } = useToday();
  const { desk, signedIn } = useMemory();
  const [what, setWhat] = useState<ExportKind>('seekers');
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [report, setReport] = useState('day');
  const [range, setRange] = useState<Range>(() => ({ from: dayAfter(day, daysBack), to: day }));
  const [open, setOpen] = useState(false);
  const [second, setSecond] = useState<string>();
  const [pin, setPin] = useState('');
  const [state, setState] = useState<Progressing>({ at: 'idle' });
  const personal = open && withPeople.has(what);
  const others = (desk?.staff ?? []).filter((one) => mayExport.includes(one.role) && one.staffId !== signedIn?.staffId);
  const busy = state.at === 'writing' || state.at === 'coming';
  const ready = !personal || (second !== undefined && /^\d{4,12}$/.test(pin));
  const take = async (): Promise<void> => {
    setState({ at: 'writing' });
    if (personal && second !== undefined) {
      const stands = await vouch(link, second, pin);
      // Whatever came of it, the next file wants it typed again.
      setPin('');
      if (stands?.ok !== true) { setState({ at: 'failed', words: stands === undefined ? say('console.askedInVain') : stands.waitMs > 0 ? say('console.pinWait', { n: Math.ceil(stands.waitMs / secondMs) }) : say('console.pinWrong') }); return; }
    }
    const taken = await takeFile(link, { what, format, ...range, ...(what === 'figures' ? { report } : {}), ...(personal ? { personal, approvedBy: second } : {}) }, (share) => { setState({ at: 'coming', share }); });
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
      {personal && (
        <div className="second-person">
          <Form.Item label={say('records.second')}><Select aria-label={say('records.second')} value={second ?? null} onChange={(value: string) => { setSecond(value); }} placeholder={say('console.whoAreYou')} notFoundContent={say('records.noSecond')} options={others.map((one) => ({ value: one.staffId, label: `${one.staffName} · ${say(`role.${one.role}`)}` }))} /></Form.Item>
          <Form.Item label={say('records.secondPin')}><Input.Password aria-label={say('records.secondPin')} autoComplete="one-time-code" inputMode="numeric" maxLength={12} visibilityToggle={false} value={pin} onChange={(event) => { setPin(event.target.value); }} /></Form.Item>
        </div>
      )}
      <Button type="primary" htmlType="submit" block loading={busy} disabled={!ready || busy}>{say('records.takeFile')}</Button>
      {state.at === 'writing' && <p className="hint">{say('records.writing')}</p>}
      {state.at === 'coming' && <Progress percent={Math.round(state.share * 100)} size="small" />}
      {(state.at === 'done' || state.at === 'failed') && <Alert className="trouble" type={state.at === 'done' ? 'success' : 'warning'} showIcon title={state.words} />}
    </Form>
  );
}
