/** The refusal log: the first refusal at once, then at most one line in ten seconds for each code, with how many there were. */
import type { Log } from '../context/app-services';
import { createRefusalLog } from './refusal-log';

it('writes one line in ten seconds for each code and counts the others', () => {
  const lines: unknown[] = [];
  let now = 0;
  const log = { warn: (about: unknown) => lines.push(about) } as unknown as Log;
  const refuse = createRefusalLog({ log, now: () => now });
  const turnAway = (code: string) => refuse({ status: 401, code });

  for (const code of ['no-token', 'no-token', 'not-authenticated', 'no-token']) turnAway(code);
  now = 9_999;
  turnAway('no-token');
  now = 10_000;
  turnAway('no-token');
  turnAway('no-token');

  expect(lines).toEqual([
    { status: 401, code: 'no-token', count: 1 },
    { status: 401, code: 'not-authenticated', count: 1 },
    { status: 401, code: 'no-token', count: 4 },
  ]);
});
