import type { LibraryEntry } from '#shared/desktop/desktop.ts'
import type { Choices } from '#shared/desktop/settings.ts'
import { appError } from '#shared/errors.ts'
import type { Job, JobSummary } from '#shared/job/job.ts'
import { phrase } from '#shared/phrases.ts'
import { cutScript } from '#shared/script/cutScript.ts'
import { isSpeakable } from '#shared/script/isSpeakable.ts'
import { estimateSpeech } from '#shared/speech/estimateSpeech.ts'
import { sampleEntries } from './samples.ts'
import { engine, options, state, tell, wait } from './state.ts'

export const summary = ({ request: _, parts: __, artifacts: ___, warnings: ____, ...rest }: Job): JobSummary => rest

const tellJob = (job: Job) => tell({ type: 'job', job: summary(job) })

export function newJob(script: string, choices: Choices): Job {
  const texts = cutScript(script)
    .filter(isSpeakable)
    .map((text) => text.trim())
  const whole = choices.kind === 'shorts' ? texts : [texts.join('\n\n')]
  const now = new Date().toISOString()
  const { kind, spokenAs, format } = choices
  const { voice, speed } = spokenAs
  return {
    id: `api_${crypto.randomUUID()}`,
    kind,
    state: 'waiting',
    voice,
    speed,
    format,
    engine: engine(),
    opening: texts[0]!.split(' ').slice(0, 4).join(' '),
    progress: 0,
    message: phrase('STARTING'),
    done: 0,
    segments: whole.length,
    createdAt: now,
    updatedAt: now,
    artifacts: [],
    warnings: [],
    request: { script } as Job['request'],
    parts: whole.map((text, index) => ({ segment: index + 1, text, state: 'waiting' })),
  }
}

const steps = 24
const speaking = 6

/** Plays a job: each part is spoken and drawn in small steps; `?fail=2` lets part 2 fail the first time. */
export async function perform(job: Job): Promise<void> {
  job.state = 'running'
  for (const part of job.parts) {
    if (part.state === 'done') continue
    job.current = { segment: part.segment, text: part.text }
    for (let step = 1; step <= steps; step++) {
      await wait(Number(options.get('pace') ?? 60))
      if (job.state !== 'running') return
      const drawing = step > speaking
      const share = drawing ? (step - speaking) / (steps - speaking) : step / speaking
      job.progress = Math.floor(((part.segment - 1 + step / steps) / job.parts.length) * 99)
      tell({
        type: 'under-way',
        job: job.id,
        parts: [{ segment: part.segment, stage: drawing ? 'render' : 'speak', share }],
      })
      tellJob(job)
    }
    if (part.segment === Number(options.get('fail')) && !part.error) {
      Object.assign(part, { state: 'failed', error: appError('SPEECH_BUSY', { attempts: 4 }) })
      continue
    }
    Object.assign(part, { state: 'done', error: undefined })
    job.done++
    keepResult(job, part.segment, part.text)
  }
  const failed = job.parts.some(({ state }) => state === 'failed')
  job.state = failed ? 'failed' : 'completed'
  if (!failed) job.progress = 100
  tellJob(job)
}

function keepResult(job: Job, segment: number, text: string): void {
  const sample = sampleEntries()[0]!
  const { id, kind, opening, createdAt } = job
  const before = state.entries.find((entry) => entry.job === id)
  const duration = estimateSpeech(text, job.speed)
  const file = { ...sample.files[(segment - 1) % 3]!, id: `${id}-${segment}.mp4`, segment, text, duration }
  const entry: LibraryEntry = {
    job: id,
    kind,
    opening,
    createdAt,
    warnings: [],
    files: [...(before?.files ?? []), file],
  }
  state.entries = [entry, ...state.entries.filter((other) => other.job !== id)]
  tell({ type: 'results', entry })
}
