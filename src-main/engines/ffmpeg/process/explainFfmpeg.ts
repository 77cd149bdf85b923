import { type AppError, appError } from '#shared/errors.ts'
import { fileError } from '#shared/fileError.ts'
import { type FfmpegStep, type Phrase, phrase, words } from '#shared/phrases.ts'

/**
 * Says why ffmpeg ended, from the last lines of what it printed.
 *
 * `path` is the file it was writing.
 */
export function explainFfmpeg(stderr: string, doing: FfmpegStep, path: string): AppError {
  const detail = stderr
    .trim()
    .split(/\r?\n|\r/)
    .slice(-12)
    .join('\n')
  if (/No space left on device|Disk quota exceeded/i.test(stderr))
    return fileError({ code: 'ENOSPC', syscall: 'write', message: detail }, path)
  if (/Permission denied|Read-only file system/i.test(stderr))
    return fileError({ code: 'EACCES', syscall: 'write', message: detail }, path)
  return appError('FFMPEG_FAILED', { doing: phrase(doing), reason: complaintIn(detail) }, detail)
}

/** The first line that complains of something in particular: what follows it only repeats that things went wrong. */
function complaintIn(stderr: string): Phrase {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '')
  const complaint = /error|no such|invalid|unable|fail|not found|could not|unknown|unrecognized|missing/i
  const line = lines.find((candidate) => complaint.test(candidate)) ?? lines.at(-1)
  if (line === undefined) return phrase('NO_REASON')
  const plain = line
    .replace(/^\[[^\]]*\]\s*/, '')
    .trim()
    .replace(/[.!]$/, '')
  return words(`${plain}.`)
}
