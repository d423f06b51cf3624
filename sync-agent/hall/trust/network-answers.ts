/* The hall's network of devices as supervisors see it, and what they do before a device is let in. */
import type { EnrolledDevice } from '@kuaizhao/db/domain/devices/view.ts';
import { ok, refuse } from '@kuaizhao/db/domain/result.ts';
import { networkMost, type networkQueries, type NetworkMember } from '@kuaizhao/sync-agent/contract/queries/machine/network.ts';
import type { AnswersTo } from '../queries/desk.ts';
import type { QueryParts } from '../queries/parts.ts';

export function networkAnswers({ db, settings, boards: { devices }, network }: Pick<QueryParts, 'db' | 'settings' | 'boards' | 'network'>): AnswersTo<typeof networkQueries> {
  const member = ({ deviceId, role, name, printer, proof, until, revokedAt }: EnrolledDevice, lines: ReturnType<typeof devices.all>): NetworkMember => {
    const line = lines.find((one) => one.deviceId === deviceId && one.role === role);
    return { deviceId, role, name, ...(printer === undefined ? {} : { printer }), proof, until, ...(revokedAt === undefined ? {} : { revokedAt }), here: line?.connected === true, ...(line === undefined ? {} : { since: line.since }) };
  };
  return {
    network() {
      const [enrolling, lines] = [network?.enrolment.now(), devices.all()];
      return ok({
        lan: network !== undefined, devices: db.faces.devices.enrolledDevices().slice(0, networkMost).map((device) => member(device, lines)),
        waiting: [...network?.pairing.waiting() ?? []], ...(enrolling === undefined ? {} : { enrolling }),
      });
    },
    openEnrolment(wanted) {
      if (network === undefined) return refuse('deviceUnknown');
      // What the hall would refuse after somebody climbed a ladder is refused before.
      if (wanted.role === 'kiosk' ? wanted.printer === undefined || !settings.printers.includes(wanted.printer) : wanted.printer !== undefined) return refuse('printerUnknown', 'printer');
      network.enrolment.open(wanted);
      return ok({});
    },
    closeEnrolment() {
      network?.enrolment.cancel();
      return ok({});
    },
    dismissBrowser: ({ signs }) => (network?.pairing.dismiss(signs) === true ? ok({}) : refuse('deviceUnknown', 'signs')),
  };
}
