import type { TestProject } from 'vitest/node'
import { servePage } from './serve.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the page is served, with a double in the place of the main process. */
    pageUrl: string
  }
}

/** Before the first spec: the page, built as it is shipped and served. */
export default async function buildPage(project: TestProject): Promise<() => Promise<void>> {
  const { url, close } = await servePage('built')
  project.provide('pageUrl', url)
  return close
}
