/* How long a hall waits at its tables, as settings: every wait of hiring has a named limit. */
import { z } from 'zod';

export const hiringRulesSchema = z.strictObject({
  /** a called number that nobody answers for gives its place to the next after this long; a repeated call counts anew */
  callAnswerSeconds: z.int().min(60).max(3_600).default(600),
  /** a talk that nobody ended is over after this long, and the worker waits on at the old place */
  talkMinutes: z.int().min(5).max(240).default(30),
  /** numbers called beyond the free places, so that a refusal does not stop the table */
  standby: z.int().min(0).max(8).default(2),
  /** work shorter than this keeps the worker's place in the queue */
  keepPlaceHours: z.number().min(0).max(24).default(4),
  /** until then any host may undo a hire; after that a supervisor, before anybody has arrived */
  undoMinutes: z.int().min(1).max(240).default(30),
  /** a draw waits this long for the numbers that nobody controls */
  drawWaitSeconds: z.int().min(10).max(600).default(60),
  /** the service whose window helps with rights; its ticket is issued with a dispute when the hall has it */
  rightsService: z.string().max(64).default('rights'),
});
export type HiringRules = z.infer<typeof hiringRulesSchema>;

const defaults: HiringRules = hiringRulesSchema.parse({});

export const hiringRulesOf = (settings: { readonly hiring?: HiringRules | undefined }): HiringRules => settings.hiring ?? defaults;

/** Numbers that one command may call, however many places a job has: more do not find a chair. */
export const callsAtOnce = 20;
