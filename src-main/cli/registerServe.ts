import type { Command } from 'commander'
import { anyEngine } from '#shared/speech/engines.ts'
import type { OwnSecret } from './commands/secrets.ts'
import type { ServeFlags } from './plans/planServe.ts'

type MakeCommand = (name: string, parent?: Command) => Command
type Exit = (code: number) => void

const collect = (value: string, before: readonly string[]) => [...before, value]

/** Adds `serve`, `token` and `webhook-secret` to the command line's grammar. */
export function registerServe(command: MakeCommand, exit: Exit): void {
  command('serve')
    .description('serve the REST API on this machine, and a page to try it with')
    .option('--port <port>', 'where to listen; 0 takes any free port', '4711')
    .option('--host <address>', 'the address to listen at; any but this machine alone needs a token', '127.0.0.1')
    .option('--public-url <address>', 'the address that callers elsewhere use, such as that of a proxy; needs a token')
    .option('--token <token>', 'what callers must send as Authorization: Bearer <token>')
    .option('--token-from-keychain', 'the same, kept with `pausecut token new`')
    .option('--engine <engine>', `${anyEngine} (default: the best one that can speak here)`)
    .option('--base-url <address>', "a server of your own that speaks OpenAI's speech API")
    .option('--transcription-model <model>', 'what hears words where the aligner can not follow, such as whisper-1')
    .option('--transcription-url <address>', "a server with OpenAI's transcription API (default: the speech server)")
    .option('--concurrency <jobs>', 'jobs that run at a time', '3')
    .option('--queue <jobs>', 'jobs that may wait', '100')
    .option(
      '--allow-host <host>',
      'a private host that pictures and webhooks may go to; can be given again',
      collect,
      [],
    )
    .option('--retention <time>', 'how long finished jobs are kept: 12h, 30d, 8w', '30d')
    .option('--retention-size <size>', 'how much space they may take; the oldest go first', '50GB')
    .option('--verbose', 'log every request')
    .action(async (flags: ServeFlags) => exit(await (await import('./commands/serve.ts')).serve(flags)))

  registerSecret('token', 'api-token', "the API's token in this system's keychain", command, exit)
  registerSecret('webhook-secret', 'webhook-secret', 'what webhooks are signed with, in the keychain', command, exit)
}

function registerSecret(name: string, account: OwnSecret, what: string, command: MakeCommand, exit: Exit): void {
  const parent = command(name).description(`keep ${what}`).helpCommand(false)
  command('new', parent)
    .description('make one, or another in its place, and show it once')
    .action(async () => exit(await (await import('./commands/secrets.ts')).newSecret(account)))
  command('delete', parent)
    .description('forget it')
    .action(async () => exit(await (await import('./commands/secrets.ts')).deleteSecret(account)))
  command('status', parent)
    .description('say whether there is one')
    .action(async () => exit(await (await import('./commands/secrets.ts')).secretStatus(account)))
}
