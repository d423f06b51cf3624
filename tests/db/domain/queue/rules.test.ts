/* §5, F14: the calling rules are data with the day they begin, checked whole before a hall opens. */
import { expect, test } from 'vitest';
import { hallSettingsSchema } from '@kuaizhao/db/domain/hall/settings.ts';
import { profileOf, queueRulesSchema, rulesOn } from '@kuaizhao/db/domain/queue/rules.ts';
import { hallSettings } from '../../../fixtures/hall.ts';

const complaints = (queueRules: object[]): string[] => {
  const parsed = hallSettingsSchema.safeParse({ ...hallSettings, queueRules });
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
};

test('F14 a configuration without rules stays valid and has the defaults', () => {
  expect(hallSettingsSchema.safeParse(hallSettings).success).toBe(true);
  expect(rulesOn(undefined, '2026-11-21')).toMatchObject({ noShow: { calls: 1, backPlaces: 3, backTimes: 1 }, reinstate: { times: 1, at: 'half' }, overdueMinutes: 40, transfers: 2, autoCalls: { on: false, times: 3, everySeconds: 30 } });
  expect(rulesOn(undefined, '2026-11-21').turns).toBeUndefined();
});

test('§5 a day is judged by the entry that began last before it', () => {
  const entries = ['2026-11-01', '2026-12-01', '2026-06-01'].map((from, index) => queueRulesSchema.parse({ from, recalls: index + 1 }));
  expect(['2026-05-31', '2026-06-01', '2026-11-21', '2026-12-01', '2027-01-01'].map((day) => rulesOn(entries, day).recalls)).toEqual([10, 3, 1, 2, 2]);
});

test('§5 the profile: the clerk’s choice, else the hall’s for the window, else the window’s own services', () => {
  const rules = queueRulesSchema.parse({
    from: '2026-01-01', windowProfiles: [{ windowId: 'w1', profile: 'wide' }],
    profiles: [{ id: 'wide', services: ['register', 'rights'], turns: { priority: 2, normal: 1 } }, { id: 'narrow', services: ['rights'] }],
  });
  const window = { id: 'w1', services: ['policy'] };
  expect(profileOf(rules, window, undefined)).toMatchObject({ services: ['register', 'rights'], turns: { priority: 2, normal: 1 }, fairEvery: 6 });
  expect(profileOf(rules, window, 'narrow').services).toEqual(['rights']);
  expect(profileOf(rules, { id: 'w2', services: ['policy'] }, undefined).services).toEqual(['policy']);
});

test('F14 rules that speak of what the hall does not have are refused, each by name', () => {
  expect(complaints([{ from: '2026-01-01', profiles: [{ id: 'p', services: ['nothing'] }] }])).toEqual(['2026-01-01: profile p lists nothing, which is not in services']);
  expect(complaints([{ from: '2026-01-01', profiles: [{ id: 'p', services: ['policy'], conditions: [{ service: 'rights', overMinutes: 5 }] }] }])[0]).toContain('condition on rights');
  expect(complaints([{ from: '2026-01-01', windowProfiles: [{ windowId: 'w9', profile: 'p' }] }])).toHaveLength(2);
  expect(complaints([{ from: '2026-01-01' }, { from: '2026-01-01' }])[0]).toContain('same day');
  expect(complaints([{ from: '2026-01-01', services: [{ service: 'spa' }] }])[0]).toContain('spa');
  expect(complaints([{ from: '2026-01-01', services: [{ service: 'policy', first: 9, last: 8 }] }])).toEqual(['last is before first']);
  expect(complaints([{ from: '2026-01-01', services: [{ service: 'policy', hours: [{ weekdays: [1], from: '12:00', to: '08:00' }] }] }])).toEqual(['ends before it begins']);
  expect(complaints([{ from: 'soon' }])).toHaveLength(1);
  expect(complaints([{ from: '2026-01-01', services: [{ service: 'work', perDay: 5_000 }] }])).toEqual([]);
});
