/* What is wrong with a form, by the schema of the very command that it becomes: the desk says at the field what the hall's door would refuse. */
import { commandSchema } from '@kuaizhao/db/domain/command.ts';
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';
import type { TextKey } from '../../../i18n/texts.ts';
import type { StaffCommand } from '../../session/send-command.ts';

/** Path inside the command → what to say there. */
export type Wrongs = ReadonlyMap<string, TextKey>;
export const noWrongs: Wrongs = new Map();

/** A form before it is checked: any member of the command may still be missing. */
export type DraftCommand = { [T in StaffCommand['type']]: { readonly type: T } & { readonly [K in keyof Extract<StaffCommand, { type: T }>]?: unknown } }[StaffCommand['type']];
export type Checked = { readonly ok: true; readonly command: StaffCommand } | { readonly ok: false; readonly wrongs: Wrongs };

/** Members that are `undefined` are left out, as a message leaves them out. */
export function checkDraft(draft: DraftCommand): Checked {
  const parsed = commandSchema.safeParse({ ...present(draft), commandId: 'not-sent-yet' });
  if (parsed.success) {
    const { commandId: _, ...command } = parsed.data;
    return { ok: true, command };
  }
  const wrongs = new Map<string, TextKey>();
  for (const issue of parsed.error.issues) {
    const path = issue.path.join('.');
    if (!wrongs.has(path)) wrongs.set(path, sayingOf(issue));
  }
  return { ok: false, wrongs };
}

/** What the hall refused, at the field it named; empty when it named none. */
export const wrongsOf = ({ field, code }: Refusal): Wrongs => (field === undefined ? noWrongs : new Map<string, TextKey>([[field, `refusal.${code}`]]));

const present = (draft: object): Record<string, unknown> => Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));

const named: Readonly<Record<string, TextKey>> = {
  tooLong: 'wrong.tooLong', empty: 'wrong.missing', 'control characters': 'wrong.controls', cardNumberWrong: 'refusal.cardNumberWrong', creditCodeWrong: 'refusal.creditCodeWrong', 'no such day': 'refusal.dateImpossible',
};

function sayingOf(issue: { readonly code?: string; readonly message: string; readonly input?: unknown; readonly path: readonly PropertyKey[] }): TextKey {
  const own = named[issue.message];
  if (own !== undefined) return own;
  if (issue.path.at(-1) === 'phone') return 'refusal.phoneWrong';
  if (issue.code === 'invalid_type' || issue.code === 'invalid_union' || issue.code === 'invalid_value') return 'wrong.missing';
  if (issue.code === 'too_small') return 'wrong.missing';
  return issue.code === 'too_big' ? 'wrong.tooLong' : 'wrong.form';
}
