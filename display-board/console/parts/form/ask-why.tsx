/* A decision that needs its reason: which one of a closed list, a note where the hall wants one, a last day where there is one. Esc leaves, Enter does it. */
import { Modal, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSay } from '../../../kit/say.tsx';
import { DayBox } from './choices.tsx';
import { Field, FieldGroup } from './field.tsx';
import type { CommandForm } from './use-command-form.ts';
import { NoteBox, orAbsent } from './written.tsx';

export interface Why<R extends string> { readonly reason: R; readonly note: string | undefined; readonly until: string | undefined }

interface AskWhyProps<R extends string> {
  readonly title: string;
  readonly about?: ReactNode;
  readonly reasons: readonly R[];
  readonly nameOf: (reason: R) => string;
  readonly act: string;
  readonly form: CommandForm;
  readonly danger?: boolean;
  readonly withNote?: boolean;
  /** what stands under the reasons and must be filled in, too */
  readonly more?: { readonly fields: ReactNode; readonly ready: boolean; readonly busy: boolean };
  /** the label of the last day; none is asked without it */
  readonly untilLabel?: string;
  readonly onAct: (why: Why<R>) => void;
  readonly onClose: () => void;
}

export function AskWhy<R extends string>({ title, about, reasons, nameOf, act, form, danger = false, withNote = true, more, untilLabel, onAct, onClose }: AskWhyProps<R>) {
  const say = useSay();
  const [reason, setReason] = useState<R>();
  const [note, setNote] = useState('');
  const [until, setUntil] = useState('');
  const ready = reason !== undefined && more?.ready !== false;
  const go = (): void => { if (reason !== undefined && ready) onAct({ reason, note: orAbsent(note), until: orAbsent(until) }); };
  return (
    <Modal
      open centered closable={false} width={560} title={title} onCancel={onClose} onOk={go} confirmLoading={form.busy || more?.busy === true}
      okText={act} cancelText={say('console.cancel')} okButtonProps={{ disabled: !ready, danger }}
    >
      <form className="ask-why" onSubmit={(event) => { event.preventDefault(); go(); }}>
        {about}
        <FieldGroup label={say('desk.why')} needed wrong={form.wrong('reason')}>
          <Radio.Group className="reasons" value={reason ?? null} onChange={(event) => { setReason(reasons.find((one) => one === event.target.value)); }}>
            {reasons.map((one, at) => <Radio key={one} value={one} autoFocus={at === 0}>{nameOf(one)}</Radio>)}
          </Radio.Group>
        </FieldGroup>
        {untilLabel !== undefined && <Field label={untilLabel} wrong={form.wrong('until')}><DayBox label={untilLabel} value={until} onChange={setUntil} /></Field>}
        {withNote && <Field label={say('desk.note')} wrong={form.wrong('note')} hint={say('desk.noteHint')}><NoteBox label={say('desk.note')} value={note} onChange={setNote} /></Field>}
        {more?.fields}
        <button type="submit" hidden />
      </form>
    </Modal>
  );
}
