/** Whether a typed word is a part of a name: in another script, in a Russian case, and what only has the same consonants. */
import { isNamePart } from './name-sound';

it.each([
  ['Картика', 'Karthik'],
  ['Оуэн', 'Owen'],
  ['Оуэна', 'Owen'],
  ['Уильям', 'William'],
  ['Жуан', 'João'],
  ['Павла', 'Павел'],
  ['Павлу', 'Pavel'],
  ['Льва', 'Лев'],
  ['Семёну', 'Semyon'],
  ['Петру', 'Pyotr'],
  ['Сэму', 'Sam'],
  ['Мэри', 'Mary'],
  ['Каца', 'Katz'],
  ['Елену', 'Elena'],
  ['Лейлы', 'Leila'],
  ['Юрию', 'Yuri'],
  ['Громовой', 'Громова'],
  ['Марии', 'Maria'],
  ['Марию', 'Мария'],
  ['Наталье', 'Natalia'],
  ['Прию', 'Priya'],
  ['Марией', 'Мария'],
  ['Андрея', 'Андрей'],
  ['Илье', 'Илья'],
])('%s may be %s', (typed, part) => {
  expect(isNamePart(typed, part)).toBe(true);
});

it.each([
  ['Жанна', 'João'],
  ['Лену', 'Lin'],
  ['Лёня', 'Lin'],
  ['Вадим', 'vd'],
  ['Тарас', 'Torres'],
  ['Света', 'Swati'],
  ['Дима', 'Damo'],
  ['Соне', 'Sanne'],
  ['Соня', 'Sun'],
  ['Кирилла', 'Carl'],
  ['Марсель', 'Marisol'],
  ['Роман', 'Raman'],
  ['Гриши', 'Грош'],
  ['бойца', 'Бойко'],
  ['её', 'Е.'],
  ['про', 'Прия'],
  ['Мара', 'Мария'],
])('%s is not %s', (typed, part) => {
  expect(isNamePart(typed, part)).toBe(false);
});
