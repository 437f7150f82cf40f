/** Whole files, as they are met in the field: what is taken, what is rejected with line and reason, what is refused. */
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import type { ImportNames, ReadFile, ReadOptions, ImportRefusal } from '../../domain/imports/incoming';
import { fileAt, fileOf } from './file';
import { readImport } from './reader';

const names: ImportNames = {
  competency: (name) => ({ DevOps: 'devops', 云平台: 'cloud-platform' })[name],
  sharedBy: (name) => (name === 'Cloud' ? ['cloud-platform', 'devops'] : []),
  level: (name) => ({ gold: 'gold', silver: 'silver' })[name.toLowerCase()],
  metric: (name) =>
    name === 'seats' ? { id: name, unit: 'seats' } : name === 'revenue' ? { id: name, unit: 'USD' } : authorised(name),
};
const authorised = (name: string) => (name === 'authorised' ? ({ id: name, unit: 'yes-no' } as const) : undefined);

type Given = Partial<ReadOptions>;

function read(bytes: string | Buffer, given: Given = {}) {
  return readImport(fileOf('file.csv', Buffer.from(bytes)), { names, today: '2021-06-30', ...given });
}

async function taken(bytes: string | Buffer, given?: Given): Promise<ReadFile> {
  const found = await read(bytes, given);
  if ('refused' in found) throw new Error(`refused: ${JSON.stringify(found.refused)}`);
  return found;
}

async function refused(bytes: string | Buffer, given?: Given): Promise<ImportRefusal> {
  const found = await read(bytes, given);
  if (!('refused' in found)) throw new Error(`taken: ${found.rows} rows`);
  return found.refused;
}

const people = ({ facts }: ReadFile) => ('people' in facts ? facts.people : []);
const codes = (findings: readonly { readonly line: number; readonly code: string }[]) =>
  findings.map(({ line, code }) => `${line} ${code}`);
const lines = (...rows: readonly string[]) => `${rows.join('\r\n')}\r\n`;

const variants = {
  A: 'TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,TrainingCompletionDate,Month,IcMCP,MCPID,MPNId,PartnerName,PartnerCityLocation,PartnerCountryLocation',
  B: 'TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,TrainingCompletionDate,Month,IcMCP,MCPID,MPNId,PartnerName,PartnerCityLocation,PartnerCountryLocation,ExpirationDate,ActivationStatus',
  C: 'PGAMpnId,TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,TrainingCompletionDate,ExpirationDate,ActivationStatus,Month,IcMCP,MCPID,MpnId,PartnerName,PartnerCityLocation,PartnerCountryLocation',
  D: 'TrainingActivityId,TrainingTitle,TrainingType,AADUserId,TrainingCompletionDate,Month,IcMCP,MCPID,MPNId,PartnerName,PartnerCityLocation,PartnerCountryLocation',
} as const;

const cells: Readonly<Record<string, string>> = {
  TrainingActivityId: '3051',
  TrainingTitle: 'Azure Administrator Associate',
  TrainingType: 'Certification',
  IndividualFirstName: 'Ada',
  IndividualLastName: 'Byron',
  Email: 'Ada@Example.com',
  CorpEmail: 'abyron@contoso.com',
  AADUserId: '0F8FAD5B-D9CB-469F-A165-70867728950E',
  TrainingCompletionDate: '2018-12-25  23:07:22',
  ExpirationDate: '2021-12-25',
  ActivationStatus: 'Active',
  Month: 'Dec-18',
  IcMCP: '1',
  MCPID: '7470319',
};

/** A file of one variant: its usual row, with other cells where given, for each of the rows. */
function trainings(
  rows: readonly Readonly<Record<string, string>>[],
  header: string = variants.A,
  separator = ',',
): string {
  const columns = header.split(',');
  const row = (given: Readonly<Record<string, string>>) =>
    columns.map((column) => given[column] ?? cells[column] ?? 'x').join(separator);
  return lines(columns.join(separator), ...rows.map(row));
}

