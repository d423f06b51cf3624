/* How far a new version of the kiosks is, above the list of devices, and what of it stands in a kiosk's row. Nothing while none was ever given out. */
import { Button, Popconfirm, Tag } from 'antd';
import { compareVersions, type KioskSeen, type UpdatesSeen } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';
import { useSay } from '../../../kit/say.tsx';
import { momentText } from '../../parts/desk/when.ts';
import { useMay } from '../../session/use-may.ts';
import { useStep } from './use-step.ts';

interface ReleaseStageProps { readonly seen: UpdatesSeen; readonly nameOf: (deviceId: string) => string; readonly again: () => void }

export function ReleaseStage({ seen: { stage, kiosks }, nameOf, again }: ReleaseStageProps) {
  const say = useSay();
  const step = useStep();
  const { mayAsk } = useMay();
  if (stage === undefined) return null;
  const { version, stopped } = stage;
  const off = kiosks.filter((kiosk) => kiosk.given && kiosk.off && kiosk.running !== version).map(({ deviceId }) => nameOf(deviceId));
  const stop = (): void => { void step.run('stopUpdate', { version }).then(again); };
  const failed = stopped !== undefined && stopped.why !== 'asked';
  return (
    <section className={`release-stage${failed ? ' failed' : ''}`} aria-label={say('update.title', { version })}>
      <p>
        <b>{say('update.title', { version })}</b>
        {stopped === undefined
          ? <span>{say(`update.step.${stage.step}`)}{say('update.comma')}{say(`update.waits.${stage.waits}`)}{say('update.stop')}{say('update.far', { has: stage.has, of: stage.of })}</span>
          : <span>{say(`update.stopped.${stopped.why}`, { name: stopped.deviceId === undefined ? '' : nameOf(stopped.deviceId) })}<span className="soft">{momentText(stopped.at)}</span></span>}
        {stopped === undefined && off.length > 0 && <span className="soft">{say('update.off', { names: off.join(say('manage.listDot')) })}</span>}
      </p>
      {stopped === undefined && mayAsk('stopUpdate') && <Popconfirm placement="bottomRight" title={say('update.haltSure', { version })} onConfirm={stop}><Button size="small" danger loading={step.busy}>{say('update.halt')}</Button></Popconfirm>}
      {failed && stopped.settled !== true && mayAsk('stopUpdate') && <Button size="small" loading={step.busy} onClick={stop}>{say('update.read')}</Button>}
    </section>
  );
}

/** Of one kiosk: the version that it runs as it says itself, and what there is to be said of a newer one. */
export function VersionCell({ kiosk, stage }: { readonly kiosk: KioskSeen | undefined; readonly stage: UpdatesSeen['stage'] }) {
  const say = useSay();
  if (kiosk === undefined) return null;
  const { running, healthy, given, off, bad, refused } = kiosk;
  // One that was given up before the version that runs came is nobody's news any more.
  const back = bad.findLast((version) => compareVersions(version, running) > 0);
  return (
    <span className="version-cell">
      {running}
      {!healthy && <Tag>{say('update.unproven')}</Tag>}
      {stage !== undefined && stage.stopped === undefined && given && running !== stage.version && <Tag color="blue">{say('update.next', { version: stage.version })}</Tag>}
      {off && <Tag color="orange">{say('update.offTag')}</Tag>}
      {back !== undefined && <Tag color="red">{say('update.back', { version: back })}</Tag>}
      {refused !== undefined && <Tag color="red">{say(refused.refusal === 'noRoom' ? 'update.noRoom' : 'update.refused', { version: refused.version })}</Tag>}
    </span>
  );
}
