/* F2 two records that may be one person: side by side, and a member of staff who has asked the person decides. */
import { Button } from 'antd';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { useSay } from '../../kit/say.tsx';
import { Answer } from '../parts/answer.tsx';
import { AskedAt } from '../parts/desk/asked-at.tsx';
import { momentText } from '../parts/desk/when.ts';
import { useCommandForm } from '../parts/form/use-command-form.ts';
import { PageFrame } from '../parts/page-frame.tsx';
import { PersonLine } from '../parts/people/person-line.tsx';
import { useQuestion } from '../session/use-question.ts';

type Proposal = QueryReply<'mergeProposals'>['proposals'][number];

export function MergesPage() {
  const say = useSay();
  const question = useQuestion('mergeProposals', {});
  return (
    <PageFrame title={say('page.merges')} hint={say('merges.hint')} acts={<AskedAt of={question} />}>
      <div className="sheet alone">
        <Answer of={question}>
          {({ proposals }) => (proposals.length === 0 ? <p className="nothing">{say('merges.none')}</p> : (
            <ul className="proposals">{proposals.map((one) => <ProposalRow key={one.proposalId} proposal={one} onDone={question.again} />)}</ul>
          ))}
        </Answer>
      </div>
    </PageFrame>
  );
}

function ProposalRow({ proposal: { proposalId, from, into, at }, onDone }: { readonly proposal: Proposal; readonly onDone: () => void }) {
  const say = useSay();
  const form = useCommandForm();
  const merge = (): void => { void form.send({ type: 'mergeWorker', from: from.workerId, into: into.workerId, proposalId }, () => say('merges.merged')).then((done) => { if (done) onDone(); }); };
  const dismiss = (): void => { void form.send({ type: 'dismissMerge', proposalId }, () => say('merges.dismissed')).then((done) => { if (done) onDone(); }); };
  return (
    <li>
      <div className="proposal-side"><small>{say('merges.from')}</small><p className="who-line"><PersonLine worker={from} /></p></div>
      <div className="proposal-side"><small>{say('merges.into')}</small><p className="who-line"><PersonLine worker={into} /></p></div>
      <div className="proposal-acts">
        <time>{momentText(at)}</time>
        <Button type="primary" loading={form.busy} onClick={merge}>{say('merges.merge')}</Button><Button disabled={form.busy} onClick={dismiss}>{say('merges.dismiss')}</Button>
      </div>
    </li>
  );
}
