/* 人员账号 (F33): who may sign in, as what, and what that role may do. Accounts and PINs are the configuration's; nothing here changes them. */
import { Table, Tag } from 'antd';
import { staffRoles } from '@kuaizhao/db/domain/staff/role.ts';
import type { Desk } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../kit/say.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { useMemory } from '../session/desk-session.tsx';
import '../parts/listing.css';
import './manage.css';

type Member = Desk['staff'][number];

export function AccountsPage() {
  const say = useSay();
  const { desk, signedIn } = useMemory();
  const staff = (desk?.staff ?? []).toSorted((one, other) => staffRoles.indexOf(one.role) - staffRoles.indexOf(other.role));
  return (
    <PageFrame title={say('page.accounts')} hint={say('manage.accountsHint')}>
      <Table<Member>
        size="small" pagination={false} sticky rowKey="staffId" dataSource={staff} locale={{ emptyText: say('console.noStaff') }}
        columns={[
          { title: say('manage.who'), key: 'who', width: 220, render: (_, row) => <><b>{row.staffName}</b> {row.staffId === signedIn?.staffId && <Tag color="blue">{say('manage.signedIn')}</Tag>}</> },
          { title: say('manage.id'), dataIndex: 'staffId', width: 160, className: 'mono' },
          { title: say('manage.role'), key: 'role', width: 140, render: (_, row) => say(`role.${row.role}`) },
          { title: say('manage.may'), key: 'may', render: (_, row) => say(`manage.may.${row.role}`) },
        ]}
      />
    </PageFrame>
  );
}
