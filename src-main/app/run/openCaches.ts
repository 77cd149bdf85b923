import { join } from 'node:path'
import { pruneFolder } from '#files/pruneFolder.ts'
import { openRenderCache } from '#pipeline/renderCache.ts'
import type { Tools } from './runJob.ts'

/** Bytes that each may grow to; what was used longest ago goes first. Speech costs money, so it stays longer. */
const most = { renders: 4e9, speech: 2e9 } as const

const folders = (home: string) => ({ renders: join(home, 'cache', 'renders'), speech: join(home, 'cache', 'speech') })

/** What is kept in the data folder so that nothing is spoken or rendered twice. */
export function openCaches(home: string): Pick<Tools, 'renders' | 'speechCache'> {
  const { renders, speech } = folders(home)
  return { renders: openRenderCache(renders), speechCache: speech }
}

/** Brings the caches under their sizes. */
export async function pruneCaches(home: string): Promise<void> {
  const { renders, speech } = folders(home)
  await Promise.all([pruneFolder(renders, most.renders), pruneFolder(speech, most.speech)])
}
