/** The last line of `npm test`, counted from what Jest reports and never greener than the check before it. */

/** The part of Jest's JSON report that is counted. */
export interface JestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Test files that broke before their tests could run. */
  readonly numRuntimeErrorTestSuites: number;
}

export interface Tally {
  readonly line: string;
  readonly passed: boolean;
}

/**
 * Counts passed, failed and skipped tests. A test file that could not run, a failed check, and a run that Jest itself calls
 * unsuccessful for any other reason (or that left no report) each count as a failure, because none of them is a pass.
 */
export function tally(report: JestReport | undefined, checkPassed: boolean): Tally {
  const failedTests = report ? report.numFailedTests + report.numRuntimeErrorTestSuites : 0;
  const failedRun = failedTests === 0 && !report?.success ? 1 : 0;
  const failed = failedTests + failedRun + (checkPassed ? 0 : 1);
  const skipped = report ? report.numPendingTests + report.numTodoTests : 0;
  const line = `${report?.numPassedTests ?? 0} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return { line, passed: failed === 0 };
}