describe('training completions', () => {
  const achievement = { title: cells['TrainingTitle'], activityId: '3051', completedOn: '2018-12-25' };
  const byMail = { corpEmail: ['abyron@contoso.com'], mcpId: ['7470319'], email: ['ada@example.com'], aadUserId: [] };
  const byUserId = {
    corpEmail: [],
    mcpId: ['7470319'],
    email: [],
    aadUserId: ['0f8fad5b-d9cb-469f-a165-70867728950e'],
  };

  it.each([
    ['A', byMail, 'Ada Byron', achievement],
    ['B', byMail, 'Ada Byron', { ...achievement, expiresOn: '2021-12-25' }],
    ['C', byMail, 'Ada Byron', { ...achievement, expiresOn: '2021-12-25' }],
    ['D', byUserId, '', achievement],
  ] as const)('variant %s', async (variant, identifiers, name, achieved) => {
    const found = await taken(trainings([{}], variants[variant]));

    expect(found).toMatchObject({ rows: 1, rejected: [], warnings: [], facts: { kind: 'training-completions' } });
    expect(people(found)).toMatchObject([{ line: 2, identifiers, name, achievements: [achieved] }]);
  });

  it('finds columns by name in any order and case, with white space around', async () => {
    const found = await taken(' mcpid ;trainingcompletiondate;TRAININGTITLE\n1;2018-12-25;Exam\n');

    expect(people(found)).toMatchObject([{ achievements: [{ title: 'Exam', completedOn: '2018-12-25' }] }]);
  });

  it.each([
    ['no title', { TrainingTitle: ' ' }, 'missing-value', 'TrainingTitle'],
    ['no date', { TrainingCompletionDate: '' }, 'missing-value', 'TrainingCompletionDate'],
    ['no sign', { MCPID: '', Email: '', CorpEmail: '' }, 'no-identifier', ''],
    ['only signs that cannot be', { MCPID: '0', Email: 'n/a', CorpEmail: '-' }, 'no-identifier', ''],
    ['an impossible date', { TrainingCompletionDate: '31/31/2021' }, 'not-a-date', 'TrainingCompletionDate'],
    ['a serial number', { TrainingCompletionDate: '43459' }, 'serial-number', 'TrainingCompletionDate'],
    ['two digits of a year', { TrainingCompletionDate: '25/12/18' }, 'two-digit-year', 'TrainingCompletionDate'],
    ['an expiry before completion', { ExpirationDate: '2018-12-24' }, 'expiry-before-completion', 'ExpirationDate'],
  ])('rejects a row with %s', async (_, given, code, column) => {
    const found = await taken(trainings([{}, given, {}], variants.B));

    expect(found.rows).toBe(3);
    expect(found.rejected).toMatchObject([{ line: 3, column, code, value: column === '' ? '' : expect.any(String) }]);
    expect(people(found)[0]!.achievements).toHaveLength(2);
  });

  it.each([
    [
      'an MCPID alone',
      { IndividualFirstName: '', IndividualLastName: '', Email: '', CorpEmail: '' },
      'mcpid-only',
      { mcpId: '7470319' },
    ],
    ['a placeholder for a mail', { Email: 'unknown' }, 'identifier-ignored', {}],
    ['a formula for a name', { IndividualFirstName: '=cmd()' }, 'formula', {}],
    ['a title that begins with a sign', { TrainingTitle: '@home' }, 'formula', {}],
    [
      'a completion in the future',
      { TrainingCompletionDate: '2030-01-01', Month: 'Jan-30' },
      'future-date',
      { date: '2030-01-01' },
    ],
    [
      'a completion before there were certifications',
      { TrainingCompletionDate: '1900-01-01 00:00:00.000', Month: '' },
      'early-date',
      { date: '1900-01-01' },
    ],
    ['a month that differs', { Month: 'Nov-18' }, 'month-differs', { month: '2018-11', date: '2018-12-25' }],
  ])('takes a row with %s, with a warning for the first of them', async (_, given, code, args) => {
    const found = await taken(trainings([{}, given, given]));

    expect(found.rejected).toEqual([]);
    expect(found.warnings).toMatchObject([{ line: 3, code, args: { ...args, count: 2 } }]);
  });

  it.each([
    'NULL',
    'n/a',
    '0001-01-01T00:00:00',
    '1900-01-01 00:00:00',
    '1753-01-01',
    '9999-12-31',
    'Does not expire',
    'never',
    '31/31/2021',
  ])('an expiry of %j does not throw the completion away', async (ExpirationDate) => {
    const found = await taken(trainings([{ ExpirationDate }], variants.B));

    expect(found.rejected).toEqual([]);
    expect(found.warnings).toMatchObject([{ line: 2, code: 'expiry-ignored', value: ExpirationDate }]);
    expect(people(found)[0]!.achievements).toEqual([{ ...achievement, kind: 'certification' }]);
  });

  it.each([
    ['8810011.0', ['8810011']],
    ['8810011.00', ['8810011']],
    ['8810011,0', ['8810011']],
    ['8810.000', []],
    ['8.81E+06', []],
  ])('an MCPID of %s is %j', async (MCPID, mcpId) => {
    const found = await taken(trainings([{ MCPID }], variants.A, ';'));

    expect(people(found)[0]!.identifiers.mcpId).toEqual(mcpId);
  });

  it.each([
    ['Exam', 'exam'],
    ['certification', 'certification'],
    ['ASSESSMENT', 'assessment'],
    ['Module', undefined],
    ['', undefined],
  ])('a TrainingType of %j is kept as %s', async (TrainingType, kind) => {
    const found = await taken(trainings([{ TrainingType }]));

    expect(people(found)[0]!.achievements).toEqual([{ ...achievement, ...(kind && { kind }) }]);
  });

  it('reads the layout of 2026: an exam row beside each certification, no MCPID', async () => {
    const file = fileAt(join(__dirname, 'recorded/export-trainings-lifetime-2026.csv'));
    const found = await readImport(file, { names, today: '2026-11-28' });
    if ('refused' in found) throw new Error(found.refused.code);

    expect(found).toMatchObject({ rows: 15, rejected: [], warnings: [] });
    expect(people(found).map(({ name, achievements }) => [name, achievements.map(({ kind }) => kind)])).toEqual([
      ['Ida Holm', ['exam', 'certification', 'exam', 'certification']],
      ['Per Aune', ['exam', 'certification', 'exam']],
      ['Lin Qvist', ['exam', 'certification', 'exam', 'certification']],
      ['Sol Marti', ['exam']],
      ['Una Brekke', ['exam', 'certification', 'exam']],
    ]);
    expect(people(found)[0]).toMatchObject({
      identifiers: { corpEmail: ['ida.holm@fjord.example'], mcpId: [], aadUserId: [expect.any(String)] },
      achievements: [
        { activityId: 'AZ-104' },
        { activityId: '3139', completedOn: '2025-11-03', expiresOn: '2026-11-03' },
        {},
        {},
      ],
    });
  });

  it('keeps what looks like a formula as it is', async () => {
    const found = await taken(
      trainings([{ IndividualFirstName: '=cmd()', IndividualLastName: '+x', TrainingTitle: '-1' }]),
    );

    expect(people(found)).toMatchObject([{ name: '=cmd() +x', achievements: [{ title: '-1' }] }]);
  });

  it('writes Chinese names together, family name first', async () => {
    const found = await taken(trainings([{ IndividualFirstName: '小明', IndividualLastName: '王' }]));

    expect(people(found)[0]!.name).toBe('王小明');
  });

  it('holds one record for each person, however many rows', async () => {
    const found = await taken(
      trainings(Array.from({ length: 50 }, (_, index) => ({ MCPID: String(1 + (index % 5)) }))),
    );

    expect(people(found).map(({ achievements }) => achievements.length)).toEqual([10, 10, 10, 10, 10]);
  });
});

