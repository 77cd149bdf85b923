import type { Command } from 'commander'
import type { VoicesFlags } from './commands/voices.ts'

type MakeCommand = (name: string, parent?: Command) => Command
type Exit = (code: number) => void

/** Adds `voices` and what can be done with them to the command line's grammar, and returns it for more. */
export function registerVoices(command: MakeCommand, exit: Exit): Command {
  const voices = command('voices')
    .description('list the voices, those of a speech server too; say which of them speak for the usual names')
    .helpCommand(false)
    .option('--base-url <address>', "a server of your own that speaks OpenAI's speech API (default: OPENAI_BASE_URL)")
    .option('--language <language>', 'only voices that speak it: de, en-GB, …')
    .option('--json', 'as one JSON value')
    .action(async (flags: VoicesFlags) => exit(await (await import('./commands/voices.ts')).voices(flags)))
  command('map <name> [voice]', voices)
    .description(
      "let a voice speak for a name that every engine knows (nova, alloy, …); without a voice, the engine's own",
    )
    .option('--base-url <address>', 'the server whose voice that is (default: OPENAI_BASE_URL, else OpenAI)')
    .action(async (name: string, voice: string | undefined, _flags, self: Command) =>
      exit(await (await import('./commands/mapVoice.ts')).mapVoice(name, voice, self.optsWithGlobals())),
    )
  return voices
}
