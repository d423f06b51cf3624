/* One entry as a form: what stops it and what should be looked at is said while it is written, by the same rules as at the hub. */
import { Alert, Button, Input, Modal, Select, Switch } from 'antd';
import { useState } from 'react';
import { templateOn } from '@kuaizhao/db/domain/hiring/templates/current.ts';
import { businessDayAt, localDay } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { EntryKind } from '@kuaizhao/db/domain/registry/entries.ts';
import { findingsOf, type Finding } from '@kuaizhao/db/domain/registry/findings.ts';
import { offeredTrades } from '@kuaizhao/db/domain/trades/trade.ts';
import { tradeName } from '../../../i18n/texts.ts';
import { useSay } from '../../../kit/say.tsx';
import { now } from '../../../kit/use-now.ts';
import { newId } from '../session.tsx';
import { choiceText } from './choice-text.ts';
import { bodyOf, draftOf, fieldsOf } from './fields.ts';
import type { Draft, Field } from './form-types.ts';

export interface Editing { readonly kind: EntryKind; /** undefined: a new one */ readonly body: unknown; readonly version: number }
interface Props { readonly editing: Editing; readonly others: readonly unknown[]; readonly trouble: string | undefined; readonly busy: boolean; readonly onSave: (body: object, commandId: string) => void; readonly onClose: () => void }

export function EntryForm({ editing: { kind, body, version }, others, trouble, busy, onSave, onClose }: Props) {
  const say = useSay();
  const [draft, setDraft] = useState<Draft>(() => (body === undefined ? newDraft(kind) : draftOf(kind, body)));
  // The same press twice is one change.
  const [commandId] = useState(newId);
  const read = bodyOf(kind, draft, body);
  const wall = now().wall;
  const findings: readonly Finding[] = read.ok ? findingsOf(kind, read.body, { others, now: wall, today: localDay(wall) }) : [];
  const stopped = !read.ok || findings.some(({ weight }) => weight === 'stop');
  const fieldWord = (name: string): string => { const field = fieldsOf[kind].find((one) => one.name === name); return field === undefined ? name : say(`cityDesk.field.${field.name}`); };
  return (
    <Modal open width={640} title={say(body === undefined ? 'cityDesk.add' : 'cityDesk.edit')} onCancel={onClose} maskClosable={false} footer={null}>
      <form className="entry-form" onSubmit={(event) => { event.preventDefault(); if (read.ok && !stopped) onSave(read.body, commandId); }}>
        {fieldsOf[kind].map((field) => <Row key={field.name} field={field} value={draft[field.name]} fixed={field.key === true && version > 0} onChange={(value) => { setDraft(field.name === 'paper' && version === 0 ? { ...templateDraft(value === 'promise' ? 'promise' : 'agreement', typeof draft['since'] === 'string' ? draft['since'] : localDay(wall)), version: draft['version'] } : { ...draft, [field.name]: value }); }} />)}
        <ul className="findings" aria-live="polite">
          {!read.ok && <li className="stop">{say('cityDesk.refusal.malformed', { field: fieldWord(read.field) })}</li>}
          {findings.map(({ code, weight }) => <li key={code} className={weight}>{say(`cityDesk.finding.${code}`)}</li>)}
        </ul>
        {trouble !== undefined && <Alert type="warning" showIcon title={trouble} />}
        <div className="end"><Button onClick={onClose}>{say('cityDesk.back')}</Button><Button type="primary" htmlType="submit" loading={busy} disabled={stopped}>{say('cityDesk.save')}</Button></div>
      </form>
    </Modal>
  );
}

function newDraft(kind: EntryKind): Draft {
  const wall = now().wall;
  if (kind === 'notice') return { noticeId: `n-${newId().slice(0, 10)}`, from: `${localDay(wall)}T${new Date(wall + 8 * 3_600_000).toISOString().slice(11, 16)}`, urgent: false };
  if (kind === 'contractor') return { contractorId: newId().slice(0, 8) };
  if (kind === 'course') return { courseId: newId().slice(0, 8) };
  if (kind === 'steadyJob') return { steadyId: newId().slice(0, 8), unit: 'month', settlement: 'month', meals: false, transport: false };
  if (kind === 'filterRule') return { outcome: 'block' };
  if (kind === 'template') return templateDraft('agreement', localDay(wall + 86_400_000));
  return kind === 'minimumWage' ? { since: businessDayAt(wall) } : {};
}

/** A new text begins as the shipped one, from tomorrow. */
function templateDraft(paper: 'agreement' | 'promise', since: string): Draft {
  const { title, paragraphs } = templateOn(paper, since);
  return { paper, since, version: `city-${since.slice(0, 7)}`, paperTitle: title, paragraphs: paragraphs.join('\n') };
}

function Row({ field: { name, input, must, options }, value, fixed, onChange }: { readonly field: Field; readonly value: Draft[string]; readonly fixed: boolean; readonly onChange: (value: Draft[string]) => void }) {
  const say = useSay();
  const label = say(`cityDesk.field.${name}`);
  const text = typeof value === 'string' ? value : '';
  const id = `entry-${name}`;
  return (
    <>
      <label htmlFor={id}>{label}{must === true && <b aria-hidden> *</b>}</label>
      <div>
        {input === 'yes' && <Switch id={id} checked={value === true} onChange={onChange} />}
        {input === 'choice' && <Select id={id} aria-label={label} allowClear={must !== true} disabled={fixed} value={text === '' ? undefined : text} onChange={onChange} options={(options ?? []).map((option) => ({ value: option, label: choiceText(say, name, option) }))} />}
        {input === 'several' && <Select id={id} aria-label={label} mode="multiple" value={Array.isArray(value) ? [...(value as readonly string[])] : []} onChange={onChange} options={(options ?? []).map((option) => ({ value: option, label: choiceText(say, name, option) }))} />}
        {input === 'trade' && <Select id={id} aria-label={label} showSearch optionFilterProp="label" value={text === '' ? undefined : text} onChange={onChange} options={offeredTrades().map(({ code }) => ({ value: code, label: tradeName(say.language, code) }))} />}
        {input === 'trades' && <Select id={id} aria-label={label} mode="multiple" maxCount={12} optionFilterProp="label" value={Array.isArray(value) ? [...(value as readonly string[])] : []} onChange={onChange} options={offeredTrades().map(({ code }) => ({ value: code, label: tradeName(say.language, code) }))} />}
        {(input === 'lines' || input === 'paragraphs' || input === 'sentences') && <Input.TextArea id={id} rows={input === 'paragraphs' ? 14 : 4} maxLength={input === 'lines' ? 600 : input === 'sentences' ? 1_400 : 12_000} value={text} onChange={(event) => { onChange(event.target.value); }} />}
        {(input === 'text' || input === 'number') && <Input id={id} inputMode={input === 'number' ? 'numeric' : 'text'} maxLength={120} disabled={fixed} value={text} onChange={(event) => { onChange(event.target.value); }} />}
        {(input === 'moment' || input === 'day') && <input id={id} className="native" type={input === 'day' ? 'date' : 'datetime-local'} disabled={fixed} value={text} onChange={(event) => { onChange(event.target.value); }} />}
      </div>
    </>
  );
}
