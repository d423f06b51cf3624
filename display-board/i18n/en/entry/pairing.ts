/* The page where a browser is let in. */
import type { pairing as zh } from '../../zh-cn/entry/pairing.ts';

export const pairing: Record<keyof typeof zh, string> = {
  'pair.page': 'Join the hall',
  'pair.title.board': 'This screen has not joined the hall yet',
  'pair.title.console': 'This computer has not joined the hall yet',
  'pair.choose': 'What is this machine for?',
  'pair.open.board': 'Open the board',
  'pair.open.console': 'Open the console',
  'pair.how': 'Ask an administrator to open "Devices" in the console and find the signs below. If they are exactly the same, "Let in".',
  'pair.signs': 'Signs to compare',
  'pair.left': '{{minutes}} min {{seconds}} s left, then there are new signs',
  'pair.first': 'The first console is let in at the agent itself: see the guide.',
  'pair.beginning': 'Connecting to the agent…',
  'pair.away': 'The agent cannot be reached, trying again. Look at the cable and the agent.',
  'pair.full': 'Too many screens are waiting: an administrator should see to some of them. This page tries again by itself.',
  'pair.in': 'You are in, one moment',
  'pair.refused': 'You were not let in. Ask an administrator, then try again.',
  'pair.again': 'Ask again',
  'pair.cannot': 'This browser cannot keep what lets it in. Do not use a private window; replace an old browser.',
  'pair.why.lost': 'What let this browser in is gone; its data may have been cleared. Please join again.',
  'pair.why.sentAway': 'An administrator has sent this machine away. Join again to use it.',
  'pair.why.copied': 'What let this machine in may have been copied, and was stopped. Tell an administrator, then join again.',
  'pair.why.runOut': 'This machine was off for too long and has to join again.',
  'pair.why.otherRole': 'This browser joined for another use. To change that, join again.',
};
