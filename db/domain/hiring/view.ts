/* What decisions about hires need to know. */
export interface HiringView {
  hiresToday(): number;
  isHiredFor(workerId: string, jobId: string): boolean;
}
