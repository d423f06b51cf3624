/* 人员账号 (F33): who may sign in, as what, and what that role may do. An admin opens, changes and closes accounts here; a new one works at once. */
import { Button, Popconfirm, Table, Tag } from 'antd';
import { useState } from 'react';
import { staffRoles } from '@kuaizhao/db/domain/staff/role.ts';
import type { Account } from '@kuaizhao/sync-agent/contract/queries/hall/accounts.ts';
import type { Say, TextKey } from '../../../i18n/texts.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useMemory } from '../../session/desk-session.tsx';
import { useAct } from '../../session/use-act.ts';
import { useMay } from '../../session/use-may.ts';
import { useQuestion } from '../../session/use-question.ts';
import { CardCell, CardForm } from './account-card.tsx';
import { OpenForm, PinForm, RoleForm } from './account-forms.tsx';
import '../../parts/listing.css';
import '../manage.css';

type Doing = { readonly what: 'open' } | { readonly what: 'role' | 'pin' | 'card'; readonly account: Account };
/** Closed ones stand last, then by role, then by id. */
const inOrder = (one: Account, other: Account): number =>
  Number(one.closedAt !== undefined) - Number(other.closedAt !== undefined) || staffRoles.indexOf(one.role) - staffRoles.indexOf(other.role) || one.staffId.localeCompare(other.staffId);
const againMs = 15_000;

export function AccountsPage() {
  const say = useSay();
  const { signedIn } = useMemory();
  const asked = useQuestion('accounts', {}, { everyMs: againMs });
  const may = useMay().may('openAccount');
  const [doing, setDoing] = useState<Doing>();
  const over = (): void => { setDoing(undefined); asked.again(); };
  const close = (): void => { setDoing(undefined); };
  return (
    <PageFrame title={say('page.accounts')} hint={say(may ? 'manage.accountsHint' : 'manage.accountsOnlyAdmin')} acts={<>{may && <Button type="primary" onClick={() => { setDoing({ what: 'open' }); }}>{say('manage.openAccount')}</Button>}<Button onClick={asked.again}>{say('records.again')}</Button></>}>
      <Answer of={asked}>{({ accounts, recoveryKept }) => (
        <>
          <p className={recoveryKept ? 'recovery' : 'recovery missing'}>{say(recoveryKept ? 'manage.recoveryKept' : 'manage.recoveryMissing')}</p>
          <Table<Account>
            size="small" pagination={false} sticky rowKey="staffId" dataSource={accounts.toSorted(inOrder)} locale={{ emptyText: say('console.noStaff') }}
            columns={[
              { title: say('manage.who'), key: 'who', width: 140, render: (_, row) => <><b>{row.name ?? row.staffId}</b> {row.staffId === signedIn?.staffId && <Tag color="blue">{say('manage.signedIn')}</Tag>}</> },
              { title: say('manage.id'), dataIndex: 'staffId', width: 100, className: 'mono' },
              { title: say('manage.role'), key: 'role', width: 100, render: (_, row) => say(`role.${row.role}`) },
              { title: say('records.state'), key: 'state', width: 130, render: (_, row) => (stateOf(row) === 'fine' ? stateText(say, row) : <Tag color={stateOf(row) === 'closed' ? 'default' : 'orange'}>{stateText(say, row)}</Tag>) },
              { title: say('manage.card'), key: 'card', width: 166, render: (_, row) => <CardCell row={row} may={may} onBind={() => { setDoing({ what: 'card', account: row }); }} onDone={over} /> },
              { title: say('manage.may'), key: 'may', ellipsis: true, render: (_, row) => (row.closedAt === undefined ? say(`manage.may.${row.role}`) : '') },
              ...may ? [{ title: '', key: 'act', width: 318, render: (_: unknown, row: Account) => (row.closedAt === undefined ? <Acts row={row} onDoing={setDoing} onDone={over} /> : null) }] : [],
            ]}
          />
        </>
      )}
      </Answer>
      {doing?.what === 'open' && <OpenForm onDone={over} onClose={close} />}
      {doing?.what === 'role' && <RoleForm account={doing.account} onDone={over} onClose={close} />}
      {doing?.what === 'card' && <CardForm account={doing.account} onDone={over} onClose={close} />}
      {doing?.what === 'pin' && <PinForm account={doing.account} onDone={over} onClose={close} />}
    </PageFrame>
  );
}

type State = 'fine' | 'oneTime' | 'noPin' | 'waits' | 'closed';
const stateOf = ({ closedAt, waitMs, noPin, oneTime }: Account): State => (closedAt !== undefined ? 'closed' : waitMs > 0 ? 'waits' : noPin ? 'noPin' : oneTime ? 'oneTime' : 'fine');
const stateKeys: Readonly<Record<State, TextKey>> = { fine: 'manage.account.fine', oneTime: 'manage.account.oneTime', noPin: 'manage.account.noPin', waits: 'manage.account.waits', closed: 'manage.account.closed' };
const minuteMs = 60_000;
const stateText = (say: Say, row: Account): string => say(stateKeys[stateOf(row)], { n: Math.ceil(row.waitMs / minuteMs) });

function Acts({ row, onDoing, onDone }: { readonly row: Account; readonly onDoing: (doing: Doing) => void; readonly onDone: () => void }) {
  const say = useSay();
  const act = useAct();
  const name = row.name ?? row.staffId;
  return (
    <span className="account-acts">
      {row.waitMs > 0 && <Button size="small" disabled={act.busy} onClick={() => { void act.run({ type: 'unlockAccount', staffId: row.staffId }, () => say('manage.unlocked', { name })).then(onDone); }}>{say('manage.unlock')}</Button>}
      <Button size="small" onClick={() => { onDoing({ what: 'role', account: row }); }}>{say('manage.changeRole')}</Button>
      <Button size="small" onClick={() => { onDoing({ what: 'pin', account: row }); }}>{say('manage.newPin')}</Button>
      <Popconfirm placement="bottomRight" title={say('manage.accountCloseSure', { name })} onConfirm={() => { void act.run({ type: 'closeAccount', staffId: row.staffId }, () => say('manage.accountClosed', { name })).then(onDone); }}>
        <Button size="small" danger disabled={act.busy}>{say('manage.closeAccount')}</Button>
      </Popconfirm>
    </span>
  );
}
