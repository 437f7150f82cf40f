/** The order of alerts: what is gravest leads the list, and the notification that is made of its first lines. */
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import type { Notice } from '../../domain/alerts/notice';
import { byGravity } from './alert-view';

const notice = (rule: Notice['reason']['rule'], severity: Notice['severity'], openedAt: number): KeptNotice =>
  ({
    key: `${rule} ${openedAt}`,
    severity,
    audience: 'admins',
    reason: { rule },
    openedAt,
    opening: 1,
    round: 1,
    state: { is: 'open' },
  }) as unknown as KeptNotice;

it.each([
  ['the graver', [notice('runway', 'note', 1), notice('level-lapses', 'warning', 2)], 'level-lapses 2'],
  [
    'the renewal itself',
    [notice('level-lost', 'urgent', 1), notice('renewal-at-risk', 'urgent', 2)],
    'renewal-at-risk 2',
  ],
  ['the older', [notice('level-lost', 'urgent', 2), notice('level-lost', 'urgent', 1)], 'level-lost 1'],
])('%s comes first', (_, notices, first) => {
  expect(byGravity(notices)[0]!.key).toBe(first);
});
