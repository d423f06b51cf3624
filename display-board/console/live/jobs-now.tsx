/* Jobs that still want people, and machines, as they are now. */
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { ageText } from '../../kit/age.ts';
import { useSay } from '../../kit/say.tsx';
import { tradeName } from '../../i18n/texts.ts';

interface NowProps { readonly floor: FloorState }
const shownMost = 40;

export function JobsNow({ floor }: NowProps) {
  const say = useSay();
  // Where most are wanted and fewest can be called: there a supervisor has something to do.
  const short = floor.jobs.filter(({ placesLeft }) => placesLeft > 0).toSorted((one, other) => (other.placesLeft - Math.min(other.eligible, other.placesLeft)) - (one.placesLeft - Math.min(one.eligible, one.placesLeft)) || other.placesLeft - one.placesLeft);
  return (
    <section className="panel" aria-label={say('live.jobs')}>
      <h3>{say('live.jobs')} <small>{say('live.left', { jobs: short.length, places: floor.counts.placesLeft.toLocaleString('en-US') })}</small></h3>
      <ul className="lines scroll" tabIndex={0}>
        {short.length === 0 && <li className="nothing">{say('live.allFull')}</li>}
        {short.slice(0, shownMost).map((job) => (
          <li key={job.jobId} className={job.eligible < job.placesLeft ? 'late' : ''}>
            <b title={job.workPlace}>{job.number} {tradeName(say.language, job.trade)}</b>
            <span>{say('console.eligible', { n: job.eligible })}</span>
            <em>{say('console.left', { left: job.placesLeft, all: job.headcount })}</em>
          </li>
        ))}
      </ul>
    </section>
  );
}

const weight = ({ connected, reader, printer }: FloorState['devices'][number]): number => (!connected ? 2 : reader === 'outOfService' || (printer !== undefined && printer !== 'ready' && printer !== 'starting') ? 1 : 0);

export function MachinesNow({ floor }: NowProps) {
  const say = useSay();
  return (
    <section className="panel machines-now" aria-label={say('console.devices')}>
      <h3>{say('console.devices')} <small>{floor.devices.filter(({ connected }) => connected).length}/{floor.devices.length}</small></h3>
      <ul className="lines scroll" tabIndex={0}>
        {floor.devices.length === 0 && <li className="nothing">{say('console.noDevices')}</li>}
        {floor.devices.toSorted((one, other) => weight(other) - weight(one)).map((device) => (
          <li key={`${device.role} ${device.deviceId}`} className={weight(device) > 0 ? 'late' : ''}>
            <b title={device.deviceId}>{say(`device.${device.role}`)} <small>{device.deviceId}</small></b>
            <em>{!device.connected ? `${say('device.away')} ${ageText(say, floor.countedAt - device.since)}` : device.reader === 'outOfService' ? `${say('reader.title')} ${say('reader.outOfService')}` : device.printer !== undefined && weight(device) > 0 ? `${say('printer.title')} ${say(`printer.${device.printer}`)}` : say('device.connected')}</em>
          </li>
        ))}
      </ul>
    </section>
  );
}
