/** `npm run rooms`: measures the folders of the source; `-- --draw` puts the picture of them into ARCHITECTURE.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withPicture } from './picture';
import { reportOn } from './report';
import { readSource } from './source';

const files = readSource('.');
if (process.argv.includes('--draw'))
  writeFileSync('ARCHITECTURE.md', withPicture(readFileSync('ARCHITECTURE.md', 'utf8'), files));
const { lines, missed } = reportOn(files);
console.log(lines.join('\n'));
console.log(missed.length === 0 ? 'good' : `NOT GOOD: ${missed.join('; ')}`);
process.exitCode = missed.length === 0 ? 0 : 1;
