/* A device is sent away: why, and what that means, before it is done. */
import { sentAwayReasons } from '@kuaizhao/db/domain/devices/commands.ts';
import type { NetworkMember } from '@kuaizhao/sync-agent/contract/queries/machine/network.ts';
import { useSay } from '../../../kit/say.tsx';
import { AskWhy } from '../../parts/form/ask-why.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { useSession } from '../../session/desk-session.tsx';

export function SendAwayForm({ member: { deviceId, name, role }, onDone, onClose }: { readonly member: NetworkMember; readonly onDone: () => void; readonly onClose: () => void }) {
  const say = useSay();
  const form = useCommandForm();
  const own = useSession().deviceId === deviceId;
  return (
    <AskWhy
      title={say('network.sendAwayTitle', { name })} about={<p>{say(own ? 'network.sendAwayOwn' : `network.sendAwayAbout.${role}`)}</p>} reasons={sentAwayReasons} nameOf={(one) => say(`network.why.${one}`)}
      act={say('network.sendAway')} danger withNote={false} form={form} onClose={onClose}
      onAct={({ reason }) => { void form.send({ type: 'revokeDevice', deviceId, reason }, () => say('network.gone', { name })).then((done) => { if (done) onDone(); }); }}
    />
  );
}
