// What every speech engine is, and all that anybody outside of its own folder knows of it. Without a schema library, so
// that `pausecut --help` can read it too.

/** The voices of the API guide, in its words. Every engine understands their names. */
export const guideVoices = {
  nova: 'Clear, professional',
  alloy: 'Neutral, versatile',
  echo: 'Deep, authoritative',
  fable: 'Warm, friendly',
  onyx: 'Deep, serious',
  shimmer: 'Bright, energetic',
} as const
export type GuideVoice = keyof typeof guideVoices
export const guideVoiceNames = Object.keys(guideVoices) as GuideVoice[]

/** Who speaks where nobody was chosen. */
export const defaultVoice: GuideVoice = 'nova'

/** A voice as its engine lists it. */
export interface VoiceFacts {
  /** What it is chosen by; unique within the engine. */
  readonly id: string
  /** Its name for people. */
  readonly name: string
  /** BCP 47 tags of what it speaks; empty: not known, or any. */
  readonly languages: readonly string[]
  readonly sex?: 'female' | 'male' | undefined
  readonly description?: string | undefined
  /** Address of a recording of it. */
  readonly sample?: string | undefined
  /** The engine's models that have it; absent: all of them. */
  readonly models?: readonly string[] | undefined
}

/** What one request to an engine may hold. */
export interface TextBudget {
  /** Unicode code points. */
  readonly characters: number
  /** Tokens of the model, estimated on the high side (engines/speech/estimateTokens). */
  readonly tokens?: number
}

export interface ModelFacts {
  readonly id: string
  /** A few words for who chooses. */
  readonly note: string
  /** Whether it can be told how to speak. */
  readonly instructions: boolean
  /** US dollars; absent where they are not known. */
  readonly price?: { readonly perCharacter?: number; readonly perSecond?: number }
  readonly budget: TextBudget
}

/** What can be asked of some engines only. */
export type EngineOption = 'model' | 'instructions' | 'baseUrl'

export interface EngineFacts {
  readonly name: string
  /** Its name where it stands alone; between other words; and as somebody who speaks. */
  readonly title: string
  readonly short: string
  readonly speaker: string
  /** A few words for who chooses. */
  readonly note: string
  /** Those that are known without asking (see the port's `voices`). */
  readonly voices: readonly VoiceFacts[]
  /** Whether its voices are those of the machine that it is on, and so known by asking alone. */
  readonly ofMachine?: true
  /** Whether it may have voices that are not listed, so that any name may be asked for: a server that does not list its own. */
  readonly anyVoice?: true
  /** Base URL of the server that speaks for it, where that is one of the user's own. */
  readonly server?: string
  /** Whether it mixes voices that are asked for as `af_bella+af_sky` or `af_bella(2)+af_sky(1)`, as Kokoro's servers do. */
  readonly mixesVoices?: true
  /** Which of its voices speaks for each name of the guide. */
  readonly guide: Readonly<Record<GuideVoice, string>>
  /** The same for texts of a language (ISO 639-1), where that decides; `guide` is for those that are not among them. */
  readonly guides?: Readonly<Record<string, Readonly<Record<GuideVoice, string>>>>
  /** The first one speaks where none is chosen; empty where there is nothing to choose. */
  readonly models: readonly ModelFacts[]
  /** What a request may hold where no listed model speaks. */
  readonly budget: TextBudget
  /** ISO 639-1; `any` where the engine itself decides. */
  readonly languages: readonly string[] | 'any'
  readonly needsKey: boolean
  /** Whether it speaks with a voice pack, which has to be fetched first. */
  readonly needsPack?: true
  readonly needsNetwork: boolean
  /** Whether characters cost money. */
  readonly paid: boolean
  readonly takes: Readonly<Record<EngineOption, boolean>>
  /** Whether it takes a word's sounds in IPA, in the text between `⟦` and `⟧`, in place of a respelling. */
  readonly takesIpa?: true
  /** What a person may want to know after this one spoke. */
  readonly hint?: string
}

/** A voice's name for people; the id of one that is not listed. */
export const nameOfVoice = ({ voices }: Pick<EngineFacts, 'voices'>, id: string): string =>
  voices.find((voice) => voice.id === id)?.name ?? id

const capitalised = (id: string) => id.charAt(0).toUpperCase() + id.slice(1)
const guideVoiceFacts = (languages: readonly string[]): readonly VoiceFacts[] =>
  guideVoiceNames.map((id) => ({ id, name: capitalised(id), languages, description: guideVoices[id] }))

/** OpenAI's guide "Text to speech", section "Voice options" (2026): 13 voices, of which its older models have nine. */
const openAiVoices: readonly VoiceFacts[] = [
  ...guideVoiceFacts([]),
  { id: 'ash', name: 'Ash', languages: [] },
  { id: 'coral', name: 'Coral', languages: [] },
  { id: 'sage', name: 'Sage', languages: [] },
  { id: 'marin', name: 'Marin', languages: [], description: 'Recommended by OpenAI', models: ['gpt-4o-mini-tts'] },
  { id: 'cedar', name: 'Cedar', languages: [], description: 'Recommended by OpenAI', models: ['gpt-4o-mini-tts'] },
  { id: 'ballad', name: 'Ballad', languages: [], models: ['gpt-4o-mini-tts'] },
  { id: 'verse', name: 'Verse', languages: [], models: ['gpt-4o-mini-tts'] },
]

/** Every name of the guide is the engine's own voice of that name. */
export const itself: Record<GuideVoice, string> = {
  nova: 'nova',
  alloy: 'alloy',
  echo: 'echo',
  fable: 'fable',
  onyx: 'onyx',
  shimmer: 'shimmer',
}

