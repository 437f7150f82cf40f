/** `laurel export`: all facts of a partner into files that `laurel import` reads back. */
import { asLines, type CliContext } from './cli-context';
import { exitCodes, type ExportOptions } from './actions';

/** Writes the files and tells where they are. */
export function exportAction(
  { tenant, out }: ExportOptions,
  { text, print, complain, withLaurel }: CliContext,
): Promise<number> {
  return withLaurel(async (laurel) => {
    try {
      const paths = await laurel.exportInto(out, { tenant: tenant ?? laurel.tenant, locale: text.locale });
      print(asLines([text.say('cli.export.done'), ...paths.map((path) => `  ${path}`)]));
      return exitCodes.done;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      complain(`${text.say('cli.export.failed', { folder: out, reason: code })}\n`);
      return exitCodes.failed;
    }
  });
}
