/* 设备: whether everything is ready to open, what has to be done first, who is in the hall's network, and what broke in the last days. */
import { Button, Table, Tag } from 'antd';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { spanText } from '../../kit/age.ts';
import { useSay } from '../../kit/say.tsx';
import { Answer } from '../parts/answer.tsx';
import { momentText } from '../parts/desk/when.ts';
import { paperFrom, PrinterSelect, usePrinter } from '../parts/form/choices.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { NetworkPart, WaitingScreens } from './network/network-part.tsx';
import { ReadinessTable } from '../readiness/readiness-table.tsx';
import { useAct } from '../session/use-act.ts';
import { useMay } from '../session/use-may.ts';
import { useQuestion } from '../session/use-question.ts';
import { useToday } from '../session/use-today.ts';
import '../parts/listing.css';
import './manage.css';

const weekMs = 7 * 86_400_000;
const troublesListed = 100;
const askEveryMs = 20_000;
/** A question of another second would be another question: troubles are asked from the full hour on. */
const hourMs = 3_600_000;
type Trouble = QueryReply<'deviceTroubles'>['troubles'][number];

export function DevicesPage() {
  const say = useSay();
  const { now } = useToday();
  const { may, mayAsk } = useMay();
  const act = useAct();
  const readiness = useQuestion('readiness', {}, { everyMs: askEveryMs });
  const troubles = useQuestion('deviceTroubles', { since: Math.floor((now - weekMs) / hourMs) * hourMs, limit: troublesListed });
  const { printer } = usePrinter();
  const print = (): void => { if (printer !== undefined) void act.run({ type: 'printReadiness', printer: paperFrom(printer) }, () => say('readiness.printed', { printer })); };
  return (
    <PageFrame title={say('page.devices')} acts={(
      <>
        {printer !== undefined && may('printReadiness') && <><PrinterSelect /><Button loading={act.busy} onClick={print}>{say('manage.printCheck')}</Button></>}
        <Button type="primary" onClick={() => { readiness.again(); troubles.again(); }}>{say('readiness.again')}</Button>
      </>
    )}>
      {mayAsk('network') && <WaitingScreens />}
      <Answer of={readiness}>{(value) => (
        <>
          <p className={`verdict${value.ready ? '' : ' bad'}`}><b>{say(value.ready ? 'manage.ready' : 'manage.notReady')}</b> <span>{say('manage.checkedAt', { time: localTime(value.at) })}</span></p>
          <ReadinessTable reply={value} />
        </>
      )}
      </Answer>
      {mayAsk('network') && <NetworkPart />}
      <h3 className="part">{say('manage.troubles')}</h3>
      <Answer of={troubles}>{(value) => (
        <Table<Trouble>
          size="small" pagination={false} rowKey={(row) => `${row.deviceId} ${row.kind} ${String(row.from)}`} dataSource={value.troubles} locale={{ emptyText: say('manage.noTroubles') }}
          columns={[
            { title: say('manage.device'), dataIndex: 'deviceId', width: 180 },
            { title: say('manage.part'), key: 'part', width: 120, render: (_, row) => say(`manage.part.${row.kind}`) },
            { title: say('manage.trouble'), key: 'state', render: (_, row) => say(`manage.state.${row.state}`) },
            { title: say('manage.began'), key: 'from', width: 150, render: (_, row) => momentText(row.from) },
            { title: say('manage.lasted'), key: 'lasted', width: 150, render: (_, row) => (row.until === undefined ? <Tag color="orange">{say('manage.stillOn')}</Tag> : spanText(say, row.until - row.from)) },
          ]}
        />
      )}
      </Answer>
    </PageFrame>
  );
}