/** Kokoro's voices that its packs hold, with the grades that its makers give them. */
const kokoroVoices: readonly VoiceFacts[] = [
  { id: 'af_heart', name: 'Heart', languages: ['en-US'], sex: 'female', description: 'Clear, warm; grade A' },
  { id: 'af_bella', name: 'Bella', languages: ['en-US'], sex: 'female', description: 'Lively; grade A-' },
  { id: 'am_michael', name: 'Michael', languages: ['en-US'], sex: 'male', description: 'Neutral; grade C+' },
  { id: 'am_fenrir', name: 'Fenrir', languages: ['en-US'], sex: 'male', description: 'Deep; grade C+' },
  { id: 'am_puck', name: 'Puck', languages: ['en-US'], sex: 'male', description: 'Bright; grade C+' },
  { id: 'bm_fable', name: 'Fable', languages: ['en-GB'], sex: 'male', description: 'British; grade C' },
]

/**
 * OpenAI's requests hold 4,096 characters (API reference, "Create speech"), counted as Python does, and for
 * gpt-4o-mini-tts 2,000 tokens (its model page).
 */
const openAiBudget: TextBudget = { characters: 4096 }

/** OpenAI's own address, with which its key may be shared. */
export const openAiBaseUrl = 'https://api.openai.com/v1'

const table = {
  system: {
    name: 'system',
    title: 'This computer’s voices',
    short: 'system',
    speaker: 'a voice of this computer',
    note: 'Free, offline, in the languages that the system has',
    voices: [],
    ofMachine: true,
    guide: itself,
    models: [],
    // Some seconds at a time, so that a job can be ended and goes on where it was.
    budget: { characters: 1000 },
    languages: 'any',
    needsKey: false,
    needsNetwork: false,
    paid: false,
    takes: { model: false, instructions: false, baseUrl: false },
  },
  builtin: {
    name: 'builtin',
    title: 'Built-in voice',
    short: 'built-in',
    speaker: 'the built-in voice',
    note: 'Free, works offline',
    voices: guideVoiceFacts(['en']),
    guide: itself,
    models: [],
    // About half a minute of speech, made in a third of a second.
    budget: { characters: 500 },
    languages: ['en'],
    needsKey: false,
    needsNetwork: false,
    paid: false,
    takes: { model: false, instructions: false, baseUrl: false },
    takesIpa: true,
    hint: 'The plain built-in voice spoke; for natural ones: pausecut voices add kokoro, pausecut key set, or --base-url.',
  },
  natural: {
    name: 'natural',
    title: 'Natural voice',
    short: 'natural',
    speaker: 'the natural voice',
    note: 'Free, works offline',
    voices: kokoroVoices,
    // The best of each kind by those grades: nova is who speaks where nobody was chosen.
    guide: {
      nova: 'af_heart',
      alloy: 'am_michael',
      echo: 'am_puck',
      fable: 'bm_fable',
      onyx: 'am_fenrir',
      shimmer: 'af_bella',
    },
    models: [],
    // About 20 seconds of speech: the model hurries over 400 tokens, of which a character gives 1.1 at most.
    budget: { characters: 300 },
    languages: ['en'],
    needsKey: false,
    needsPack: true,
    needsNetwork: false,
    paid: false,
    takes: { model: false, instructions: false, baseUrl: false },
    takesIpa: true,
  },
  openai: {
    name: 'openai',
    title: 'OpenAI',
    short: 'OpenAI',
    speaker: 'OpenAI',
    note: 'Natural voices',
    voices: openAiVoices,
    guide: itself,
    // Prices of OpenAI's pricing page, autumn 2025. The older models are billed by the character of input;
    // gpt-4o-mini-tts by tokens in and out, which the same page gives as 1.5 cents a minute of speech.
    models: [
      {
        id: 'gpt-4o-mini-tts',
        note: 'Expressive, takes directions',
        instructions: true,
        price: { perSecond: 0.015 / 60 },
        budget: { ...openAiBudget, tokens: 2000 },
      },
      { id: 'tts-1', note: 'Quick', instructions: false, price: { perCharacter: 15 / 1e6 }, budget: openAiBudget },
      {
        id: 'tts-1-hd',
        note: 'Finer sound',
        instructions: false,
        price: { perCharacter: 30 / 1e6 },
        budget: openAiBudget,
      },
    ],
    budget: openAiBudget,
    languages: 'any',
    needsKey: true,
    needsNetwork: true,
    paid: true,
    takes: { model: true, instructions: true, baseUrl: true },
  },
} as const satisfies Record<string, EngineFacts>

export type EngineName = keyof typeof table

/**
 * Every engine there is, from the plainest to the best: without a choice a job takes the last one that can speak. To
 * add one, add it here, and open it in engines/speech/openSpeechEngines; the compiler names the rest.
 */
export const engines: Readonly<Record<EngineName, EngineFacts & { readonly name: EngineName }>> = table
export const engineNames = Object.keys(table) as EngineName[]

/** `builtin, natural, or openai`: for help and refusals. */
export const anyEngine = new Intl.ListFormat('en', { type: 'disjunction' }).format(engineNames)

/** The best engine that takes all of these; undefined where `options` is empty or none does. */
export function engineTaking(options: readonly EngineOption[]): EngineName | undefined {
  if (options.length === 0) return undefined
  return engineNames.findLast((name) => options.every((option) => engines[name].takes[option]))
}
