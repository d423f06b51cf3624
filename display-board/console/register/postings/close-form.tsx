/* 不招了: the employer needs nobody more, and says why; the board lets go of the posting at once. */
import { closeReasonSchema } from '@kuaizhao/db/domain/jobs/commands.ts';
import type { ReviewJobRow } from '@kuaizhao/sync-agent/contract/queries/jobs.ts';
import { useSay } from '../../../kit/say.tsx';
import { AskWhy } from '../../parts/form/ask-why.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { ShownBy, shownOf, type Showing } from './shown-by.tsx';

interface CloseFormProps { readonly job: ReviewJobRow; readonly called: number; readonly showing: Showing; readonly onShowing: (showing: Showing) => void; readonly onDone: () => void; readonly onClose: () => void }

export function CloseForm({ job, called, showing, onShowing, onDone, onClose }: CloseFormProps) {
  const say = useSay();
  const form = useCommandForm();
  return (
    <AskWhy
      title={say('postings.closeTitle', { number: job.number })} about={<><p>{say('postings.closeAbout', { n: called })}</p><ShownBy showing={showing} put={onShowing} form={form} /></>}
      reasons={closeReasonSchema.options} nameOf={(one) => say(`closeWhy.${one}`)} act={say('postings.close')} danger withNote={false} form={form} onClose={onClose}
      onAct={({ reason }) => { void form.send({ type: 'closeJob', jobId: job.jobId, shown: shownOf(showing), reason }, () => say('postings.closed', { number: job.number })).then((done) => { if (done) onDone(); }); }}
    />
  );
}
