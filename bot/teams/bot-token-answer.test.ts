/** Why no token was granted is read from what the SDKs throw, and from nothing that names an id. */
import { TimeoutError } from '../context/timeout';
import { tokenAnswerTo } from './bot-token-answer';

/** As MSAL and the identity SDK throw them; a refusal of Microsoft Entra stands in the message. */
const entra = (code: string) => new Error(`invalid_client: 7000215 - ${code}: no. Trace ID: 8c4`);

it.each([
  ['SingleTenant', entra('AADSTS7000215'), 'secret-wrong', 'AADSTS7000215'],
  ['SingleTenant', entra('AADSTS7000222'), 'secret-expired', 'AADSTS7000222'],
  ['SingleTenant', entra('AADSTS700016'), 'bot-unknown', 'AADSTS700016'],
  ['SingleTenant', entra('AADSTS90002'), 'tenant-unknown', 'AADSTS90002'],
  ['SingleTenant', entra('AADSTS53003'), 'other', 'AADSTS53003'],
  ['SingleTenant', new Error('network_error: Network request failed'), 'not-reached', 'no-answer'],
  [
    'SingleTenant',
    new Error('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND x') }),
    'not-reached',
    'no-answer',
  ],
  ['SingleTenant', new TimeoutError('Nothing came within 10000 ms'), 'not-reached', 'no-answer'],
  ['SingleTenant', 'something', 'other', 'unknown'],
  ['UserAssignedMSI', new Error('ChainedTokenCredential authentication failed.'), 'identity-missing', 'no-identity'],
  ['UserAssignedMSI', new TimeoutError('Nothing came within 10000 ms'), 'identity-missing', 'no-identity'],
  ['UserAssignedMSI', entra('AADSTS700016'), 'bot-unknown', 'AADSTS700016'],
] as const)('%s, %s: %s', (kind, error, reason, code) => {
  expect(tokenAnswerTo(error, kind)).toEqual({ kind: 'refused', reason, code });
});
