/** The scorer: its model is the one that the example sentences make, and it is quick and sure where it should be. */
import { exampleSource } from '../../.ci/hearing/examples';
import { sourceDigest } from '../../.ci/hearing/source-digest';
import { rankCommands } from './command-scorer';
import { slotMark } from './features';
import model from './command-model/index.json';

const person = slotMark('person');

describe('the scorer', () => {
  it('was trained on the example sentences as they are now (npm run train)', () => {
    expect(model.source).toBe(sourceDigest(exampleSource()));
  });

  it.each([
    ['which of the certificates that we hold run out before summer', 'expiring', undefined],
    ['how would one go about undoing the import that was made', 'help', 'undo-import'],
    [`сможем ли мы обойтись, если ${person} завтра уволится`, 'what-if', undefined],
    ['quem na empresa nós jamais poderíamos perder', 'key-people', undefined],
    ['不要把昨天的导入撤销掉', 'help', 'undo-import'],
    ['請問怎麼把匯入復原', 'help', 'undo-import'],
  ])('%s asks for %s %s', (text, ask, topic) => {
    expect(rankCommands(text)[0]).toMatchObject({ ask, ...(topic !== undefined && { topic }) });
  });

  it('is sure of nothing where the words say nothing', () => {
    expect(rankCommands('xyzzy plugh')[0]!.sure).toBeLessThan(0.3);
    expect(rankCommands('')[0]!.sure).toBeLessThan(0.3);
  });

  it('hands out one whole of certainty', () => {
    const total = rankCommands('what expires soon').reduce((sum, { sure }) => sum + sure, 0);
    expect(total).toBeCloseTo(1, 6);
  });
});
