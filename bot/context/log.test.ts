/** The log keeps to itself what people say, what they are called, and what opens doors. */
import { createLog } from './log';

function logged(kind: 'local' | 'production', about: Record<string, unknown>, message = 'it happened'): string {
  const lines: string[] = [];
  createLog(kind, { write: (line) => lines.push(line) }).warn(about, message);
  return lines.join('');
}

const jwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln';

describe.each(['local', 'production'] as const)('the %s log', (kind) => {
  it.each([
    ['what was typed', { activity: { type: 'message', text: 'SECRET' } }],
    ['who typed it', { turn: [{ from: { id: '29:SECRET' } }] }],
    ['a name', { person: { name: 'SECRET', givenName: 'SECRET', userPrincipalName: 'SECRET' } }],
    ['a password', { config: { bot: { password: 'SECRET' } } }],
    ['a token', { accessToken: 'SECRET', refresh_token: 'SECRET' }],
    ['a header', { headers: { Authorization: 'Bearer SECRET' } }],
    ['a bearer token in a sentence', { detail: 'sent with Bearer SECRET' }],
    ['a connection string', { connectionString: 'SECRET' }],
    ['a key in a sentence', { detail: 'DefaultEndpointsProtocol=https;AccountKey=SECRET;x=y' }],
    ['a signature in an address', { detail: 'https://account/?sv=1&sig=SECRET' }],
    ['a mail address', { detail: 'cannot reach SECRET@example.net' }],
    ['what an SDK hangs onto an error', { error: Object.assign(new Error('no'), { request: { key: 'SECRET' } }) }],
    ['the words of an error', { error: new Error('Bearer SECRET was refused') }],
    ['the cause of an error', { error: new Error('no', { cause: new Error('sig=SECRET') }) }],
  ])('withholds %s', (_case, about) => {
    const line = logged(kind, about);

    expect(line).toContain('it happened');
    expect(line).not.toContain('SECRET');
  });

  it('withholds a token that stands alone', () => {
    expect(logged(kind, { detail: jwt })).not.toContain(jwt);
  });

  it('keeps what is needed to find the fault', () => {
    const error = Object.assign(new Error('unreachable'), { code: 'ECONNREFUSED', statusCode: 503 });
    const line = logged(kind, { error, operation: 'get', tenant: 't', attempts: 3 });

    for (const fact of ['unreachable', 'ECONNREFUSED', '503', 'get', '"attempts":3']) expect(line).toContain(fact);
  });

  it.each([
    ['one word', 'x'.repeat(100_000)],
    ['words', 'word '.repeat(20_000)],
    ['a word that looks like a mail address for long', `${'a.'.repeat(50_000)}@`],
  ])('writes a line about a text of 100,000 characters, %s, in a moment and in short', (_case, detail) => {
    const began = performance.now();
    const line = logged(kind, { detail, error: new Error(detail), list: Array(10_000).fill(detail) });

    expect(line.length).toBeLessThan(200_000);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it.each([
    ['a mail address', `${'x '.repeat(995)}SECRET.${'y'.repeat(20)}@example.net`],
    ['a token', `${'x '.repeat(990)}Bearer SECRET${'y'.repeat(20_000)}`],
  ])('withholds %s in which a long text is cut', (_case, detail) => {
    expect(logged(kind, { detail })).not.toContain('SECRET');
  });

  it('survives an error that is its own cause', () => {
    const error = new Error('no');
    error.cause = error;

    expect(logged(kind, { error })).toContain('it happened');
  });

  it('survives a value that contains itself', () => {
    const about: Record<string, unknown> = {};
    about.again = about;

    expect(logged(kind, about)).toContain('it happened');
  });
});

it('writes JSON with time and level in production', () => {
  expect(JSON.parse(logged('production', { tenant: 't' }))).toEqual({
    level: 'warn',
    time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    tenant: 't',
    message: 'it happened',
  });
});

it('writes a plain line in the local world, without the stack', () => {
  expect(logged('local', {})).toBe('warn: it happened\n');
  expect(logged('local', { error: new Error('no') })).toBe(
    'warn: it happened {"error":{"name":"Error","message":"no"}}\n',
  );
});

it('is quiet about ordinary things in the local world only', () => {
  const lines: string[] = [];
  for (const kind of ['local', 'production'] as const)
    createLog(kind, { write: (line) => lines.push(line) }).info({}, `a turn in ${kind}`);

  expect(lines.join('')).toContain('a turn in production');
  expect(lines.join('')).not.toContain('a turn in local');
});
