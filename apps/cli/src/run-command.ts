import { adminCreate } from './admin-create';
import { type Command, CommandProblem, type Terminal, UsageProblem } from './command';
import { retentionRun } from './retention-run';

const commands: readonly Command[] = [adminCreate, retentionRun];

/**
 * Runs what was typed. Answers the exit status: 0 done, 1 refused or failed, 2 called in a way that is not understood.
 * What is thrown is a bug.
 */
export async function runCommand(
  args: readonly string[],
  terminal: Terminal,
  fault: (text: string) => void,
): Promise<number> {
  const command = commands.find(({ name }) => name.split(' ').every((word, at) => args[at] === word));
  if (args.includes('--help') || args.includes('-h') || args.length === 0) {
    terminal.out(command?.help ?? overview());
    return 0;
  }
  try {
    if (!command)
      throw new UsageProblem(`There is no command ${args.slice(0, 2).join(' ')}.`, 'aigaq --help lists the commands.');
    return await command.run(args.slice(command.name.split(' ').length), terminal);
  } catch (error) {
    if (!(error instanceof CommandProblem)) throw error;
    const usage =
      error instanceof UsageProblem && command ? `aigaq ${command.name} --help lists the options.` : undefined;
    const remedy = error.remedy ?? usage;
    fault(`✗ ${error.message}\n${remedy === undefined ? '' : `  ${remedy}\n`}`);
    return error instanceof UsageProblem ? 2 : 1;
  }
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const rows = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'aigaq COMMAND [OPTIONS]        from the project: npm run -s aigaq -- COMMAND [OPTIONS]',
    '',
    ...rows,
    '',
    'aigaq COMMAND --help lists the options of a command.',
    '',
  ].join('\n');
}
