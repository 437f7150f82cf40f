/** What is to be kept, and for how long, as people order it. */
import { retentionOrderIn } from './retention-order';
import { signToReadmit } from './rights-order';

it.each([
  ['keep the audit trail for 180 days', 'audit', '180'],
  ['Keep closed alerts for 2 months.', 'alerts', '60'],
  ['keep people who left for 2 years', 'left', '730'],
  ['keep undone imports forever', 'undone', '0'],
  ['store silent chats for 1 year', 'chats', '365'],
  ['审计记录保留180天', undefined, undefined],
  ['保留审计记录180天', 'audit', '180'],
  ['保留離職人員 2 年', 'left', '730'],
  ['хранить журнал аудита 6 месяцев', 'audit', '180'],
  ['храни ушедших бессрочно', 'left', '0'],
  ['guardar a auditoria por 2 anos', 'audit', '730'],
  ['guarde quem saiu sem limite', 'left', '0'],
  ['keep people who left for 0 days', undefined, undefined],
  ['keep the audit trail for 99999 days', undefined, undefined],
  ['do not keep the audit trail for 180 days', undefined, undefined],
  ['keep the audit trail', undefined, undefined],
  [`keep the audit trail for ${' '.repeat(200)}180 days`, undefined, undefined],
])('“%s”', (said, kind, days) => {
  expect(retentionOrderIn(said)).toEqual(kind && { kind, days });
});

it.each([
  ['let zoe@example.com in again', 'zoe@example.com'],
  ['let 9911991 back in', '9911991'],
  ['readmit zoe@example.com.', 'zoe@example.com'],
  ['let Zoe Quist in again', 'Zoe Quist'],
  ['允许 zoe@example.com 重新加入', 'zoe@example.com'],
  ['允許zoe@example.com重新加入', 'zoe@example.com'],
  ['снова принимать zoe@example.com', 'zoe@example.com'],
  ['readmitir zoe@example.com', 'zoe@example.com'],
  ['readmit', undefined],
  ['do not readmit zoe@example.com', undefined],
  ['never let zoe@example.com in', undefined],
  [`readmit ${'x'.repeat(300)}`, undefined],
])('“%s” lets %s in again', (said, sign) => {
  expect(signToReadmit(said)).toBe(sign);
});

it('a long line of blanks is read at once', () => {
  const began = performance.now();
  signToReadmit(`readmit x${' '.repeat(100_000)}y`);
  retentionOrderIn(`keep ${'a '.repeat(50_000)}`);

  expect(performance.now() - began).toBeLessThan(100);
});
