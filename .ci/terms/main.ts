/** `npm run check:terms`: the terms in the messages, language by language; ends with 1 where one is wrong. */
import { readMessages, readTerms, termFaults } from './term-faults';

const faults = termFaults(readMessages(), readTerms());
for (const { file, key, problem } of faults) console.log(`${file} ${key}: ${problem}`);
process.exitCode = faults.length > 0 ? 1 : 0;
