import { createBuilder } from 'vite'

/** Before the first spec: page, main process and preload as they are shipped. */
export default async function buildApp(): Promise<void> {
  const builder = await createBuilder({ logLevel: 'warn' })
  await builder.buildApp()
}
