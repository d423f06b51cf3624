/* F10 F13 F21 watched, banned, lifted, trusted: each with its reason and, where it has one, its last day. */
import { liftReasonSchema, standingReasonSchema, trustReasonSchema } from '@kuaizhao/db/domain/employers/commands.ts';
import { useSay } from '../../../kit/say.tsx';
import { AskWhy } from '../../parts/form/ask-why.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import type { DecideProps } from './sheet-props.ts';

export function StandingForm({ employer, standing, onDone, onClose }: DecideProps & { readonly standing: 'watched' | 'banned' }) {
  const say = useSay();
  const form = useCommandForm();
  const act = standing === 'watched' ? 'watch' : 'ban';
  return (
    <AskWhy
      title={say(`employers.${act}Title`, { name: employer.name })} about={<p>{say(`employers.${act}About`, { n: employer.liveJobs })}</p>} reasons={standingReasonSchema.options} nameOf={(one) => say(`standingWhy.${one}`)}
      act={say(`employers.do.${act}`)} danger={standing === 'banned'} form={form} untilLabel={say('desk.until')} onClose={onClose}
      onAct={({ reason, note, until }) => { void form.send({ type: 'setEmployerStanding', employerId: employer.employerId, standing, reason, note, until }, () => say(`employers.done.${act}`)).then((done) => { if (done) onDone(); }); }}
    />
  );
}

export function LiftForm({ employer, onDone, onClose }: DecideProps) {
  const say = useSay();
  const form = useCommandForm();
  return (
    <AskWhy
      title={say('employers.liftTitle', { name: employer.name })} reasons={liftReasonSchema.options} nameOf={(one) => say(`liftWhy.${one}`)} act={say('employers.do.lift')} form={form} onClose={onClose}
      onAct={({ reason, note }) => { void form.send({ type: 'liftStanding', employerId: employer.employerId, reason, note }, () => say('employers.done.lift')).then((done) => { if (done) onDone(); }); }}
    />
  );
}

export function TrustForm({ employer, trusted, onDone, onClose }: DecideProps & { readonly trusted: boolean }) {
  const say = useSay();
  const form = useCommandForm();
  const act = trusted ? 'trust' : 'distrust';
  return (
    <AskWhy
      title={say(`employers.${act}Title`, { name: employer.name })} about={<p>{say(`employers.${act}About`)}</p>} reasons={trustReasonSchema.options} nameOf={(one) => say(`trustWhy.${one}`)} act={say(`employers.do.${act}`)} form={form} onClose={onClose}
      onAct={({ reason, note }) => { void form.send({ type: 'setTrust', employerId: employer.employerId, trusted, reason, note }, () => say(`employers.done.${act}`)).then((done) => { if (done) onDone(); }); }}
    />
  );
}
