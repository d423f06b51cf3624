/* 登记的设备: who of the hall's network is in and until when, browsers that wait with their signs, and the way in and out. For whoever answers for the machines. */
import { Button, Table, Tag } from 'antd';
import { useState } from 'react';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { UpdatesSeen } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';
import type { NetworkMember } from '@kuaizhao/sync-agent/contract/queries/machine/network.ts';
import { localDay } from '@kuaizhao/db/domain/queue/business-day.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { momentText } from '../../parts/desk/when.ts';
import { useQuestion } from '../../session/use-question.ts';
import { useToday } from '../../session/use-today.ts';
import { AdmitForm } from './admit-form.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';
import { ReleaseStage, VersionCell } from './release-part.tsx';
import { SendAwayForm } from './send-away-form.tsx';
import { useStep } from './use-step.ts';
import './network.css';

/** A code counts down, and signs are waited for by somebody on a ladder. */
const busyEveryMs = 1_000;
const quietEveryMs = 5_000;
type Network = QueryReply<'network'>;
type Waiting = Network['waiting'][number];

/** At the top of the page: somebody stands before a dark screen. Nothing while nobody waits. */
export function WaitingScreens() {
  const say = useSay();
  const step = useStep();
  const [admits, setAdmits] = useState<Waiting>();
  const { value, again } = useQuestion('network', {}, { everyMs: quietEveryMs });
  if (admits !== undefined) return <AdmitForm waiting={admits} known={value?.devices ?? []} onClose={() => { setAdmits(undefined); }} onDone={() => { setAdmits(undefined); again(); }} />;
  if (value === undefined || value.waiting.length === 0) return null;
  return (
    <ul className="waiting-screens" aria-label={say('network.waiting')}>
      {value.waiting.map((one) => (
        <li key={one.signs}>
          <span>{say(`network.waits.${one.role}`)}</span> <b className="signs">{one.signs}</b>
          <Button type="primary" size="small" onClick={() => { setAdmits(one); }}>{say('network.admit')}</Button>
          <Button size="small" disabled={step.busy} onClick={() => { void step.run('dismissBrowser', { signs: one.signs }).then(again); }}>{say('network.dismiss')}</Button>
        </li>
      ))}
    </ul>
  );
}

export function NetworkPart() {
  const say = useSay();
  const [enrols, setEnrols] = useState(false);
  const [leaves, setLeaves] = useState<NetworkMember>();
  const network = useQuestion('network', {}, { everyMs: enrols ? busyEveryMs : quietEveryMs });
  const updates = useQuestion('updates', {}, { everyMs: quietEveryMs });
  return (
    <>
      <h3 className="part network-head">{say('network.title')}{network.value?.lan === true && <Button size="small" onClick={() => { setEnrols(true); }}>{say('network.enrol')}</Button>}</h3>
      <Answer of={network}>{(value) => (value.lan ? (
        <>
          {updates.value !== undefined && <ReleaseStage seen={updates.value} nameOf={(id) => value.devices.find(({ deviceId }) => deviceId === id)?.name ?? id} again={updates.again} />}
          <Members members={value.devices} updates={updates.value} onSendAway={setLeaves} />
          {enrols && <EnrolDialog enrolling={value.enrolling} known={value.devices} again={network.again} onClose={() => { setEnrols(false); network.again(); }} />}
        </>
      ) : <p className="hint">{say('network.none')}</p>)}
      </Answer>
      {leaves !== undefined && <SendAwayForm member={leaves} onClose={() => { setLeaves(undefined); }} onDone={() => { setLeaves(undefined); network.again(); }} />}
    </>
  );
}

function Members({ members, updates, onSendAway }: { readonly members: readonly NetworkMember[]; readonly updates: UpdatesSeen | undefined; readonly onSendAway: (member: NetworkMember) => void }) {
  const say = useSay();
  const { now } = useToday();
  const out = ({ revokedAt, until }: NetworkMember): boolean => revokedAt !== undefined || until <= now;
  return (
    <Table<NetworkMember>
      size="small" pagination={false} rowKey="deviceId" dataSource={members.toSorted((one, other) => Number(out(one)) - Number(out(other)) || one.deviceId.localeCompare(other.deviceId))} locale={{ emptyText: say('network.empty') }}
      columns={[
        { title: say('manage.device'), key: 'device', render: (_, row) => <><b>{row.name}</b> <span className="soft">{row.deviceId}</span></> },
        { title: say('network.role'), key: 'role', width: 200, render: (_, row) => (row.printer === undefined ? say(`network.role.${row.role}`) : say('network.kioskPrinter', { printer: row.printer })) },
        // A hall in which no kiosk has told its version has nothing to show there.
        ...(updates === undefined || updates.kiosks.length === 0 ? [] : [{ title: say('update.version'), key: 'version', render: (_: unknown, row: NetworkMember) => <VersionCell kiosk={updates.kiosks.find(({ deviceId }) => deviceId === row.deviceId)} stage={updates.stage} /> }]),
        { title: say('network.until'), key: 'until', width: 130, render: (_, row) => localDay(row.until) },
        { title: say('network.state'), key: 'state', width: 200, render: (_, row) => <StateTag member={row} over={row.until <= now} /> },
        { title: '', key: 'act', width: 80, render: (_, row) => (out(row) ? null : <Button size="small" danger onClick={() => { onSendAway(row); }}>{say('network.sendAway')}</Button>) },
      ]}
    />
  );
}

function StateTag({ member: { revokedAt, here, since }, over }: { readonly member: NetworkMember; readonly over: boolean }) {
  const say = useSay();
  if (revokedAt !== undefined) return <Tag>{say('network.sentAway', { at: momentText(revokedAt) })}</Tag>;
  if (over) return <Tag>{say('network.runOut')}</Tag>;
  if (here) return <Tag color="blue">{say('network.here')}</Tag>;
  return <Tag color="orange">{since === undefined ? say('network.notSeen') : say('network.away', { at: momentText(since) })}</Tag>;
}
