/** Orders about admins in five languages, and sentences that are none. */
import { adminOrderIn } from './admin-order';

it.each([
  ['make Chen Wei admin', 'admin', 'Chen Wei'],
  ['please make Chen Wei an administrator.', 'admin', 'Chen Wei'],
  ['give Ana Souza admin rights', 'admin', 'Ana Souza'],
  ['make me admin', 'admin', 'me'],
  ['remove Chen Wei as admin', 'no-admin', 'Chen Wei'],
  ['remove Chen Wei from the admins', 'no-admin', 'Chen Wei'],
  ['revoke admin rights from Chen Wei', 'no-admin', 'Chen Wei'],
  ['把陈伟设为管理员', 'admin', '陈伟'],
  ['添加管理员陈伟', 'admin', '陈伟'],
  ['取消陈伟的管理员权限', 'no-admin', '陈伟'],
  ['將陳偉設為系統管理員', 'admin', '陳偉'],
  ['移除陳偉的管理員身分', 'no-admin', '陳偉'],
  ['сделай Ивана Петрова администратором', 'admin', 'Ивана Петрова'],
  ['назначьте Анну Орлову администратором!', 'admin', 'Анну Орлову'],
  ['убери Ивана Петрова из администраторов', 'no-admin', 'Ивана Петрова'],
  ['torne Ana Souza administradora', 'admin', 'Ana Souza'],
  ['adicione Ana Souza como administradora', 'admin', 'Ana Souza'],
  ['remova Ana Souza dos administradores', 'no-admin', 'Ana Souza'],
])('%s', (said, to, person) => {
  expect(adminOrderIn(said)).toEqual({ to, person });
});

it.each([
  'admins',
  'do not make Chen Wei admin',
  'should we make Chen Wei admin?',
  'remove 70-532 Chen Wei',
  'make a plan',
  'не делай Ивана администратором',
  'не убирай Ивана из администраторов',
  '不要把陈伟设为管理员吗',
  'não torne Ana administradora',
  '“make Chen Wei admin”',
  `make ${'x'.repeat(100_000)} admin`,
])('is not: %s', (said) => {
  expect(adminOrderIn(said)).toBeUndefined();
});
