/* What the city keeps for all halls, kind by kind: the entries, their versions with who made them, and the form. */
import { App, Button, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { shippedThresholds } from '@kuaizhao/db/domain/registry/alarms.ts';
import { entryKinds, type CityRole, type EntryKind } from '@kuaizhao/db/domain/registry/entries.ts';
import { cityChangedSchema, type CityChange } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import { cityMayChange } from '@kuaizhao/sync-agent/contract/may/city.ts';
import type { CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { tradeName, type Say } from '../../../i18n/texts.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer, Grid, type Column } from '../parts/grid.tsx';
import { newId, say as tell, troubleText, type Trouble, useDesk, useQuestion, useSession } from '../session.tsx';
import { EntryForm, type Editing } from './entry-form.tsx';
import { choiceText } from './choice-text.ts';
import { draftOf, fieldsOf } from './fields.ts';
import type { Draft, Field } from './form-types.ts';

type Entry = CityTold<'entries'>[number];

export function RegistryPage({ role }: { readonly role: CityRole }) {
  const say = useSay();
  const [kind, setKind] = useState<EntryKind>('hall');
  return (
    <>
      <nav className="kinds" aria-label={say('cityDesk.page.registry')}>{entryKinds.map((one) => <button key={one} type="button" aria-current={one === kind ? 'page' : undefined} onClick={() => { setKind(one); }}>{say(`cityDesk.kind.${one}`)}</button>)}</nav>
      <Entries key={kind} kind={kind} mine={cityMayChange(role, kind)} />
    </>
  );
}

function Entries({ kind, mine }: { readonly kind: EntryKind; readonly mine: boolean }) {
  const text = useSay();
  const { link } = useSession();
  const { message } = App.useApp();
  const asked = useQuestion('entries', { kind });
  const [editing, setEditing] = useState<Editing>();
  const [history, setHistory] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const change = async (wanted: CityChange, done: (version: number) => string): Promise<void> => {
    setBusy(true);
    const told = await tell(link, 'change', wanted, (value) => cityChangedSchema.safeParse(value).data);
    setBusy(false);
    if (told.kind !== 'told') { setTrouble(troubleText(text, told)); if (wanted.type === 'end') void message.warning(whyKept(text, told)); return; }
    void message.success(done(told.value.version));
    setEditing(undefined);
    asked.again();
  };
  const open = (entry?: Entry): void => {
    setTrouble(undefined);
    setEditing({ kind, body: entry?.body ?? (kind === 'thresholds' && entry === undefined ? shippedThresholds : undefined), version: entry?.version ?? 0 });
  };
  const rows = asked.value ?? [];
  const columns: Column<Entry>[] = [
    { title: text('cityDesk.content'), render: ({ body, key }) => <Content kind={kind} body={body} entryKey={key} /> },
    { title: text('cityDesk.versions'), number: true, render: ({ key, version }) => <button type="button" className="opens" onClick={() => { setHistory(key); }}>{text('cityDesk.version', { n: version })}</button> },
    { title: text('cityDesk.by'), render: (entry) => <Who entry={entry} /> },
    ...(mine ? [{
      title: '', render: (entry: Entry) => (entry.body === undefined ? null : (
        <span className="row-acts"><Button size="small" onClick={() => { open(entry); }}>{text('cityDesk.edit')}</Button>
          <Popconfirm title={text('cityDesk.endSure')} onConfirm={() => { void change({ type: 'end', commandId: newId(), kind, expected: entry.version, key: entry.key }, () => text('cityDesk.ended')); }}><Button size="small">{text('cityDesk.end')}</Button></Popconfirm></span>
      )),
    }] : []),
  ];
  return (
    <section className="panel">
      <h2>{text(`cityDesk.kind.${kind}`)}<span className="acts">{mine && !(kind === 'thresholds' && rows.length > 0) && <Button type="primary" size="small" onClick={() => { open(); }}>{text('cityDesk.add')}</Button>}</span></h2>
      <Answer of={asked}>{(entries) => <Grid rows={entries} columns={columns} rowKey={({ key }) => key} empty={text('cityDesk.noEntries')} label={text(`cityDesk.kind.${kind}`)} />}</Answer>
      {editing !== undefined && <EntryForm editing={editing} others={rows.flatMap(({ body }) => (body === undefined ? [] : [body]))} trouble={trouble} busy={busy} onClose={() => { setEditing(undefined); }} onSave={(body, commandId) => { void change({ type: 'put', commandId, kind, expected: editing.version, body }, (version) => text('cityDesk.saved', { n: version })); }} />}
      {history !== undefined && <History kind={kind} entryKey={history} onClose={() => { setHistory(undefined); }} />}
    </section>
  );
}

/** Why an entry is not taken back: where a finding says so, in its words. */
function whyKept(say: Say, trouble: Trouble): string {
  const finding = trouble.kind === 'refused' && trouble.refusal.code === 'stopped' ? (['tradeStays', 'groupStays', 'textHolds'] as const).find((one) => one === trouble.refusal.field) : undefined;
  return finding === undefined ? troubleText(say, trouble) : say(`cityDesk.finding.${finding}`);
}

function Content({ kind, body, entryKey }: { readonly kind: EntryKind; readonly body: unknown; readonly entryKey: string }) {
  const say = useSay();
  if (body === undefined) return <span className="soft">{entryKey} · {say('cityDesk.takenBack')}</span>;
  const draft = draftOf(kind, body);
  return <dl className="content">{fieldsOf[kind].flatMap(({ name, options, input }) => { const value = draft[name]; const option = options?.find((one) => one === value); return value === undefined || value === false ? [] : [<div key={name}><dt>{say(`cityDesk.field.${name}`)}</dt><dd>{option === undefined ? shown(say, input === 'trade' && typeof value === 'string' ? [value] : value, { name, ...(options === undefined ? {} : { options }) }) : choiceText(say, name, option)}</dd></div>]; })}</dl>;
}

/** Trades, and what was chosen of several, by their names. */
function shown(say: Say, value: NonNullable<Draft[string]>, { name, options = [] }: Pick<Field, 'name' | 'options'>): string {
  if (Array.isArray(value) && options.length > 0) return options.filter((option) => (value as readonly string[]).includes(option)).map((option) => choiceText(say, name, option)).join(say.language === 'en' ? ', ' : '、');
  return value === true ? '✓' : typeof value === 'string' ? value : Array.isArray(value) ? (value as readonly string[]).map((trade) => tradeName(say.language, trade)).join(say.language === 'en' ? ', ' : '、') : '';
}

function Who({ entry: { staffId, at } }: { readonly entry: Entry }) {
  const { desk } = useDesk();
  return <>{desk?.staff.find((one) => one.staffId === staffId)?.name ?? staffId}<small>{localDay(at)} {localTime(at)}</small></>;
}

function History({ kind, entryKey, onClose }: { readonly kind: EntryKind; readonly entryKey: string; readonly onClose: () => void }) {
  const say = useSay();
  const asked = useQuestion('versions', { kind, key: entryKey });
  const columns: Column<Entry>[] = [
    { title: say('cityDesk.versions'), number: true, render: ({ version }) => version }, { title: say('cityDesk.by'), render: (entry) => <Who entry={entry} /> },
    { title: say('cityDesk.content'), render: ({ body, key }) => <Content kind={kind} body={body} entryKey={key} /> },
  ];
  return <Modal open width={860} title={say('cityDesk.history')} onCancel={onClose} footer={null}><Answer of={asked}>{(rows) => <Grid rows={rows} columns={columns} rowKey={({ version }) => String(version)} empty={say('cityDesk.nothing')} label={say('cityDesk.history')} />}</Answer></Modal>;
}
