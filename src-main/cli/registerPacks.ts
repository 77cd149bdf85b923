import type { Command } from 'commander'
import type { CheckFlags } from './commands/checkServer.ts'
import type { AddFlags } from './commands/packs.ts'

type MakeCommand = (name: string, parent?: Command) => Command
type Exit = (code: number) => void

/** Adds what can be done with voice packs to `voices` of the command line's grammar. */
export function registerPacks(command: MakeCommand, voices: Command, exit: Exit): void {
  command('add <pack>', voices)
    .description('fetch a natural voice for this machine: kokoro (338 MB) or kokoro-small (104 MB), English')
    .option('--from <path>', 'a folder or a zip that holds its files, for a machine without network')
    .option('--yes', 'fetch it without asking')
    .action(async (name: string, flags: AddFlags) =>
      exit(await (await import('./commands/packs.ts')).addVoicePack(name, flags)),
    )
  command('remove <pack>', voices)
    .description('remove a natural voice, or what was fetched of one')
    .action(async (name: string) => exit(await (await import('./commands/packs.ts')).removeVoicePack(name)))
  command('check [pack]', voices)
    .description(
      'say what a speech server really does (formats, voices, speeds, longest text, lost words, pace), measured; or read every file of a natural voice, or of all that are here',
    )
    .option('--base-url <address>', 'the speech server (default: OPENAI_BASE_URL)')
    .option('--model <model>', 'what it is asked for')
    .option('--openai', 'measure OpenAI itself')
    .option('--yes', 'send without asking what may cost money')
    .option('--json', 'as one JSON value')
    .action(async (name: string | undefined, _flags, self: Command) => {
      const flags: CheckFlags & { readonly openai?: true } = self.optsWithGlobals()
      const isServer = name === undefined && Boolean(flags.openai || flags.baseUrl || process.env.OPENAI_BASE_URL)
      if (isServer) return exit(await (await import('./commands/checkServer.ts')).checkSpeechServer(flags))
      exit(await (await import('./commands/packs.ts')).checkVoicePacks(name))
    })
}
