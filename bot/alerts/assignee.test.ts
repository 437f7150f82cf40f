/** Assigning an alert: to anyone on record, whether Laurel can reach them yet or not. */
import { plainText } from '../../cards/elements/plain-text';
import { person } from '../../domain/alerts/derive-notices.case';
import { noIdentifiers } from '../../domain/partner/people/person';
import type { Recording } from '../context/notifier.case';
import type { TurnRequest } from '../context/turn-request';
import { askBy } from '../partner/standing-cache.case';
import { searchChoices } from '../turns/choice-search';
import { replyTo } from '../turns/turn';
import { buttonOf, friday, lapsing, openAtRisk, tenant } from './at-risk.case';
import { sweep } from './sweep';

const asking = (user: string): TurnRequest => ({ ...askBy(user, friday), tenant });
const alert = 'A recent change to your competency achievement has put your membership renewal eligibility at risk';
const heads = ({ said }: Recording) => said.map(({ to, message }) => `${to.id}: ${message.card.speak.split('.')[0]!}`);

it('can be assigned to anyone on record; who cannot be reached is shown with what helps, and told once an account is known', async () => {
  const { services, notifier, put } = await openAtRisk({ known: ['boss', 'deputy', 'aad-cy'] });
  const nameless = person('cy', [], { name: 'Cy Doe', identifiers: { ...noIdentifiers, corpEmail: ['cy@c.example'] } });
  await put([lapsing, nameless]);
  await sweep(services);
  const { data } = buttonOf(notifier.said[0]!, 'assign') as { readonly data: object };
  const toPerson = (to: string) => ({ pressed: { verb: 'alerts', data: { ...data, to } } });

  const unknown = await replyTo(toPerson('Nobody Known'), asking('boss'), services);
  const reply = await replyTo(toPerson('Cy Doe'), asking('boss'), services);
  await sweep(services);
  const list = await replyTo({ said: 'alerts' }, asking('boss'), services);
  const before = heads(notifier);
  await put([{ ...nameless, identifiers: { ...noIdentifiers, aadUserId: ['aad-cy'] } }]);
  await sweep(services);

  expect(unknown.name).toBe('unknown-person');
  expect(plainText(reply.card)).toContain('Cy Doe deals with it; assigned by Name of boss');
  expect(plainText(reply.card)).toContain('Cannot be reached: It is not known who this person is in Teams');
  expect(plainText(list.card)).toContain('Cy Doe');
  expect(before).not.toContain(`aad-cy: ${alert}`);
  expect(heads(notifier).slice(before.length)).toContain(`aad-cy: ${alert}`);
});

it('offers everyone on record and who has written to Laurel, to those alone who see names here', async () => {
  const { services, put } = await openAtRisk({ known: ['boss', 'aad-ana', 'guest'] });
  await put([lapsing, person('bo', [])]);
  const search = { dataset: 'assignees', queryText: '' };

  const offered = await searchChoices(search, asking('boss'), services);
  const inPublic = await searchChoices(search, { ...asking('boss'), scope: 'channel' }, services);
  const toOthers = await searchChoices(search, asking('guest'), services);

  expect(offered.map(({ value }) => value)).toEqual(['ana', 'bo', 'boss', 'guest']);
  expect([...inPublic, ...toOthers]).toEqual([]);
});
