/** The last line of `npm test` must not be able to lie. */
import { tally } from './tally';

const clean = {
  success: true,
  numPassedTests: 40,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

describe('tally', () => {
  it.each([
    ['everything passed', clean, true, '40 passed, 0 failed', true],
    [
      'some were skipped',
      { ...clean, numPendingTests: 2, numTodoTests: 1 },
      true,
      '40 passed, 0 failed, 3 skipped',
      true,
    ],
    ['a test failed', { ...clean, success: false, numFailedTests: 2 }, true, '40 passed, 2 failed', false],
    [
      'a test file broke',
      { ...clean, success: false, numRuntimeErrorTestSuites: 1 },
      true,
      '40 passed, 1 failed',
      false,
    ],
    ['only the check failed', clean, false, '40 passed, 1 failed', false],
    [
      'a test and the check failed',
      { ...clean, success: false, numFailedTests: 1 },
      false,
      '40 passed, 2 failed',
      false,
    ],
    ['Jest failed without naming a test', { ...clean, success: false }, true, '40 passed, 1 failed', false],
    ['Jest left no report', undefined, true, '0 passed, 1 failed', false],
  ])('%s', (_case, report, checkPassed, line, passed) => {
    expect(tally(report, checkPassed)).toEqual({ line, passed });
  });
});
