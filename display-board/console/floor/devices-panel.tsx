/* Machines of the hall and papers that may not have come out. What is well is quiet, what is not stands out by word and colour. */
import { Button, Tag } from 'antd';
import { useState } from 'react';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { ageText } from '../../kit/age.ts';
import { useSay } from '../../kit/say.tsx';
import { ReadinessSheet } from '../readiness/readiness-sheet.tsx';

type Device = FloorState['devices'][number];

export function DevicesPanel({ floor }: { readonly floor: FloorState }) {
  const say = useSay();
  const [checking, setChecking] = useState(false);
  return (
    <section className="panel devices-panel" aria-label={say('console.devices')}>
      <div className="panel-head"><h2>{say('console.devices')} <small>{floor.devices.filter((one) => one.connected).length}/{floor.devices.length}</small></h2><Button size="small" onClick={() => { setChecking(true); }}>{say('readiness.title')}</Button></div>
      {checking && <ReadinessSheet onClose={() => { setChecking(false); }} />}
      <ul className="lines scroll">
        {floor.papers.map((paper) => (
          <li key={paper.printJobId} className="trouble"><b>{paper.number} {say(`paper.${paper.kind}`)}</b><Tag color="orange">{say(`paper.${paper.state}`)}</Tag><em>{paper.printer}</em></li>
        ))}
        {floor.devices.toSorted((one, other) => trouble(other) - trouble(one)).map((one) => <DeviceLine key={one.deviceId} device={one} countedAt={floor.countedAt} />)}
        {floor.devices.length === 0 && <li className="nothing">{say('console.noDevices')}</li>}
      </ul>
    </section>
  );
}

const wellPrinters: ReadonlySet<string> = new Set(['ready', 'starting']);
/** 2: away; 1: something on it is not well; 0: well. */
function trouble(device: Device): number {
  if (!device.connected) return 2;
  return device.reader === 'outOfService' || (device.printer !== undefined && !wellPrinters.has(device.printer)) ? 1 : 0;
}

/** The first of what is not well on it; undefined while all is. */
function troubledSince({ reader, readerSince, printer, printerSince }: Device): number | undefined {
  const since = [reader === 'outOfService' ? readerSince : undefined, printer !== undefined && !wellPrinters.has(printer) ? printerSince : undefined].filter((one) => one !== undefined);
  return since.length === 0 ? undefined : Math.min(...since);
}

function DeviceLine({ device, countedAt }: { readonly device: Device; readonly countedAt: number }) {
  const say = useSay();
  const { reader, printer } = device;
  return (
    <li>
      <b>{say(`device.${device.role}`)} <small>{device.deviceId}</small></b>
      {device.connected ? (
        <>
          {reader !== undefined && <Tag {...(reader === 'outOfService' ? { color: 'orange' } : {})}>{say('reader.title')} {say(`reader.${reader}`)}</Tag>}
          {printer !== undefined && <Tag {...(wellPrinters.has(printer) ? {} : { color: 'orange' })}>{say('printer.title')} {say(`printer.${printer}`)}</Tag>}
          <em>{troubledSince(device) === undefined ? say('device.connected') : ageText(say, countedAt - (troubledSince(device) ?? countedAt))}</em>
        </>
      ) : <><Tag color="orange">{say('device.away')}</Tag><em>{ageText(say, countedAt - device.since)}</em></>}
    </li>
  );
}
