/** A clock that was put back leaves things behind that were written at a moment still to come; by this they are recognised. */

/** The clocks of machines that work side by side differ by less, in milliseconds. */
const tolerance = 5 * 60_000;

/** Returns whether a time lies so far in the future that the clock must have been set back since; a small difference between machines is allowed. */
export function isAfterClockRollback(moment: number, now: number): boolean {
  return moment > now + tolerance;
}
