import { loadFliteModule } from '#engines/flite/fliteModule.ts'
import { serveTasks } from '#engines/workers/serveTasks.ts'
import type { Alignment } from '#ports/Aligner.ts'
import { ok, type Result } from '#shared/result.ts'
import { alignWords, type Task } from './alignWords.ts'

const flite = loadFliteModule()

serveTasks<Task, Result<Alignment>>(async (task) => {
  const module = await flite
  return { output: module.ok ? ok(alignWords(module.value, task)) : module, transfer: [] }
})
