/* 加开窗口: how many windows more a hall needs when too many wait too long. */

/** What happened at the windows in the last half hour. */
export interface WindowLoad {
  /** numbers taken, and numbers called for the first time */
  readonly arrived: number; readonly called: number;
  /** of those called, how many had waited too long; and who waits too long now */
  readonly calledLate: number; readonly waitingLate: number;
  readonly waiting: number;
  /** windows where somebody sits */
  readonly open: number;
}

export const loadMinutes = 30;
/** More than this share too late: the board says so. */
const lateShare = 0.05;
/** A window that has called nobody yet: what one serves in half an hour. */
const usualPerWindow = 6;
/** A hall has no more windows than this. */
const mostWindows = 60;

/** Windows to open beside those that are: enough for those who come and, within the minutes after which a wait is too long, for those who wait. 0 while at most 5 % waited too long; at least 1 otherwise. */
export function moreWindows({ arrived, called, calledLate, waitingLate, waiting, open }: WindowLoad, overdueMinutes: number): number {
  const seen = called + waitingLate;
  if (seen === 0 || (calledLate + waitingLate) / seen <= lateShare) return 0;
  const perWindow = called === 0 ? usualPerWindow : called / Math.max(1, open);
  const toServe = arrived + waiting * (loadMinutes / Math.max(loadMinutes, overdueMinutes));
  return Math.min(mostWindows, Math.max(1, Math.ceil(toServe / perWindow) - open));
}
