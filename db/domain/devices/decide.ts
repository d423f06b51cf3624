/* Machines: only what is news becomes a fact. */
import type { Context } from '../context.ts';
import { queuePrint } from '../printing/queue-print.ts';
import { businessDayAt } from '../queue/business-day.ts';
import { actorId } from '../queue/step.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import { enrolledForMs, enrolledMost, type DeviceCommand } from './commands.ts';
import type { DeviceFact } from './facts.ts';
import { isInForce } from './view.ts';

/** What a machine says of itself is refused nothing: it is taken as it is, and what is no news changes nothing. A device that wants in or is sent away: `printerUnknown`, `limitReached`, `deviceUnknown` (not here, sent away, run out, or with another key). */
export function decideDevices(view: HallView, command: DeviceCommand, context: Context): Result<Decision> {
  switch (command.type) {
    case 'noteDevice': {
      const { deviceId, kind, state } = command;
      const before = view.deviceState(deviceId, kind);
      return ok({ facts: before === state || before === 'copied' ? [] : [{ type: 'deviceStateChanged', deviceId, kind, state }], records: [] });
    }
    case 'reportReadiness': {
      const deviceId = actorId(context);
      const known = new Map(view.readinessOf(deviceId).map((one) => [one.check, one]));
      // Megabytes and seconds are told with the state, and are no news by themselves.
      const checks = command.checks.filter((one) => known.get(one.check)?.state !== one.state);
      return ok({ facts: checks.length === 0 ? [] : [{ type: 'readinessChanged', deviceId, checks }], records: [] });
    }
    case 'printReadiness': return ok({ facts: queuePrint(view, context, { kind: 'readiness', id: businessDayAt(context.now) }, command.printer), records: [] });
    case 'enrolDevice': return enrol(view, command, context);
    case 'renewDevice': {
      const { deviceId, fingerprint } = command;
      const known = view.enrolledDevice(deviceId);
      if (known?.fingerprint !== fingerprint || !isInForce(known, context.now)) return refuse('deviceUnknown', 'deviceId');
      return decided({ type: 'deviceRenewed', deviceId, fingerprint, until: context.now + enrolledForMs });
    }
    case 'revokeDevice': {
      const known = view.enrolledDevice(command.deviceId);
      return known === undefined || known.revokedAt !== undefined ? refuse('deviceUnknown', 'deviceId') : decidedAnew(view, { type: 'deviceRevoked', deviceId: command.deviceId, by: actorId(context), ...(command.reason === undefined ? {} : { reason: command.reason }), ...(command.copied === true && context.actor.role === 'agent' ? { copied: true } : {}) });
    }
  }
}

/** The key that two machines held opens nothing any more. */
const decidedAnew = (view: HallView, fact: Extract<DeviceFact, { type: 'deviceEnrolled' | 'deviceRevoked' }>): Result<Decision> => ok({
  facts: [fact, ...(view.deviceState(fact.deviceId, 'link') === 'copied' ? [{ type: 'deviceStateChanged', deviceId: fact.deviceId, kind: 'link', state: 'lost' } as const] : [])], records: [],
});

const decided = (fact: DeviceFact): Result<Decision> => ok({ facts: [fact], records: [] });

function enrol(view: HallView, { deviceId, role, name, printer, fingerprint, proof }: Extract<DeviceCommand, { type: 'enrolDevice' }>, context: Context): Result<Decision> {
  // A kiosk prints beside itself; nobody else does.
  if (role === 'kiosk' ? printer === undefined || !context.settings.printers.includes(printer) : printer !== undefined) return refuse('printerUnknown', 'printer');
  const known = view.enrolledDevice(deviceId);
  if ((known === undefined || !isInForce(known, context.now)) && view.enrolledCount(context.now) >= enrolledMost) return refuse('limitReached', 'deviceId');
  return decidedAnew(view, { type: 'deviceEnrolled', deviceId, role, name, ...(printer === undefined ? {} : { printer }), fingerprint, proof, until: context.now + enrolledForMs, by: actorId(context) });
}
