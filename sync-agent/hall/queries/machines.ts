/* Questions about machines, answered: what each told of itself, and whether its line is there. */
import { fineStates, type Checked } from '@kuaizhao/db/domain/devices/commands.ts';
import { ok } from '@kuaizhao/db/domain/result.ts';
import type { machineQueries } from '@kuaizhao/sync-agent/contract/queries/machine/readiness.ts';
import type { AnswersTo } from './desk.ts';
import type { QueryParts } from './parts.ts';

type Found = Checked & { readonly since: number };

export function machineAnswers({ db, now }: QueryParts): AnswersTo<typeof machineQueries> {
  const { devices } = db.faces;
  return {
    readiness() {
      const known = new Map<string, Found[]>(devices.readiness().map((one) => [one.deviceId, [...one.checks]]));
      for (const { deviceId, kind, state, since } of devices.states()) {
        if (kind === 'link') known.set(deviceId, [{ check: 'link', state: fineStates.has(state) ? 'ok' : 'bad', since }, ...known.get(deviceId) ?? []]);
      }
      const all = [...known].map(([deviceId, checks]) => ({ deviceId, checks })).sort((one, other) => one.deviceId.localeCompare(other.deviceId));
      return ok({ at: now(), ready: all.every(({ checks }) => checks.every(({ state }) => state !== 'bad')), devices: all });
    },
    deviceTroubles: ({ since, limit }) => ok({ troubles: devices.troubles(since, limit).map(({ until, ...one }) => ({ ...one, ...(until === undefined ? {} : { until }) })) }),
  };
}
