import { createJobService } from '#app/jobs/jobService.ts'
import { openSpeechEngines } from '#engines/speech/openSpeechEngines.ts'
import { openStore } from '#engines/sqlite/openStore.ts'
import { englishSentence } from '#shared/errors.ts'
import { CreateJob } from '#shared/job/contract.ts'
import { ok } from '#shared/result.ts'
import { noPack } from '#tests/fakes/voice/noPack.ts'
import { soundDecoder } from '../api/soundDecoder.ts'
import { fakeRunner } from './fakeRunner.ts'

// A process to be killed: opens the job service in the folder it is given, begins some jobs where there are none, and
// works on them until it dies. Says `begun`, and `idle` when nothing is left.

const [home = ''] = process.argv.slice(2)
const opened = openStore(home)
if (!opened.ok) throw new Error(englishSentence(opened.error))
const { jobs, deliveries } = opened.value
const service = createJobService({
  home,
  version: '0',
  jobs,
  deliveries,
  run: fakeRunner({ segmentMs: 12 }).run,
  speech: openSpeechEngines({ key: async () => ok(null), decoder: soundDecoder, natural: noPack }),
  engines: { choose: async () => ok('builtin' as const) },
  estimate: async () => {
    throw new Error('There is no estimate here')
  },
  outbound: { allowHosts: [] },
  log: () => {},
  concurrency: 2,
  queueLimit: 10,
  retention: { age: Number.POSITIVE_INFINITY, size: Number.POSITIVE_INFINITY },
})
console.log('begun')
await service.start()
const script = 'One. — pause — Two. — pause — Three. — pause — Four. — pause — Five.'
for (const key of ['a', 'b', 'c', 'd']) {
  const webhookUrl = 'https://hooks.example/'
  await service.createJob(CreateJob.parse({ kind: 'shorts', script, webhookUrl, idempotencyKey: key }))
}
setInterval(() => {
  if (jobs.unfinished().length === 0) console.log('idle')
}, 20)
