/* 开门前检查 at the console: one table for all machines of the hall, on a kiosk's printer or through the browser's own print. */
import { Button, Modal, Select, Table, Tag } from 'antd';
import { useEffect, useState } from 'react';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { readinessReplySchema, type ReadinessReply as Reply } from '@kuaizhao/sync-agent/contract/queries/machine/readiness.ts';
import type { Link } from '../../kit/link.ts';
import { useSay } from '../../kit/say.tsx';
import { useSession } from '../session/desk-session.tsx';
import { useAct } from '../session/use-act.ts';

type Row = Reply['devices'][number]['checks'][number] & { readonly key: string; readonly deviceId: string };
const askMs = 3_000;
const colours = { ok: 'default', soon: 'gold', bad: 'orange', unknown: 'default' } as const;
/** What hinders opening stands first. */
const weight = { bad: 0, soon: 1, unknown: 2, ok: 3 } as const;

/** Undefined when no answer came, or none that is understood. */
async function askReadiness(link: Pick<Link, 'ask'>): Promise<Reply | undefined> {
  const answer = await link.ask('query', { name: 'readiness', asked: {} }, askMs);
  return readinessReplySchema.safeParse((answer as { value?: unknown } | undefined)?.value).data;
}

export function ReadinessSheet({ printers, onClose }: { readonly printers: readonly string[]; readonly onClose: () => void }) {
  const say = useSay();
  const { link } = useSession();
  const act = useAct();
  const [reply, setReply] = useState<Reply>();
  const [printer, setPrinter] = useState(printers[0]);
  useEffect(() => {
    let gone = false;
    void askReadiness(link).then((told) => { if (!gone && told !== undefined) setReply(told); });
    return () => { gone = true; };
  }, [link]);
  const again = (): void => void askReadiness(link).then((told) => { if (told !== undefined) setReply(told); });
  const rows: Row[] = (reply?.devices ?? []).flatMap(({ deviceId, checks }) => checks.map((one) => ({ ...one, deviceId, key: `${deviceId} ${one.check}` }))).sort((a, b) => weight[a.state] - weight[b.state]);
  const print = (): void => {
    if (printer !== undefined) void act.run({ type: 'printReadiness', printer: { printer, ready: false } }, () => say('readiness.printed', { printer }));
  };
  return (
    <Modal open width={860} className="readiness-sheet" title={reply === undefined ? say('readiness.title') : `${say('readiness.title')} · ${say(reply.ready ? 'readiness.ready' : 'readiness.notReady')}`} onCancel={onClose} footer={(
      <div className="readiness-acts">
        <Button onClick={again}>{say('readiness.again')}</Button>
        <Button onClick={() => { globalThis.print(); }}>{say('readiness.pdf')}</Button>
        <Select value={printer ?? null} onChange={setPrinter} options={printers.map((value) => ({ value, label: value }))} aria-label={say('readiness.printer')} />
        <Button type="primary" loading={act.busy} disabled={printer === undefined} onClick={print}>{say('readiness.print')}</Button>
      </div>
    )}>
      <Table<Row> size="small" pagination={false} loading={reply === undefined} dataSource={rows} scroll={{ y: 460 }} columns={[
        { title: say('readiness.device'), dataIndex: 'deviceId', render: (_, row) => (row.deviceId === 'agent' ? say('readiness.agent') : row.deviceId) },
        { title: say('readiness.part'), dataIndex: 'check', render: (_, row) => say(`readiness.check.${row.check}`) },
        { title: say('readiness.found'), dataIndex: 'state', render: (_, row) => <Tag color={colours[row.state]}>{say(`readiness.state.${row.state}`)}</Tag> },
        { title: say('readiness.since'), dataIndex: 'since', render: (_, row) => localTime(row.since) },
        { title: say('readiness.next'), dataIndex: 'next', render: (_, row) => (row.state === 'bad' || row.state === 'soon' ? say(`readiness.step.${row.check}`) : '') },
      ]} />
    </Modal>
  );
}
