/** A clock that was put back leaves things behind that were written at a moment still to come; by this they are recognised. */

/** The clocks of machines that work side by side differ by less, in milliseconds. */
const tolerance = 5 * 60_000;

/** Whether something was written when the clock showed more than it does now, and not by somebody whose clock is a bit fast. */
export function isAfterClockRollback(moment: number, now: number): boolean {
  return moment > now + tolerance;
}
