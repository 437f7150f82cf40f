/** Outcomes: what becomes of every failure that is documented, and how long it waits. */
import fc from 'fast-check';
import { documentedFaults, type FaultName } from '../../infra/teams-server/fault';
import { channelFailureOf, TokenRefused, type ChannelFailure } from './channel-failure';
import { classifyFailure } from './failure-policy';
import type { SendOutcome } from '../context/notifier';

const now = Date.parse('2018-06-01T09:00:00Z');
const outcome = (failure: ChannelFailure, failures = 0, random = 0.5) =>
  classifyFailure(failure, { now, failures, random: () => random });

it.each<[FaultName, SendOutcome]>([
  ['BadArgument', { kind: 'refused', code: 'BadArgument' }],
  ['BotNotRegistered', { kind: 'later', code: 'BotNotRegistered', afterMs: 450_000 }],
  ['BotDisabledByAdmin', { kind: 'blocked', code: 'BotDisabledByAdmin' }],
  ['BotNotInConversationRoster', { kind: 'blocked', code: 'BotNotInConversationRoster' }],
  ['ConversationBlockedByUser', { kind: 'blocked', code: 'ConversationBlockedByUser' }],
  ['ForbiddenOperationException', { kind: 'blocked', code: 'ForbiddenOperationException' }],
  ['InvalidBotApiHost', { kind: 'suspect', code: 'InvalidBotApiHost' }],
  ['NotEnoughPermissions', { kind: 'suspect', code: 'NotEnoughPermissions' }],
  ['MessageWritesBlocked', { kind: 'blocked', code: 'MessageWritesBlocked' }],
  ['Forbidden', { kind: 'suspect', code: '403' }],
  ['ConversationNotFound', { kind: 'gone', code: 'ConversationNotFound' }],
  ['ActivityNotFoundInConversation', { kind: 'gone', code: 'ActivityNotFoundInConversation' }],
  ['PreconditionFailed', { kind: 'later', code: 'PreconditionFailed', afterMs: 1_000 }],
  ['MessageSizeTooBig', { kind: 'refused', code: 'MessageSizeTooBig' }],
  ['Throttled', { kind: 'later', code: 'Throttled', afterMs: 15_000 }],
  ['ServiceError', { kind: 'later', code: 'ServiceError', afterMs: 450_000 }],
  ['BadGateway', { kind: 'later', code: '502', afterMs: 15_000 }],
  ['ServiceUnavailable', { kind: 'later', code: '503', afterMs: 15_000 }],
  ['GatewayTimeout', { kind: 'later', code: '504', afterMs: 15_000 }],
])('makes of %s %o', (name, expected) => {
  expect(outcome(channelFailureOf(thrown(name))!)).toEqual(expected);
});

it('has an outcome for every documented fault', () => {
  for (const name of Object.keys(documentedFaults) as FaultName[])
    expect(outcome(channelFailureOf(thrown(name))!)).toMatchObject({
      kind: expect.any(String),
      code: expect.any(String),
    });
});

/** As the SDK throws it. */
function thrown(name: FaultName): Error {
  const { status, body } = { body: undefined, ...documentedFaults[name] } as { status: number; body?: object };
  const { error } = (body ?? {}) as { error?: { code: string } };
  return Object.assign(new Error(name), {
    name: 'RestError',
    statusCode: status,
    ...(error && { code: error.code }),
    ...(body && { details: body }),
    response: { headers: { get: () => undefined } },
  });
}

