/* 开门前检查 at the console: one table for all machines of the hall, on a kiosk's printer or through the browser's own print. */
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { readinessReplySchema, type ReadinessReply as Reply } from '@kuaizhao/sync-agent/contract/queries/machine/readiness.ts';
import type { Link } from '../../kit/link.ts';
import { useSay } from '../../kit/say.tsx';
import { paperFrom, PrinterSelect, usePrinter } from '../parts/form/choices.tsx';
import { useSession } from '../session/desk-session.tsx';
import { useAct } from '../session/use-act.ts';
import { useMay } from '../session/use-may.ts';
import { ReadinessTable } from './readiness-table.tsx';

const askMs = 3_000;

/** Undefined when no answer came, or none that is understood. */
async function askReadiness(link: Pick<Link, 'ask'>): Promise<Reply | undefined> {
  const answer = await link.ask('query', { name: 'readiness', asked: {} }, askMs);
  return readinessReplySchema.safeParse((answer as { value?: unknown } | undefined)?.value).data;
}

export function ReadinessSheet({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const { link } = useSession();
  const act = useAct();
  const { may } = useMay();
  const [reply, setReply] = useState<Reply>();
  const { printer } = usePrinter();
  useEffect(() => {
    let gone = false;
    void askReadiness(link).then((told) => { if (!gone && told !== undefined) setReply(told); });
    return () => { gone = true; };
  }, [link]);
  const again = (): void => void askReadiness(link).then((told) => { if (told !== undefined) setReply(told); });
  const print = (): void => {
    if (printer !== undefined) void act.run({ type: 'printReadiness', printer: paperFrom(printer) }, () => say('readiness.printed', { printer }));
  };
  return (
    <Modal open width={860} className="readiness-sheet" title={reply === undefined ? say('readiness.title') : `${say('readiness.title')} · ${say(reply.ready ? 'readiness.ready' : 'readiness.notReady')}`} onCancel={onClose} footer={(
      <div className="readiness-acts">
        <Button onClick={again}>{say('readiness.again')}</Button>
        <Button onClick={() => { globalThis.print(); }}>{say('readiness.pdf')}</Button>
        {may('printReadiness') && <><PrinterSelect /><Button type="primary" loading={act.busy} disabled={printer === undefined} onClick={print}>{say('readiness.print')}</Button></>}
      </div>
    )}>
      <ReadinessTable reply={reply} height={460} />
    </Modal>
  );
}
