import type { LibraryEntry, RequestLogEntry } from '#shared/desktop/desktop.ts'
import type { Job } from '#shared/job/job.ts'
import { builtInLooks } from '#shared/look/looks.ts'
import { phrase } from '#shared/phrases.ts'

export const sampleScript = `Welcome to today's market update. Stocks opened higher this morning, and the broad index gained 1.2% in the first hour of trading. Here are three things worth knowing.

— pause —

First, look at the mood. Seven out of ten sectors are in the green, led by technology and health care. When gains are this broad, one bad headline does less harm.

— pause —

Second, mind the costs. A fund that charges 1% a year takes about $100 from every $10,000 you invest. Over 30 years, that small number decides how much stays yours.

— pause —

Finally, think ahead. Nobody knows what next quarter will bring, so decide today what you will do if prices fall by 10%. A plan made in calm water holds in a storm.`

const thumbnail = (look: number, kind: string) =>
  `/double/backdrop?kind=${kind}&look=${encodeURIComponent(JSON.stringify(builtInLooks[look]!.look))}`

const receipt = {
  loudness: -14.1,
  truePeak: -1.3,
  duration: 12.4,
  timing: 'engine',
  picture: { width: 1080, height: 1920, pictures: 372, rate: 30, outlasts: 0.01, encoder: 'x264 strip graft' },
} as const

/** Some finished jobs, as the library lists them. */
export function sampleEntries(): LibraryEntry[] {
  const scripts: [string, LibraryEntry['kind'], string[]][] = [
    [
      "Welcome to today's market",
      'shorts',
      ['Welcome to today’s market update', 'First, look at the mood', 'Second, mind the costs', 'Finally, think ahead'],
    ],
    ['The lighthouse key', 'voiceover', ['The lighthouse key hung by the door for forty years']],
    [
      'Three facts about the sea',
      'shorts',
      ['It covers most of the planet', 'We have seen little of it', 'It makes half our air'],
    ],
    [
      'Your body while you sleep',
      'shorts',
      ['In the first hour', 'Around midnight', 'Before you wake', 'And then the dreams', 'What a nap can do'],
    ],
  ]
  return scripts.map(([opening, kind, texts], index) => ({
    job: `api_sample-${index}`,
    kind,
    opening,
    createdAt: new Date(Date.now() - index * 29 * 3_600_000).toISOString(),
    // Of the lighthouse, a voice that nobody was sure of.
    warnings: index === 1 ? [{ message: phrase('SPEECH_UNSURE', { text: texts[0]! }), segment: 1 }] : [],
    files: [
      ...texts.map((text, at) => ({
        id: `sample-${index}-${at}.mp4`,
        name: `api_${text.split(' ').slice(0, 3).join('_')}.mp4`,
        kind: 'video' as const,
        segment: at + 1,
        text,
        size: 3_100_000 + at * 420_000,
        duration: 9.4 + at * 2.3,
        thumbnail: thumbnail((index + at) % 6, kind),
        receipt,
        missing: false,
      })),
      ...(kind === 'shorts'
        ? [
            {
              id: `sample-${index}.zip`,
              name: `api_shorts_${index}.zip`,
              kind: 'zip' as const,
              size: 13_400_000,
              missing: false,
            },
          ]
        : []),
    ],
  }))
}

export function sampleJobs(): Job[] {
  return sampleEntries().map(({ job, kind, opening, createdAt, files }) => ({
    id: job,
    kind,
    opening,
    createdAt,
    updatedAt: createdAt,
    state: 'completed',
    voice: 'nova',
    speed: 1,
    format: 'mp4',
    engine: 'builtin',
    progress: 100,
    message: phrase('STARTING'),
    artifacts: [],
    warnings: [],
    segments: files.length - 1 || 1,
    done: files.length - 1 || 1,
    request: { script: opening } as Job['request'],
    parts: files
      .filter(({ segment }) => segment)
      .map(({ segment, text }) => ({ segment: segment!, text: text!, state: 'done' })),
  }))
}

export function sampleRequests(): RequestLogEntry[] {
  const rows: [string, string, number, number][] = [
    ['POST', '/api/v1/generate-shorts', 200, 14.2],
    ['GET', '/api/v1/shorts-status/api_581cfa84-dfc4-4a40-9448-4ed6971c07bc', 200, 1.1],
    ['GET', '/api/v1/shorts-status/api_581cfa84-dfc4-4a40-9448-4ed6971c07bc', 200, 0.9],
    ['POST', '/api/v1/voiceover/generate', 400, 2.4],
    ['GET', '/download-voiceover/api_shorts_581cfa84_ab12cd34.zip', 200, 38.5],
  ]
  return rows.map(([method, path, status, took], index) => ({
    id: index + 1,
    at: new Date(Date.now() - (rows.length - index) * 3100).toISOString(),
    method,
    path,
    status,
    took,
  }))
}
