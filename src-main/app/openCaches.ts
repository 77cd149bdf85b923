import { join } from 'node:path'
import { openRenderCache } from '#pipeline/renderCache.ts'
import type { Tools } from './runJob.ts'

/** What is kept in the data folder so that nothing is spoken or rendered twice. */
export function openCaches(home: string): Pick<Tools, 'renders' | 'speechCache'> {
  return { renders: openRenderCache(join(home, 'cache', 'renders')), speechCache: join(home, 'cache', 'speech') }
}
