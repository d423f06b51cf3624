/* Every command × every role at the engine's door: who may not is refused before anything is looked at. */
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { commandSchema, rolesOf, type CommandType } from '@kuaizhao/db/domain/command.ts';
import { kioskActor, openEngine, refusalOf } from '../../fixtures/engine.ts';
import { sampleCommands as samples } from '../../fixtures/sample-commands.ts';

/** Whoever may most of the staff: which of them may what is asked elsewhere. */
const staffActor: Actor = { role: 'console', staffId: 'staff-1', staffRole: 'admin' };

for (const type of Object.keys(samples) as CommandType[]) {
  test(`${type}: ${rolesOf[type].join(' and ') || 'the agent itself'} only`, async () => {
    const hall = openEngine();
    for (const actor of [kioskActor, staffActor]) {
      const command = { type, commandId: `command-${type}-${actor.role}`, ...samples[type] };
      expect(commandSchema.safeParse(command).success).toBe(true);
      const refusal = refusalOf(await hall.engine.handle(command, actor));
      const allowed = rolesOf[type].some((role) => role === actor.role);
      expect([actor.role, refusal === 'notYourRole']).toEqual([actor.role, !allowed]);
    }
    expect(hall.failures).toEqual([]);
  });
}