describe('dates are settled by the whole file', () => {
  const dates = (...values: readonly string[]) => values.map((date) => ({ TrainingCompletionDate: date, Month: '' }));
  const completions = (found: ReadFile) =>
    people(found).flatMap((one) => one.achievements.map((its) => its.completedOn));

  it.each([
    ['day first', ['05/06/2018 10:00', '25/12/2018 23:07'], ['2018-06-05', '2018-12-25'], []],
    ['month first', ['05/06/2018', '12/25/2018'], ['2018-05-06', '2018-12-25'], []],
    [
      'a stray one the other way round',
      ['25/12/2018', '26/12/2018', '12/25/2018'],
      ['2018-12-25', '2018-12-26'],
      ['4 other-date-order'],
    ],
  ])('%s', async (_, values, expected, rejected) => {
    const found = await taken(trainings(dates(...values)));

    expect(completions(found)).toEqual(expected);
    expect(codes(found.rejected)).toEqual(rejected);
  });

  it('asks when every date could be read both ways, even beside ISO dates', async () => {
    expect(await refused(trainings(dates('2018-12-25', '05/06/2018')))).toEqual({
      code: 'ambiguous-dates',
      args: {
        line: 3,
        column: 'TrainingCompletionDate',
        value: '05/06/2018',
        dayFirst: '2018-06-05',
        monthFirst: '2018-05-06',
      },
    });
  });

  it('takes the answer to its question', async () => {
    const found = await taken(trainings(dates('05/06/2018')), { dates: 'month-first' });

    expect(completions(found)).toEqual(['2018-05-06']);
  });

  it('takes the month column for an answer, and rejects the row that it contradicts', async () => {
    const rows = [
      { TrainingCompletionDate: '05/06/2018', Month: 'Jun-18' },
      { TrainingCompletionDate: '07/08/2018', Month: 'Aug-18' },
      { TrainingCompletionDate: '01/02/2018', Month: 'Jan-18' },
    ];

    const found = await taken(trainings(rows));

    expect(completions(found)).toEqual(['2018-06-05', '2018-08-07']);
    expect(codes(found.rejected)).toEqual(['4 month-contradicts']);
  });
});

