/* Who did what when: rows that are only appended, the newest first. */
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { useSay } from '../../kit/say.tsx';
import { Answer, Grid, type Column } from './parts/grid.tsx';
import { useDesk, useQuestion } from './session.tsx';

export function AuditPage() {
  const say = useSay();
  const { desk } = useDesk();
  const asked = useQuestion('audit', {});
  const columns: Column<CityTold<'audit'>[number]>[] = [
    { title: '#', number: true, render: ({ no }) => no },
    { title: say('cityDesk.when'), render: ({ at }) => `${localDay(at)} ${localTime(at)}` },
    { title: say('cityDesk.by'), render: ({ staffId }) => desk?.staff.find((one) => one.staffId === staffId)?.name ?? staffId },
    { title: say('cityDesk.act'), render: ({ act }) => say(`cityDesk.act.${act}`) },
    { title: say('cityDesk.about'), render: ({ about }) => about },
  ];
  return <section className="panel"><h2>{say('cityDesk.page.audit')}</h2><Answer of={asked}>{(rows) => <Grid rows={rows} columns={columns} rowKey={({ no }) => String(no)} empty={say('cityDesk.nothing')} label={say('cityDesk.page.audit')} />}</Answer></section>;
}
