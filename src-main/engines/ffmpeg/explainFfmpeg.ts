import { type AppError, appError } from '#shared/errors.ts'

/**
 * Says in one sentence why ffmpeg ended, from the last lines of what it printed.
 *
 * `doing` completes "ffmpeg stopped while …"; `path` is the file it was writing.
 */
export function explainFfmpeg(stderr: string, doing: string, path: string): AppError {
  const detail = stderr
    .trim()
    .split(/\r?\n|\r/)
    .slice(-12)
    .join('\n')
  if (/No space left on device|Disk quota exceeded/i.test(stderr)) return appError('DISK_FULL', { path }, detail)
  if (/Permission denied|Read-only file system/i.test(stderr)) return appError('FOLDER_READ_ONLY', { path }, detail)
  return appError('FFMPEG_FAILED', { doing, reason: complaintIn(detail) }, detail)
}

/** The first line that complains of something in particular: what follows it only repeats that things went wrong. */
function complaintIn(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '')
  const complaint = /error|no such|invalid|unable|fail|not found|could not|unknown|unrecognized|missing/i
  const line = lines.find((candidate) => complaint.test(candidate)) ?? lines.at(-1) ?? 'it gave no reason'
  return `${line
    .replace(/^\[[^\]]*\]\s*/, '')
    .trim()
    .replace(/[.!]$/, '')}.`
}