describe('encodings and separators', () => {
  const text = (name: string) =>
    lines('Name,WorkEmail,MCPID', `${name},a@contoso.com,1`, `"${name}, Dr.",b@contoso.com,2`);

  it.each([
    ['utf-8', 'Ана Петрова 王小明', false],
    ['utf-8', 'Ана Петрова 王小明', true],
    ['utf-16le', 'Ана Петрова 王小明', true],
    ['utf-16le', 'Ана Петрова 王小明', false],
    ['utf-16be', 'Ана Петрова 王小明', true],
    ['utf-16be', 'Ана Петрова 王小明', false],
    ['gb18030', '王小明', false],
    ['big5', '陳怡君', false],
    ['windows-1251', 'Анна Петрова', false],
    ['windows-1252', 'João Conceição', false],
  ] as const)('%s: %s (byte order mark: %s)', async (encoding, name, addBOM) => {
    const found = await taken(iconv.encode(text(name), encoding, { addBOM }));

    expect(people(found).map((one) => one.name)).toEqual([name, `${name}, Dr.`]);
    expect(codes(found.warnings)).toEqual(/^(utf)/.test(encoding) ? [] : ['1 encoding-guessed']);
  });

  it('is not misled by ASCII up to the last line', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `Person ${index},p${index}@contoso.com,${index + 1}`);
    const bytes = iconv.encode(
      lines('Name,WorkEmail,MCPID', ...rows, 'Иван Петров,i@contoso.com,9999'),
      'windows-1251',
    );

    expect(people(await taken(bytes)).at(-1)!.name).toBe('Иван Петров');
  });

  it.each([
    ['comma', ',', '\r\n'],
    ['semicolon', ';', '\n'],
    ['tab', '\t', '\r\n'],
    ['line ends of old', ',', '\r'],
  ])('%s', async (_, separator, end) => {
    const rows = [['Name', 'WorkEmail'], ['"A"', 'a@contoso.com'], [], ['B', 'b@contoso.com'], ['', '']];

    const found = await taken(rows.map((row) => row.join(separator)).join(end));

    expect(people(found)).toMatchObject([
      { line: 2, name: 'A' },
      { line: 4, name: 'B' },
    ]);
    expect(found.rows).toBe(2);
  });

  it('reads lines ended differently, and the note of a spreadsheet on the separator', async () => {
    const found = await taken('sep=;\r\nName;WorkEmail\nA,B;a@contoso.com\r\nC;c@contoso.com');

    expect(people(found)).toMatchObject([
      { line: 3, name: 'A,B' },
      { line: 4, name: 'C' },
    ]);
  });

  it('counts lines through cells of several lines', async () => {
    const found = await taken('Name,WorkEmail\r\n"A\r\nB",a@contoso.com\r\nC,none\r\n');

    expect(codes(found.rejected)).toEqual(['4 no-identifier']);
  });

  it('gives the same people in every encoding and with every separator', async () => {
    const name = fc.string({ unit: fc.constantFrom(...'abcАбв王小"\n,;\t ='), minLength: 1, maxLength: 6 });
    const form = fc.record({
      encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
      separator: fc.constantFrom(',', ';', '\t'),
      addBOM: fc.boolean(),
    });
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(name, { minLength: 1, maxLength: 4 }),
        form,
        async (all, { encoding, separator, addBOM }) => {
          const rows = all.map((one, index) => [quoted(one), `p${index}@contoso.com`].join(separator));
          const bytes = iconv.encode(lines(['Name', 'WorkEmail'].join(separator), ...rows), encoding, { addBOM });

          expect(people(await taken(bytes)).map((person) => person.name)).toEqual(all.map((one) => one.trim()));
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('bad input', () => {
  const long = 'x'.repeat(70_000);

  it.each([
    ['an empty file', '', 'empty', {}],
    ['white space', '\ufeff \r\n\r\n', 'empty', {}],
    ['blank cells', ',,\r\n,,\r\n', 'empty', {}],
    ['a PDF', '%PDF-1.7\n…', 'other-format', { format: 'pdf' }],
    ['a workbook', 'PK\x03\x04\x14\0\x06\0……[Content_Types].xml', 'other-format', { format: 'xlsx' }],
    ['an archive', 'PK\x03\x04\x14\0\x06\0……trainings.csv', 'other-format', { format: 'zip' }],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'other-format', { format: 'xls' }],
    ['a sign-in page', '\ufeff<!DOCTYPE html><html>', 'other-format', { format: 'html' }],
    ['zero bytes', 'Name,WorkEmail\nA\0,a@contoso.com\n', 'nul-bytes', { line: 2 }],
    [
      'zeros in UTF-16',
      iconv.encode('Name,WorkEmail\nA\0,a@contoso.com\n', 'utf-16le', { addBOM: true }),
      'nul-bytes',
      { line: 2 },
    ],
    [
      'half a UTF-8 file',
      Buffer.concat([Buffer.from('\ufeffName,WorkEmail\n'), Buffer.from([0xff, 0xfe])]),
      'invalid-utf-8',
      {},
    ],
    [
      'nobody’s encoding',
      Buffer.from([...Buffer.from('Name,MCPID\n'), 0x81, 0x20, 0x8d, 0x98, 0x2c, 0x31]),
      'unknown-encoding',
      {},
    ],
    [
      'a long line',
      `Name,WorkEmail\nA,a@contoso.com\n${long},b@contoso.com\n`,
      'record-too-long',
      { line: 3, kib: 64 },
    ],
    [
      'a long record',
      `Name,WorkEmail\nA,a@contoso.com\n"${'x\n'.repeat(40_000)}"\n`,
      'record-too-long',
      { line: 3, kib: 64 },
    ],
    [
      'a quote that never closes',
      'Name,WorkEmail\n"A\nA",a@contoso.com\n"B,b@contoso.com\nC,c@contoso.com\n',
      'quote-not-closed',
      { line: 4 },
    ],
    ['a quote within a cell', 'Name,WorkEmail\n\nA "B" C,a@contoso.com\n', 'stray-quote', { line: 3 }],
    [
      'a quote within a cell far down, behind blank lines and cells of several lines',
      `Name,WorkEmail\n\n"A\nA",a@contoso.com\n${'B,b@contoso.com\n'.repeat(40_000)}A "B" C,a@contoso.com\n`,
      'stray-quote',
      { line: 40_005 },
    ],
    ['text after a quote', 'Name,WorkEmail\n"A"B,a@contoso.com\n', 'stray-quote', { line: 2 }],
    ['a column twice', 'Name,MCPID, mcpid\nA,1,2\n', 'duplicate-column', { line: 1, column: 'mcpid' }],
    [
      'no header',
      '3051,Azure Administrator Associate\n',
      'unknown-kind',
      { found: '3051, Azure Administrator Associate' },
    ],
    [
      'no key column',
      'TrainingTitle,TrainingCompletionDate,Month\nExam,2018-12-25,Dec-18\n',
      'missing-column',
      {
        kind: 'training-completions',
        column: 'CorpEmail, MCPID, Email, AADUserId',
        count: 4,
        found: 'TrainingTitle, TrainingCompletionDate, Month',
      },
    ],
    [
      'no date column',
      'TrainingTitle,MCPID\nExam,1\n',
      'missing-column',
      { kind: 'training-completions', column: 'TrainingCompletionDate', count: 1, found: 'TrainingTitle, MCPID' },
    ],
  ])('%s', async (_, bytes, code, args) => {
    expect(await refused(bytes)).toEqual({ code, args });
  });

  it('stops at a line without end instead of reading a gigabyte of it', async () => {
    const chunk = Buffer.alloc(256 * 1024, 'x');
    let handedOut = 0;
    const endless = {
      name: 'endless.csv',
      async *open() {
        yield Buffer.from('Name,WorkEmail\n');
        for (; handedOut < 4096; handedOut++) yield chunk;
      },
    };

    const found = await readImport(endless, { names, today: '2021-06-30' });

    expect(found).toEqual({ refused: { code: 'record-too-long', args: { line: 2, kib: 64 } } });
    expect(handedOut).toBeLessThan(2);
  });

  it('rejects a row of 200 columns and takes the others', async () => {
    const wide = Array.from({ length: 200 }, (_, index) => index).join(',');

    const found = await taken(`Name,WorkEmail\nA,a@contoso.com\n${wide}\nB,b@contoso.com,,\n`);

    expect(found.rows).toBe(3);
    expect(found.rejected).toMatchObject([{ line: 3, code: 'too-many-fields', args: { fields: 200, columns: 2 } }]);
    expect(people(found).map(({ name }) => name)).toEqual(['A', 'B']);
  });

  it('rejects the last row of an export that was cut off', async () => {
    const whole = trainings([{}, { MCPID: '999' }]);

    const found = await taken(whole.slice(0, whole.lastIndexOf('999') + 1));

    expect(codes(found.rejected)).toEqual(['3 cut-off']);
  });

  it.each([
    ['there is none', '/nowhere/at/all.csv', 'ENOENT'],
    ['it is a folder', __dirname, 'EISDIR'],
  ])('refuses a file that cannot be read: %s', async (_, path, reason) => {
    expect(await readImport(fileAt(path), { names, today: '2021-06-30' })).toEqual({
      refused: { code: 'unreadable', args: { reason } },
    });
  });

  it.each([
    ['a file that is taken', `Name,WorkEmail\n${'A,a@contoso.com\n'.repeat(50_000)}`],
    ['a header that is refused', `Nom,Adresse\n${'A,a@contoso.com\n'.repeat(50_000)}`],
    ['a record that is refused', `Name,WorkEmail\n"A"B,\n${'A,a@contoso.com\n'.repeat(50_000)}`],
  ])('closes %s as often as it opens it', async (_, content) => {
    let [opened, closed] = [0, 0];
    const bytes = Buffer.from(content);
    const file = {
      name: 'counted.csv',
      async *open() {
        opened++;
        try {
          for (let start = 0; start < bytes.length; start += 10_000) yield bytes.subarray(start, start + 10_000);
        } finally {
          closed++;
        }
      },
    };

    await readImport(file, { names, today: '2021-06-30' });
    await new Promise(setImmediate);

    expect(opened).toBeGreaterThan(1);
    expect(closed).toBe(opened);
  });

  it('passes trouble of the storage on', async () => {
    const broken = {
      name: 'broken.csv',
      open: () =>
        (async function* () {
          yield Buffer.from('Name,WorkEmail\n');
          throw new Error('disk');
        })(),
    };

    await expect(readImport(broken, { names, today: '2021-06-30' })).rejects.toThrow('disk');
  });
});

describe('the kind of a file', () => {
  const files = {
    'training-completions': trainings([{}]),
    people: lines('Name,Email', 'A,a@example.com'),
    figures: lines('metric,value,asof', 'seats,5,2018-03-01'),
    'competency-summary': lines('CompetencyName,CompetencyLevel,CompetencyStatus', 'DevOps,Gold,Active'),
  } as const;
  type Kind = keyof typeof files;
  const kinds = Object.keys(files) as Kind[];

  it.each(kinds)('%s is recognised, and taken as what it is', async (kind) => {
    expect((await taken(files[kind])).facts.kind).toBe(kind);
    expect((await taken(files[kind], { kind })).facts.kind).toBe(kind);
  });

  it.each(kinds.flatMap((kind) => kinds.filter((other) => other !== kind).map((other) => [other, kind] as const)))(
    '%s is not taken as %s',
    async (recognised, kind) => {
      const found = await read(files[recognised], { kind });

      expect(found).toMatchObject({ refused: { code: 'other-kind', args: { kind, recognised } } });
    },
  );

  it('names what is missing for the kind that was asked for', async () => {
    expect(await refused('Metric,Worth\nseats,5\n', { kind: 'figures' })).toEqual({
      code: 'missing-column',
      args: { kind: 'figures', column: 'Value', count: 1, found: 'Metric, Worth' },
    });
  });

  it('takes a header without rows, and says so', async () => {
    const found = await taken('Name,WorkEmail\r\n');

    expect(found).toMatchObject({ rows: 0, rejected: [], warnings: [{ line: 1, code: 'no-rows' }] });
  });
});

describe('people', () => {
  it('reads every column', async () => {
    const found = await taken(
      lines(
        'Name,WorkEmail,MCPID,Email,AADUserId,AccountOn,LinkedOn,LeftOn,LinkedElsewhereOn,AccountDeletedOn',
        'Ada Byron,Ada@Contoso.com,1,,,2017-08-01,2 Sep 2017,25/12/2020,,',
      ),
    );

    expect(people(found)).toEqual([
      {
        line: 2,
        name: 'Ada Byron',
        identifiers: { corpEmail: ['ada@contoso.com'], mcpId: ['1'], email: [], aadUserId: [] },
        dates: { accountOn: '2017-08-01', linkedOn: '2017-09-02', leftOn: '2020-12-25' },
        achievements: [],
      },
    ]);
  });

  it('rejects a wrong date and keeps the rest', async () => {
    const found = await taken(lines('Name,MCPID,LeftOn', 'A,1,soon', 'B,2,'));

    expect(found.rejected).toMatchObject([{ line: 2, column: 'LeftOn', value: 'soon', code: 'not-a-date' }]);
    expect(people(found).map(({ name }) => name)).toEqual(['B']);
  });

  it.each([
    ['English', 'Office,Team,Manager'],
    ['a personnel system', 'Work Location;Department;Reports To'],
    ['Entra', 'officeLocation,department,managerUPN'],
    ['simplified Chinese', '办公地点,部门,直属上级'],
    ['traditional Chinese', '辦公地點,部門,直屬主管'],
    ['Russian', 'Офис;Отдел;Руководитель'],
    ['Portuguese', 'Escritório;Área;Gestor'],
  ])('knows office, team and manager as %s heads them', async (_, header) => {
    const separator = header.includes(';') ? ';' : ',';
    const row = ['a@b.example', 'Berlin  Mitte', 'Cloud', 'Lena Vogt'].join(separator);
    const found = await taken(lines(`WorkEmail${separator}${header}`, row));

    expect(found.facts.kind).toBe('people');
    expect(people(found)[0]!.places).toEqual({ office: 'Berlin Mitte', team: 'Cloud', manager: 'Lena Vogt' });
  });

  it.each([
    ['an empty cell says nothing', ',,', undefined],
    ['a dash says that there is none', '-,–,—', { office: '', team: '', manager: '' }],
    ['80 characters are an office', `${'x'.repeat(80)},,`, { office: 'x'.repeat(80) }],
  ])('%s', async (_, written, places) => {
    const found = await taken(lines('Name,MCPID,Office,Team,Manager', `A,1,${written}`));

    expect(people(found)[0]!.places).toEqual(places);
    expect(found.warnings).toEqual([]);
  });

  it('leaves an office out whose name is too long for one, and takes the row', async () => {
    const long = 'x'.repeat(81);
    const found = await taken(lines('Name,MCPID,Office,Team', `A,1,${long},Cloud`, `B,2,${long},`));

    expect(found.warnings).toEqual([
      { line: 2, column: 'Office', value: long, code: 'place-too-long', args: { most: 80, count: 2 } },
    ]);
    expect(people(found).map(({ places }) => places)).toEqual([{ team: 'Cloud' }, undefined]);
  });
});

describe('figures', () => {
  const file = (...rows: readonly string[]) => lines('Metric;Value;AsOf', ...rows);
  const figures = ({ facts }: ReadFile) => ('figures' in facts ? facts.figures : []);

  it('reads amounts, counts and yes or no', async () => {
    const found = await taken(
      file('revenue;1.234,50;2018-03-01', 'seats;1.234;2018-03-01', 'authorised;yes;2018-03-01'),
    );

    expect(figures(found)).toEqual([
      { line: 2, metric: 'revenue', value: 1234.5, asOf: '2018-03-01' },
      { line: 3, metric: 'seats', value: 1234, asOf: '2018-03-01' },
      { line: 4, metric: 'authorised', value: true, asOf: '2018-03-01' },
    ]);
  });

  it('passes over a row without a value', async () => {
    expect(await taken(file('seats;;'))).toMatchObject({ rows: 1, rejected: [], facts: { figures: [] } });
  });

  it('asks when a separator could mean thousands or decimals', async () => {
    expect(await refused(file('revenue;1.234;2018-03-01'))).toMatchObject({
      code: 'ambiguous-numbers',
      args: { line: 2, column: 'Value', value: '1.234', thousands: 1234, decimals: 1.234 },
    });
  });

  it.each([
    ['nobody’s metric', 'sets;5;2018-03-01', 'unknown-metric', 'Metric'],
    ['no metric', ';5;2018-03-01', 'missing-value', 'Metric'],
    ['a word', 'seats;many;2018-03-01', 'not-a-number', 'Value'],
    ['yes for a number', 'seats;yes;2018-03-01', 'not-a-number', 'Value'],
    ['half a seat', 'seats;0,5;2018-03-01', 'not-a-whole-number', 'Value'],
    ['a number for yes or no', 'authorised;1;2018-03-01', 'not-yes-or-no', 'Value'],
    ['no day', 'seats;5;', 'missing-value', 'AsOf'],
    ['a wrong day', 'seats;5;soon', 'not-a-date', 'AsOf'],
  ])('rejects %s', async (_, row, code, column) => {
    expect((await taken(file(row))).rejected).toMatchObject([{ line: 2, code, column }]);
  });

  it('rejects all rows that contradict one another, and takes repeated ones', async () => {
    const found = await taken(
      file('seats;5;2018-03-01', 'revenue;7;2018-03-01', 'seats;6;2018-03-01', 'revenue;7;2018-03-01'),
    );

    expect(codes(found.rejected)).toEqual(['2 contradicting-value', '4 contradicting-value']);
    expect(figures(found).map(({ metric }) => metric)).toEqual(['revenue', 'revenue']);
  });
});

describe('the competency summary', () => {
  const file = (...rows: readonly string[]) =>
    lines('CompetencyName,CompetencyLevel,CompetencyStatus,CompetencyStartDate,CompetencyEndDate', ...rows);

  it('reads each statement', async () => {
    const found = await taken(file('DevOps,Gold,In  Grace Period,2018-01-01,2018-12-31', '云平台,silver,ACTIVE,,'));

    expect(found.facts).toEqual({
      kind: 'competency-summary',
      shown: [
        {
          competency: 'devops',
          level: 'gold',
          status: 'in-grace-period',
          startsOn: '2018-01-01',
          endsOn: '2018-12-31',
        },
        { competency: 'cloud-platform', level: 'silver', status: 'active' },
      ],
    });
  });

  it.each([
    ['Knitting,Gold,Active,,', 'unknown-competency', 'CompetencyName'],
    ['Cloud,Gold,Active,,', 'shared-name', 'CompetencyName'],
    ['DevOps,Bronze,Active,,', 'unknown-level', 'CompetencyLevel'],
    ['DevOps,Gold,Fine,,', 'unknown-status', 'CompetencyStatus'],
    ['DevOps,Gold,constructor,,', 'unknown-status', 'CompetencyStatus'],
    ['DevOps,Gold,__proto__,,', 'unknown-status', 'CompetencyStatus'],
    ['DevOps,,Active,,', 'missing-value', 'CompetencyLevel'],
    ['DevOps,Gold,Active,2018-12-31,2018-01-01', 'end-before-start', 'CompetencyEndDate'],
    ['DevOps,Gold,Active,soon,', 'not-a-date', 'CompetencyStartDate'],
  ])('%s is rejected: %s', async (row, code, column) => {
    expect((await taken(file(row))).rejected).toMatchObject([{ line: 2, code, column }]);
  });
});
