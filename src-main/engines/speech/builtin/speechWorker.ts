import { loadFliteModule } from '#engines/flite/fliteModule.ts'
import { serveTasks } from '#engines/workers/serveTasks.ts'
import type { Speech, SpeechRequest } from '#ports/SpeechEngine.ts'
import { GuideVoice } from '#shared/domain.ts'
import type { Result } from '#shared/result.ts'
import { speakPiece } from './speakPiece.ts'
import { builtinVoices } from './voices.ts'

const flite = loadFliteModule()

serveTasks<SpeechRequest, Result<Speech>>(async ({ text, as }) => {
  const module = await flite
  if (!module.ok) return { output: module, transfer: [] }
  const output = speakPiece(module.value, text, builtinVoices[GuideVoice.parse(as.voice)], as.speed)
  return { output, transfer: output.ok ? [output.value.samples.buffer as ArrayBuffer] : [] }
})
