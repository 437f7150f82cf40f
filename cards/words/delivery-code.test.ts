/** Delivery codes: everything that can go wrong has words of its own in every language, and no words are idle. */
import { channelFailureOf, TokenRefused, type ChannelFailure } from '../../bot/delivery/channel-failure';
import { classifyFailure } from '../../bot/delivery/failure-policy';
import { locales } from '../../domain/basics/locale';
import { documentedFaults } from '../../infra/teams-server/fault';
import { text } from '../text';
import en from '../text/en.json';
import { deliveryCodeWords, explainedCodes } from './delivery-code';

const failures: readonly ChannelFailure[] = [
  ...Object.entries(documentedFaults).map(([code, fault]) => ({
    status: fault.status,
    ...('body' in fault && { code }),
  })),
  ...[400, 401, 404, 412, 413, 429, 500].map((status) => ({ status })),
  channelFailureOf(new TokenRefused('x'))!,
  channelFailureOf(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))!,
  channelFailureOf(Object.assign(new Error('x'), { code: 'ECONNRESET' }))!,
  channelFailureOf(Object.assign(new Error('x'), { name: 'AbortError' }))!,
];
const ours = ['untrusted-address', 'tenant-not-allowed', 'nobody-to-reach', 'unknown-account'];
const codes = [
  ...failures.map(
    (failure) => (classifyFailure(failure, { now: 0, failures: 0, random: () => 0 }) as { code: string }).code,
  ),
  ...ours,
];

it('explains every code that an outcome can bear, and no other', () => {
  expect([...new Set(codes)].sort()).toEqual([...explainedCodes].sort());
});

describe.each(locales)('in %s', (locale) => {
  it.each([...new Set(codes)])('says of %s what it means and what to do', (code) => {
    const words = deliveryCodeWords(code, text(locale));
    expect(words).not.toBe(deliveryCodeWords('SomethingNew', text(locale)).replace('SomethingNew', code));
    expect(words.split(/[.。;；]/).filter((sentence) => sentence.trim() !== '').length).toBeGreaterThan(1);
  });

  it.each(['SomethingNew', '418', 'constructor'])('shows %s, which it does not know', (code) => {
    expect(deliveryCodeWords(code, text(locale))).toContain(code);
  });
});

it('leaves no words idle', () => {
  const said = new Set([...codes, 'SomethingNew'].map((code) => deliveryCodeWords(code, text('en'))));
  const written = Object.keys(en).filter((key) => key.startsWith('delivery.code.'));
  expect(said.size).toBeGreaterThanOrEqual(written.length);
});
