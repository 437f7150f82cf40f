/** An older export moved to 2026: its exam rows, its dates and its columns, read by the import of today. */
import { fileOf } from '../import/file';
import { readImport } from '../import/reader';
import { columnsOf2026, movedExport } from './moved-export';

const header =
  'TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,TrainingCompletionDate,Month,IcMCP,MCPID,MPNId,PartnerName,PartnerCityLocation,PartnerCountryLocation';
const old = `\uFEFF${header}\r\n3051,Azure Administrator Associate,Certification,Ann,Gold,ann@mail.example,ann@contoso.example,2020-02-29  23:07:22,Feb-20,1,1001,9,"Contoso, Ltd",Oslo,Norway\r\n`;

function lines(text: string): readonly string[] {
  return text.split('\r\n').filter((line) => line !== '');
}

it('writes the exam row and the row of the certification, a year to its end', () => {
  const [first, exam, certification] = lines(movedExport(old, { years: 6, on: '2026-11-28' }));

  expect(first).toBe(columnsOf2026.join(','));
  expect(exam).toMatch(/^9,AZ-104,Azure Administrator Associate,Exam,Ann,Gold,.*,2026-02-28T00:00:00.000Z,,Active,/);
  expect(certification).toMatch(
    /^9,3051,Microsoft Certified: Azure Administrator Associate,Certification,.*,2027-02-28 00:00:00,Active,Feb-2026,9,"Contoso, Ltd",/,
  );
});

it('prints as expired what ended before the day of the export', () => {
  const [, , certification] = lines(movedExport(old, { years: 6, on: '2027-03-01' }));

  expect(certification).toContain(',Expired,');
});

it('is read by the import of today without a rejected row', async () => {
  const file = fileOf('Export_trainings_Lifetime.csv', Buffer.from(movedExport(old, { years: 6, on: '2026-11-28' })));
  const nothing = () => undefined;
  const read = await readImport(file, {
    names: { competency: nothing, level: nothing, metric: nothing, sharedBy: () => [] },
    today: '2026-11-28',
  });

  expect(read).toMatchObject({ rejected: [] });
});

it('does not guess the exam of a certification that it does not know', () => {
  const unknown = old.replace('Azure Administrator Associate', 'Quantum Associate');

  expect(() => movedExport(unknown, { years: 6, on: '2026-11-28' })).toThrow('Quantum Associate');
});
