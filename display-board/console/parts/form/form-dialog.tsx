/* A small form over the page: Enter does it, Esc leaves; it stays open while what was sent is refused. */
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useSay } from '../../../kit/say.tsx';
import type { CommandForm } from './use-command-form.ts';

interface FormDialogProps {
  readonly title: string;
  readonly act: string;
  readonly form: Pick<CommandForm, 'busy'>;
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly danger?: boolean;
  readonly ready?: boolean;
}

export function FormDialog({ title, act, form, onAct, onClose, children, danger = false, ready = true }: FormDialogProps) {
  const say = useSay();
  const go = (): void => { if (ready) onAct(); };
  return (
    <Modal open centered closable={false} width={560} title={title} onCancel={onClose} onOk={go} confirmLoading={form.busy} okText={act} cancelText={say('console.cancel')} okButtonProps={{ danger, disabled: !ready }}>
      <form className="ask-why" onSubmit={(event) => { event.preventDefault(); go(); }}>
        {children}
        <button type="submit" hidden />
      </form>
    </Modal>
  );
}
