/** A programme that has ended is history: nothing is bought, renewed, counted down to, at risk or told unasked. */
import { deriveNotices } from '../alerts/derive-notices';
import { clause, competency, factsOf, one, person, programmeOf, requirement } from '../fixture.case';
import { emptyPartner, type Partner } from '../partner/partner';
import { joined } from '../programme/joined-programme';
import { standardPolicies } from '../programme/policy';
import type { Programme } from '../programme/programme';
import { standingOf } from '../counting/standing';
import { endBeforeRenewal, renewableMembership } from './ended-programme';
import { enrolIn, purchaseMembership, renewMembership } from './membership';
import { riskHorizonOf } from './risk-horizon';
import { forecastRisks } from './risk-forecast';
import { offersFor } from './upgrade';

const end = '2022-09-30';
const rule = requirement('silver', { alternatives: [[clause('a', 1, one('p'))]] });
const old = programmeOf([competency('c', rule)], { effectiveTo: end });
const young: Programme = { ...programmeOf([competency('d', rule)]), id: 'young' };
const both = joined([old, young]);
const facts = factsOf([person('p1', ['p'], { leftOn: '2022-10-05' })]);
const bought = (boughtOn: string): Partner => ({
  ...emptyPartner('t', old.id),
  membership: { level: 'silver', boughtOn, renewedOn: [] },
});
const rules = (programme: Programme) => ({ programme, policies: standardPolicies });

it.each([
  ['runs and is renewed in time', old, '2021-08-01', '2022-01-01', undefined],
  ['ends before it can be renewed', old, '2022-02-01', '2022-03-01', end],
  ['has ended', old, '2021-08-01', '2022-10-01', end],
  ['has ended beside one that goes on', both, '2021-08-01', '2022-10-01', end],
  ['has no end', young, '2021-08-01', '2032-10-01', undefined],
] as const)('a membership in a programme that %s', (_, programme, boughtOn, today, expected) => {
  const { membership } = bought(boughtOn);

  expect(endBeforeRenewal(membership, rules(programme), today)).toBe(expected);
  expect(renewableMembership(membership, rules(programme), today)).toBe(
    expected === undefined ? membership : undefined,
  );
});

it.each([
  ['on the last day', end, end, { membership: { level: 'silver' } }],
  ['after it', '2022-10-01', '2022-10-02', { code: 'programme-ended', on: end }],
  ['before it and said after it', '2022-02-01', '2026-11-28', { code: 'programme-ended', on: end }],
] as const)('is bought %s', (_, boughtOn, today, expected) => {
  const before = { market: 'developed' } as const;

  expect(purchaseMembership({ level: 'silver', boughtOn }, before, { programme: old, today })).toMatchObject(expected);
  expect(purchaseMembership({ level: 'silver', boughtOn }, before, { programme: both, today })).toMatchObject(expected);
});

it('is not renewed by the rules of another programme', () => {
  const silver = bought('2022-02-01').membership;
  const other = programmeOf([competency('d', rule)], { id: 'other', levels: [{ id: 'partner', names: { en: 'x' } }] });

  expect(renewableMembership(silver, rules(other), '2023-02-10')).toBeUndefined();
  expect(riskHorizonOf(silver, rules(other), '2023-02-10')).toEqual({ until: '2024-02-10', because: 'no-membership' });
});

it('is not renewed after its end, and nobody enrols in it', () => {
  const rulesThen = { ...rules(old), today: '2022-10-02' };

  expect(renewMembership('2022-10-01', bought('2021-09-30'), rulesThen)).toEqual({ code: 'programme-ended', on: end });
  expect(enrolIn({ competency: 'c', from: '2022-01-01' }, bought('2021-09-30'), rulesThen)).toEqual({
    code: 'programme-ended',
    on: end,
  });
});

it.each(['2021-08-01', '2022-02-01'])('is silent once it has ended (bought on %s)', (boughtOn) => {
  for (const today of ['2022-10-01', '2022-10-06', '2023-01-31', '2026-11-28']) {
    const partner = bought(boughtOn);
    const { risks, nothing, because, shown } = forecastRisks(partner, { programme: old, facts, today });

    expect({ risks, nothing, because, shown }).toEqual({ risks: [], nothing: undefined, because: 'ended', shown: [] });
    expect(deriveNotices({ programme: old, partner, facts, importedOn: '2022-01-01' }, today)).toEqual([]);
  }
});

it('has no countdown to a renewal that will never come', () => {
  const known = { programme: old, partner: bought('2022-02-01'), facts: factsOf([person('p1', ['p'])]) };

  for (const today of ['2022-08-05', '2022-09-30'])
    expect(deriveNotices({ ...known, importedOn: '2022-08-01' }, today).map(({ reason }) => reason.rule)).not.toContain(
      'runway',
    );
});

it('leaves the one beside it its own risks', () => {
  const { risks } = forecastRisks(emptyPartner('t', both.id), { programme: both, facts, today: '2022-10-01' });

  expect(risks.map(({ code, competency: id }) => `${code} ${id}`)).toEqual(['lapses d']);
});

it('offers nothing for sale any more', () => {
  const standing = standingOf(old, facts, '2022-10-01');
  const held = { membership: undefined, policies: standardPolicies, today: '2022-10-01' };

  expect(offersFor(old, standing, held).map(({ code }) => code)).toEqual(['ended', 'ended']);
});
