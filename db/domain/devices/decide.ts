/* Machines: only what is news becomes a fact. */
import type { Context } from '../context.ts';
import { queuePrint } from '../printing/queue-print.ts';
import { businessDayAt } from '../queue/business-day.ts';
import { actorId } from '../queue/step.ts';
import { ok, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { DeviceCommand } from './commands.ts';

/** Refuses nothing: a machine's word is taken as it is, and what is no news changes nothing. */
export function decideDevices(view: HallView, command: DeviceCommand, context: Context): Result<Decision> {
  switch (command.type) {
    case 'noteDevice': {
      const { deviceId, kind, state } = command;
      return ok({ facts: view.deviceState(deviceId, kind) === state ? [] : [{ type: 'deviceStateChanged', deviceId, kind, state }], records: [] });
    }
    case 'reportReadiness': {
      const deviceId = actorId(context);
      const known = new Map(view.readinessOf(deviceId).map((one) => [one.check, one]));
      // Megabytes and seconds are told with the state, and are no news by themselves.
      const checks = command.checks.filter((one) => known.get(one.check)?.state !== one.state);
      return ok({ facts: checks.length === 0 ? [] : [{ type: 'readinessChanged', deviceId, checks }], records: [] });
    }
    case 'printReadiness': return ok({ facts: queuePrint(view, context, { kind: 'readiness', id: businessDayAt(context.now) }, command.printer), records: [] });
  }
}
