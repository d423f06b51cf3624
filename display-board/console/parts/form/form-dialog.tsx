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
  /** how its rows stand: a desk's with their names above, or a table's, larger and closer */
  readonly rows?: 'ask-why' | 'floor-form' | 'hire-form';
  /** in pixels */
  readonly width?: number;
  /** once it is seen: where the keys go */
  readonly onShown?: () => void;
}

export function FormDialog({ title, act, form, onAct, onClose, children, danger = false, ready = true, rows = 'ask-why', width = 560, onShown }: FormDialogProps) {
  const say = useSay();
  const go = (): void => { if (ready) onAct(); };
  const size = rows === 'hire-form' ? { size: 'large' as const } : {};
  return (
    <Modal
      open centered closable={false} width={width} title={title} afterOpenChange={(shown) => { if (shown) onShown?.(); }} onCancel={onClose} onOk={go} confirmLoading={form.busy}
      okText={act} cancelText={say('console.cancel')} okButtonProps={{ danger, disabled: !ready, ...size }} cancelButtonProps={size}
    >
      <form className={rows} onSubmit={(event) => { event.preventDefault(); go(); }}>
        {children}
        <button type="submit" hidden />
      </form>
    </Modal>
  );
}
