/* F5 外场推荐: who is expected here from other halls, until somebody says under which number of this hall they have come; and who of this hall goes elsewhere. Numbers, never names. */
import { Button, Input, Table, Tag } from 'antd';
import { useState } from 'react';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { hallNumberSchema } from '@kuaizhao/db/domain/scalars.ts';
import type { Expected, MyReferral } from '@kuaizhao/sync-agent/contract/queries/referrals.ts';
import { tradeName } from '../../i18n/texts.ts';
import { payText } from '../../kit/pay.ts';
import { useSay } from '../../kit/say.tsx';
import { Answer } from '../parts/answer.tsx';
import { AskedAt } from '../parts/desk/asked-at.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { useAct } from '../session/use-act.ts';
import { useQuestion } from '../session/use-question.ts';
import { useMay } from '../session/use-may.ts';
import '../parts/listing.css';
import { plainNumber } from '../parts/form/typed.ts';

const listed = 200;
const askEveryMs = 15_000;

export function ReferralsPage() {
  const say = useSay();
  const referrals = useQuestion('cityReferrals', { limit: listed }, { everyMs: askEveryMs });
  const may = useMay().may('meetReferral');
  const hall = ({ name, km }: Expected['hall']): string => (km === undefined ? name : say('referrals.far', { name, km }));
  const state = (row: Pick<MyReferral, 'state'>) => <Tag color={row.state === 'confirmed' ? 'orange' : row.state === 'offered' ? 'blue' : 'default'}>{say(`referrals.${row.state}`)}</Tag>;
  return (
    <PageFrame title={say('page.referrals')} hint={say('referrals.hint')} acts={<AskedAt of={referrals} />}>
      <Answer of={referrals}>{({ expected, going }) => (
        <>
          <h3 className="part">{say('referrals.expected')} {expected.length}</h3>
          <Table<Expected>
            size="small" pagination={false} rowKey="referralId" dataSource={expected} locale={{ emptyText: say('referrals.nobodyExpected') }}
            columns={[
              { title: say('referrals.state'), key: 'state', width: 110, render: (_, row) => state(row) },
              { title: say('referrals.theirNumber'), key: 'number', width: 110, render: (_, row) => <b>{row.theirNumber}</b> },
              { title: say('referrals.hall'), key: 'hall', render: (_, row) => hall(row.hall) },
              { title: say('referrals.job'), key: 'job', width: 110, render: (_, row) => row.jobNumber },
              { title: say('referrals.heldUntil'), key: 'held', width: 120, render: (_, row) => (row.heldUntil === undefined ? '' : localTime(row.heldUntil)) },
              { title: say('referrals.came'), key: 'came', width: 270, render: (_, row) => (row.hired ? <b>{say('referrals.hired', { number: row.metNumber ?? '' })}</b> : row.metNumber !== undefined ? say('referrals.metAs', { number: row.metNumber }) : row.state === 'confirmed' && may ? <Meet referralId={row.referralId} onMet={referrals.again} /> : null) },
            ]}
          />
          <h3 className="part">{say('referrals.going')} {going.length}</h3>
          <Table<MyReferral>
            size="small" pagination={false} rowKey="referralId" dataSource={going} locale={{ emptyText: say('referrals.nobodyGoes') }}
            columns={[
              { title: say('referrals.state'), key: 'state', width: 110, render: (_, row) => state(row) },
              { title: say('referrals.number'), key: 'number', width: 110, render: (_, row) => <b>{row.number}</b> },
              { title: say('referrals.hall'), key: 'hall', render: (_, row) => hall(row.hall) },
              { title: say('referrals.job'), key: 'job', width: 300, render: (_, row) => `${row.job.number} ${tradeName(say.language, row.job.trade)} ${payText(say, row.job.pay)}` },
              { title: say('referrals.start'), key: 'start', width: 90, render: (_, row) => localTime(row.job.startAt) },
              { title: say('referrals.place'), key: 'place', width: 210, render: (_, row) => row.job.place },
            ]}
          />
        </>
      )}
      </Answer>
    </PageFrame>
  );
}

/** Whoever came takes a number here like everybody; with it the place that is held is theirs. */
function Meet({ referralId, onMet }: { readonly referralId: string; readonly onMet: () => void }) {
  const say = useSay();
  const act = useAct();
  const [typed, setTyped] = useState('');
  const number = plainNumber(typed);
  const isNumber = hallNumberSchema.safeParse(number).success;
  const meet = (): void => { if (isNumber) void act.run({ type: 'meetReferral', referralId, number }, () => say('referrals.met', { number })).then((done) => { if (done) onMet(); }); };
  return <span className="meet"><Input size="small" aria-label={say('referrals.numberHere')} placeholder={say('referrals.numberHere')} value={typed} onChange={(event) => { setTyped(event.target.value); }} onPressEnter={meet} /><Button size="small" type="primary" disabled={!isNumber} loading={act.busy} onClick={meet}>{say('referrals.here')}</Button></span>;
}
