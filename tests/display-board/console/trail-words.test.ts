/* Whoever reads the audit reads words: every command, act and refusal has its own. */
import { expect, test } from 'vitest';
import { auditActs } from '@kuaizhao/db/domain/audit/row.ts';
import { commandRows } from '@kuaizhao/sync-agent/contract/may/commands.ts';
import { refusalCodes } from '@kuaizhao/db/domain/refusal.ts';
import { languages, textsOf } from '@kuaizhao/display-board/i18n/texts.ts';
import { outcomeText, whatText, whoText } from '@kuaizhao/display-board/console/records/trail/words.ts';

test('architecture §4 no command, act or refusal of the audit is shown by its bare name, in any language', () => {
  for (const language of Object.keys(languages) as (keyof typeof languages)[]) {
    const say = textsOf(language);
    for (const name of Object.keys(commandRows)) expect([name, Object.hasOwn(languages[language], `trail.done.${name}`)]).toEqual([name, true]);
    for (const act of auditActs) expect(whatText(say, { act })).not.toContain('trail.');
    for (const outcome of ['ok', 'pinWrong', 'mustWait', 'manyKinds', ...refusalCodes]) expect([outcome, outcomeText(say, { outcome })]).not.toEqual([outcome, outcome]);
  }
  const say = textsOf('zh-CN');
  expect([whatText(say, { act: 'command', name: 'callNext' }), whatText(say, { act: 'refused', name: 'closeDay' }), whatText(say, { act: 'command', name: 'ofTheFuture' })]).toEqual(['叫下一个', '被拒绝 · 收工', 'ofTheFuture']);
  expect([whoText(say, { hallName: 'x', staff: [{ staffId: 's1', staffName: '小王', role: 'clerk' }] }, { who: 's1' }), whoText(say, undefined, { who: 'agent' }), whoText(say, undefined, { who: 'kiosk-1' })]).toEqual(['小王', '主机自己', 'kiosk-1']);
});
