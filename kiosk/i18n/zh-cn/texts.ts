/* 简体中文, whole: the first language, whose keys are the keys of every other. */
import { employer } from './employer.ts';
import { hiring } from './hiring.ts';
import { jobs } from './jobs.ts';
import { kiosk } from './kiosk.ts';
import { maintenance } from './machine/maintenance.ts';
import { matching } from './matching.ts';
import { numbersOnly } from './numbers-only.ts';
import { people } from './people.ts';
import { readiness } from './readiness.ts';
import { refusal } from './refusal.ts';
import { say } from './say.ts';
import { setUp } from './machine/set-up.ts';
import { after } from './worker/after.ts';
import { calls } from './worker/calls.ts';
import { find } from './worker/find.ts';
import { home } from './worker/home.ts';
import { reading } from './worker/reading.ts';

export const zhCn = { ...kiosk, ...people, ...hiring, ...matching, ...numbersOnly, ...maintenance, ...readiness, ...setUp, ...say, ...home, ...find, ...calls, ...after, ...reading, refusal, ...employer, ...jobs } as const;
