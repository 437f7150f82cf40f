/** Words that only look like a question, a denial or a supposition are taken out before the mood of a sentence is told. */
import { plainSpoken } from './seeming-mood';

it.each([
  ["we're silver members", 'we silver members'],
  ['undo that if possible', 'undo that  '],
  ['отмените, если это ещё возможно.', 'отмените,  .'],
  ['deixa de me enviar avisos, se faz favor', 'deixa de me enviar avisos,  '],
  ['sou admin ou não', 'sou admin  ? '],
  ['会费交没交', '会费交吗'],
  ['會費繳了沒啊', '會費繳了吗啊'],
  ['revert what I just did', 'revert  '],
  ['take back the last thing I recorded', 'take back the last thing I recorded'],
  ['undo what we entered', 'undo  '],
  ['she is not with us any more', 'she   with us any more'],
  ['он больше не работает у нас', 'он   работает у нас'],
  ['ela não trabalha mais aqui', 'ela   trabalha mais aqui'],
  ['defina o programa como ambos', 'defina o programa   ambos'],
  ['marca como concluída a PL-600', 'marca  concluída a PL-600'],
  ['帮她加到名下吧', '帮她加到名下'],
  ['верни как было', 'верни  '],
])('“%s” reads “%s”', (said, plain) => {
  expect(plainSpoken(said)).toBe(plain);
});

it.each([
  'if you can undo the import, tell me',
  'undo if we are late',
  'если возможно отменить импорт, скажи как',
  'how do I undo',
  'what did I just do?',
  'como desfazer',
  '他走了吧',
  '没有走',
  'como desfazer ambos',
  'he is not leaving',
  'ele não saiu mais cedo',
])('“%s” stays as it is', (said) => {
  expect(plainSpoken(said).trim()).toBe(said);
});
