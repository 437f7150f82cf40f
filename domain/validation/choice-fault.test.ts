/** A choice among options that cannot be meant: one change at a time to the choice of a track by a share of customers. */
import { competency } from '../fixture.case';
import type { Condition, OptionChoice } from '../programme/option-choice';
import { choiceFaults } from './choice-fault';

const defined = { metrics: new Set(['smb-share']) };

const track = (id: string) => ({ id, names: { en: id }, associations: [], requirements: [] });

/** The SMB track of a designation from 80 % of small customers on, else Enterprise (designations.md 2). */
const share: Condition = { metric: 'smb-share', atLeast: 80 };
const last = { option: 'enterprise', when: [] };
const bySize = (...when: readonly Condition[]): OptionChoice => [{ option: 'smb', when }, last];

function found(choice: OptionChoice | undefined) {
  const options = [track('enterprise'), track('smb')];
  return choiceFaults({ ...competency('azure'), options, ...(choice && { choice }) }, defined);
}

it.each<[string, OptionChoice | undefined]>([
  ['no choice: any option that is met is enough', undefined],
  ['a choice without cases', []],
  ['a case that always holds', [last]],
  ['a case by a share, and one for the rest', bySize(share)],
  ['a limit that must be exceeded', bySize({ metric: 'smb-share', above: 80 })],
  ['a limit that must not be reached', bySize({ metric: 'smb-share', below: 80 })],
  ['a limit of nothing', bySize({ metric: 'smb-share', above: 0 })],
  ['a condition under a policy', bySize({ ...share, under: { azureSmbClassification: 'share-and-consumption' } })],
  ['a rule in force from a day on', bySize({ ...share, effectiveFrom: '2026-01-01' })],
  ['a rule in force until a day', bySize({ ...share, effectiveTo: '2026-01-01' })],
  ['a rule in force on one day', bySize({ ...share, effectiveFrom: '2026-01-01', effectiveTo: '2026-01-01' })],
])('allows %s', (_, choice) => {
  expect(found(choice)).toEqual([]);
});

it.each<[string, OptionChoice, ReturnType<typeof found>[number]]>([
  [
    'an option that the competency does not have',
    [{ option: 'home', when: [share] }, last],
    { path: [0, 'option'], code: 'unknown-option', args: { id: 'home' } },
  ],
  [
    'such an option as the last resort',
    [
      { option: 'smb', when: [share] },
      { option: 'home', when: [] },
    ],
    { path: [1, 'option'], code: 'unknown-option', args: { id: 'home' } },
  ],
  [
    'a figure that the programme does not define',
    bySize(share, { metric: 'smiles', atLeast: 1 }),
    { path: [0, 'when', 1, 'metric'], code: 'unknown-metric', args: { id: 'smiles' } },
  ],
  [
    'a condition that says nothing of its figure',
    bySize({ metric: 'smb-share' }),
    { path: [0, 'when', 0], code: 'condition-missing', args: { id: 'smb-share' } },
  ],
  [
    'a rule that ends before it begins',
    bySize({ ...share, effectiveFrom: '2026-01-01', effectiveTo: '2025-12-31' }),
    {
      path: [0, 'when', 0, 'effectiveTo'],
      code: 'dates-reversed',
      args: { from: '2026-01-01', to: '2025-12-31' },
    },
  ],
  [
    'a value that the policy never has',
    bySize({ ...share, under: { azureSmbClassification: 'guess' } }),
    {
      path: [0, 'when', 0, 'under', 'azureSmbClassification'],
      code: 'condition-policy',
      args: { policy: 'azureSmbClassification', allowed: 'share, share-and-consumption' },
    },
  ],
  [
    'no option where no case holds',
    [
      { option: 'enterprise', when: [] },
      { option: 'smb', when: [share] },
    ],
    { path: [1, 'when'], code: 'choice-open', args: {} },
  ],
])('refuses %s', (_, choice, fault) => {
  expect(found(choice)).toEqual([fault]);
});