it.each<[ChannelFailure, SendOutcome['kind'], string]>([
  [{ code: 'not-reached', mayHaveArrived: false }, 'later', 'not-reached'],
  [{ code: 'token-refused', mayHaveArrived: false }, 'later', 'token-refused'],
  [{ code: 'cut-off', mayHaveArrived: true }, 'unclear', 'cut-off'],
  [{ code: 'no-answer', mayHaveArrived: true }, 'unclear', 'no-answer'],
  [{ code: 'cut-off', mayHaveArrived: true, isSafe: true }, 'later', 'cut-off'],
  [{ status: 200, isSafe: true }, 'later', '200'],
  [{ status: 200 }, 'unclear', '200'],
  [{ status: 307 }, 'suspect', '307'],
  [{ status: 404 }, 'suspect', '404'],
  [{ status: 403, code: 'SomethingNew' }, 'suspect', 'SomethingNew'],
  [{ status: 403, code: 'constructor' }, 'suspect', 'constructor'],
  [{ status: 400, code: 'BotDisabledByAdmin' }, 'refused', 'BotDisabledByAdmin'],
  [{ status: 418 }, 'refused', '418'],
  [{ status: 507 }, 'later', '507'],
])('makes of %o %s', (failure, kind, code) => {
  expect(outcome(failure)).toMatchObject({ kind, code });
});

it.each<[string, number]>([
  ['7', 8_000],
  ['0.5', 1_500],
  ['Fri, 01 Jun 2018 09:00:30 GMT', 31_000],
  ['Fri, 01 Jun 2018 08:00:00 GMT', 1_000],
  ['soon', 1_000],
  ['-5', 1_000],
  ['99999999999', 86_401_000],
])('waits where Retry-After says %s for %d ms, with a little chance in it', (retryAfter, afterMs) => {
  expect(outcome({ status: 429, retryAfter })).toMatchObject({ afterMs });
});

it('waits within twice as long after each failure, but never longer than an hour', () => {
  const latest = (failures: number) => (outcome({ status: 503 }, failures, 1) as { afterMs: number }).afterMs;
  expect([0, 1, 2, 3].map(latest)).toEqual([30_000, 60_000, 120_000, 240_000]);
  expect([7, 20, 10_000].map(latest)).toEqual([3_600_000, 3_600_000, 3_600_000]);
});

it('never asks again before it may, nor in the past', () => {
  const failure = fc.record(
    {
      status: fc.integer({ min: 100, max: 599 }),
      code: fc.string(),
      retryAfter: fc.oneof(fc.string(), fc.nat().map(String)),
    },
    { requiredKeys: ['status'] },
  );
  fc.assert(
    fc.property(
      failure,
      fc.nat(),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (about, failures, random) => {
        const after = { afterMs: 0, ...outcome(about, failures, random) }.afterMs;
        expect(after).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(86_402_000);
      },
    ),
  );
});

describe('what was thrown', () => {
  const error = (fields: object, message = 'x') => Object.assign(new Error(message), fields);

  it.each<[Error, ChannelFailure | undefined]>([
    [new TokenRefused('x'), { code: 'token-refused', mayHaveArrived: false }],
    [error({ name: 'AbortError' }), { code: 'no-answer', mayHaveArrived: true }],
    [error({ name: 'TooSlow' }), { code: 'no-answer', mayHaveArrived: true }],
    [error({ code: 'ECONNREFUSED' }, 'connect ECONNREFUSED'), { code: 'not-reached', mayHaveArrived: false }],
    [error({ code: 'ETIMEDOUT' }, 'connect ETIMEDOUT 1.2.3.4'), { code: 'not-reached', mayHaveArrived: false }],
    [error({ code: 'ENOTFOUND' }), { code: 'not-reached', mayHaveArrived: false }],
    [error({ code: 'CERT_HAS_EXPIRED' }), { code: 'not-reached', mayHaveArrived: false }],
    [error({ code: 'ECONNRESET' }, 'socket hang up'), { code: 'cut-off', mayHaveArrived: true }],
    [error({ code: 'EPIPE' }), { code: 'cut-off', mayHaveArrived: true }],
    [error({ statusCode: 200, code: 'PARSE_ERROR' }), { status: 200 }],
    [
      error({ statusCode: 403, details: { message: '{subCode:MessageWritesBlocked}' } }),
      { status: 403, code: 'MessageWritesBlocked' },
    ],
    [error({ statusCode: 403, details: 'a page' }), { status: 403 }],
    [new TypeError('a bug'), undefined],
  ])('is understood: %o', (one, expected) => {
    expect(channelFailureOf(one)).toEqual(expected);
  });

  it('is not understood where it is no error', () => {
    expect(channelFailureOf('text')).toBeUndefined();
  });
});
