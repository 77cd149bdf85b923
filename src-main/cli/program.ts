import { Command } from 'commander'
import { anyCaptions } from '#shared/look/captionPresets.ts'
import { anyEngine, defaultVoice, engineNames, engines } from '#shared/speech/engines.ts'
import type { SayFlags } from './commands/say.ts'
import { version } from './machine/version.ts'
import type { RenderFlags } from './plans/planRender.ts'
import { registerPacks } from './registerPacks.ts'
import { registerServe } from './registerServe.ts'
import { registerVoices } from './registerVoices.ts'
import { usageSentence } from './terminal/usage.ts'

const models = engineNames.flatMap((name) => engines[name].models.map(({ id }) => id))

const examples = `
Examples:
  pausecut render script.txt                             Shorts and a ZIP in pausecut-exports/script
  pausecut render script.txt --kind voiceover --voice onyx --format mp3
  pausecut render - < script.txt --background beach.jpg --out beach
  pausecut render --help                                 all that a render can be told

Exit codes: 0 done, 1 the work failed, 2 wrong use, 130 stopped by Ctrl-C.
`

/**
 * The command line's grammar. Each command's work is loaded when it is called, so that --help and --version need nothing
 * of it. `exit` receives the command's exit code. Throws CommanderError on wrong use, after having said so.
 */
export function createProgram(exit: (code: number) => void): Command {
  const program = new Command('pausecut')
    .description('Turns a script into narrated, captioned Shorts or one voiceover, on this machine.')
    .version(version(), '-v, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .addHelpText('after', examples)
    .exitOverride()
  program.configureOutput({ outputError: (text, write) => write(`${usageSentence(text, program.name())}\n`) })

  const command = (name: string, parent = program) => {
    const child = parent.command(name).exitOverride()
    const path = parent === program ? `pausecut ${child.name()}` : `pausecut ${parent.name()} ${child.name()}`
    return child.configureOutput({ outputError: (text, write) => write(`${usageSentence(text, path)}\n`) })
  }

  command('render <script>')
    .description(
      'render a script (.txt, .md, .srt, .vtt, .docx, or - for standard input); — pause — begins the next Short',
    )
    .option(
      '--kind <kind>',
      'shorts (one portrait video per part, and a ZIP) or voiceover (one landscape file)',
      'shorts',
    )
    .option('--out <folder>', 'where the files go (default: ./pausecut-exports/<name of the script>)')
    .option('--literal', 'take formatting in the script for words: **bold**, links, headings, tags; in .md files too')
    .option('--say <file>', 'how words are said: a CSV, JSON or PLS file of written words and how each is said')
    .option('--voice <voice>', 'who speaks; `pausecut voices` lists them', defaultVoice)
    .option('--speed <speed>', 'from 0.25 to 4.0', '1.0')
    .option('--engine <engine>', `${anyEngine} (default: the best one that can speak here)`)
    .option('--model <model>', `for engines that have models: ${models.join(', ')}, or what your server has`)
    .option('--instructions <text>', 'how to speak, for models that take it')
    .option('--base-url <address>', "a server of your own that speaks OpenAI's speech API")
    .option('--transcription-model <model>', 'what hears words where the aligner can not follow, such as whisper-1')
    .option('--transcription-url <address>', "a server with OpenAI's transcription API (default: the speech server)")
    .option('--background <picture>', 'a PNG, JPEG or WebP behind the words')
    .option('--look <look>', 'how it looks: a name of `pausecut looks`, or a look file')
    .option('--captions <preset>', anyCaptions)
    .option('--subtitles <formats>', 'files beside each video: srt, vtt, json, or none', 'srt,vtt,json')
    .option('--format <format>', 'mp4, mp3 or wav; mp3 and wav for a voiceover', 'mp4')
    .option(
      '--encoder <encoder>',
      'x264 encodes every picture plainly; auto takes the fastest way to the same one',
      'auto',
    )
    .option('--receipt', 'show what was measured of every finished file')
    .option('--json', 'one event per line, the result last')
    .option('--verbose', 'tell more where something goes wrong')
    .action(async (script: string, flags: RenderFlags) =>
      exit(await (await import('./commands/render.ts')).render(script, flags)),
    )

  registerServe(command, exit)

  command('say <script>')
    .description(
      'show how a script (.txt, .md, .srt, .vtt, .docx, or - for standard input) is read aloud, in plain words',
    )
    .option('--say <file>', 'how words are said: a CSV, JSON or PLS file of written words and how each is said')
    .option('--language <language>', 'en, de, es, fr, it or pt (default: the language that the script is in)')
    .option('--lines', 'read every line by itself, and show it on a line of its own')
    .option('--json', 'one object per part, or per line, with the class of every word')
    .action(async (script: string, flags: SayFlags) =>
      exit(await (await import('./commands/say.ts')).say(script, flags)),
    )

  registerPacks(command, registerVoices(command, exit), exit)

  const looks = command('looks')
    .description('list the looks; save, export and import your own')
    .helpCommand(false)
    .action(async () => exit(await (await import('./commands/looks.ts')).listLooks()))
  command('save <name> <file>', looks)
    .description('keep the look of a JSON file under a name, with its pictures and music')
    .action(async (name, file) => exit(await (await import('./commands/looks.ts')).saveLook(name, file)))
  command('export <name> <file>', looks)
    .description('write a look, with its pictures and music, as one file')
    .action(async (name, file) => exit(await (await import('./commands/looks.ts')).exportLook(name, file)))
  command('import <file>', looks)
    .description('take in a look that was exported elsewhere')
    .action(async (file) => exit(await (await import('./commands/looks.ts')).importLook(file)))
  command('remove <name>', looks)
    .description('forget a look of your own')
    .action(async (name) => exit(await (await import('./commands/looks.ts')).removeLook(name)))

  command('doctor')
    .description('say what was found on this machine and what is missing')
    .action(async () => exit(await (await import('./commands/doctor.ts')).doctor()))

  const key = command('key').description("keep the OpenAI key in this system's keychain").helpCommand(false)
  command('set', key)
    .description('ask for the key and keep it; it can also be piped in')
    // A key typed as an argument is refused in words of our own: commander's would repeat it.
    .allowExcessArguments()
    .action(async (_flags, self) => exit(await (await import('./commands/key.ts')).setKey(self.args.length > 0)))
  command('delete', key)
    .description('forget the key')
    .action(async () => exit(await (await import('./commands/key.ts')).deleteKey()))
  command('status', key)
    .description('say where a key is')
    .action(async () => exit(await (await import('./commands/key.ts')).keyStatus()))
  return program
}
