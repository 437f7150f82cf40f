/** A program that is written with one byte for each character means what it did. */
import { runInNewContext } from 'node:vm';
import { narrowed } from './bundle';

it.each([
  `'привет, 世界 👍 — “ok”, é'`,
  '`${"Оуэн"} ушёл`',
  `/^[а-яё]+$/iu.test('Ёж')`,
  `/[了过過]/.test('考過')`,
  `/^[👍🎉]$/u.test('🎉')`,
  'new RegExp(String.raw`(?<!\\p{L})(?:да|нет)(?!\\p{L})`, "iu").exec("Ну да!")[0]',
  `JSON.stringify({ ключ: 1 })`,
  `'\\u044f and я'`,
])('%s', (source) => {
  const written = narrowed(source);

  expect(written).not.toMatch(/[\u0100-\uFFFF]/);
  expect(runInNewContext(written)).toBe(runInNewContext(source));
});

it('leaves a mark of the byte order, which is no part of a program', () => {
  expect(narrowed('\uFEFF1')).toBe('\uFEFF1');
});
