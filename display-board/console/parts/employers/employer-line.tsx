/* One employer in a list: name, kind, and what holds today: verified or not, watched, banned, trusted. In words and shape, never by colour alone. */
import { Tag } from 'antd';
import type { EmployerSummary } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import { useSay } from '../../../kit/say.tsx';

export function EmployerLine({ employer }: { readonly employer: EmployerSummary }) {
  const say = useSay();
  return (
    <>
      <b className="employer-name" title={employer.name}>{employer.name}</b>
      <span className="at-end"><small>{say(`kind.${employer.kind}`)}</small></span>
      <span className="marks"><EmployerMarks employer={employer} /></span>
    </>
  );
}

type Marked = Pick<EmployerSummary, 'verification' | 'verifiedUntil' | 'standing' | 'standingUntil' | 'trusted'>;

export function EmployerMarks({ employer: { verification, verifiedUntil, standing, standingUntil, trusted } }: { readonly employer: Marked }) {
  const say = useSay();
  return (
    <>
      {standing !== 'normal' && <Tag color="error">{say(`standing.${standing}`)}{standingUntil === undefined ? '' : ` ${say('standing.until', { day: standingUntil })}`}</Tag>}
      <Tag color={verification === 'verified' ? 'blue' : 'orange'}>{say(`verification.${verification}`)}{verification === 'verified' && verifiedUntil !== undefined ? ` ${say('standing.until', { day: verifiedUntil })}` : ''}</Tag>
      {trusted && <Tag color="blue">{say('employer.trusted')}</Tag>}
    </>
  );
}
