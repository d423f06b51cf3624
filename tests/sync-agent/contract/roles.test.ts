/* Every command × every role at the engine's door: who may not is refused before anything is looked at, whoever may is refused for no reason of the role. */
import { expect, test } from 'vitest';
import { commandSchema, type CommandType } from '@kuaizhao/db/domain/command.ts';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { staffRoles, type StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import { commandRows } from '@kuaizhao/sync-agent/contract/may/commands.ts';
import { kioskActor, openEngine, refusalOf } from '../../fixtures/engine.ts';
import { sampleCommands as samples } from '../../fixtures/sample-commands.ts';

const atConsole = (staffRole: StaffRole): Actor => ({ role: 'console', staffId: `${staffRole}-9`, staffRole });
const actors: readonly Actor[] = [kioskActor, ...staffRoles.map(atConsole)];
const said = (type: CommandType): string => [...(commandRows[type].kiosk === true ? ['kiosk'] : []), ...commandRows[type].staff].join(' ') || 'the agent itself';

for (const type of Object.keys(samples) as CommandType[]) {
  test(`${type}: ${said(type)} only`, async () => {
    const hall = openEngine();
    for (const actor of actors) {
      const name = actor.role === 'console' ? actor.staffRole : actor.role;
      const command = { type, commandId: `command-${type}-${name}`, ...samples[type] };
      expect(commandSchema.safeParse(command).success).toBe(true);
      const before = hall.db.journal.head().seq;
      const refusal = refusalOf(await hall.engine.handle(command, actor));
      const allowed = said(type).split(' ').includes(name);
      expect([name, refusal === 'notYourRole']).toEqual([name, !allowed]);
      expect([name, allowed || hall.db.journal.head().seq === before]).toEqual([name, true]);
    }
    expect(hall.failures).toEqual([]);
  });
}

test('F33 the auditor reads and changes nothing, a board’s operator nothing about people, and what is the agent’s own comes through no door', () => {
  const of = (role: StaffRole): string[] => (Object.keys(commandRows) as CommandType[]).filter((type) => commandRows[type].staff.includes(role));
  expect(of('auditor')).toEqual(['setOwnPin']);
  expect(of('boardOperator').toSorted()).toEqual(['answerHelp', 'askHelp', 'divertPrint', 'endNotice', 'endShift', 'finishPrint', 'printReadiness', 'publishBoard', 'putNotice', 'removeBoard', 'reprint', 'setBoardScene', 'setOwnPin', 'startShift']);
  expect((Object.keys(commandRows) as CommandType[]).filter((type) => said(type) === 'the agent itself').toSorted()).toEqual([
    'expireCalls', 'expireJobs', 'expireReferrals', 'hearCityStanding', 'hearErasure', 'keepRecoveryCode', 'noteDevice', 'noteExport', 'noteShown', 'recoverAccount', 'renewDevice', 'runRetention', 'seedAccount', 'settleReferral', 'shareWorker', 'takeCityKey', 'takeOnlineOrder', 'takeReferral', 'takeSlipMark', 'tendCalls',
  ]);
});
