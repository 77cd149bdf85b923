import { createBuilder } from 'vite'

/** Builds the desktop app into `dist`: page, main process and preload, as they are shipped. */
export async function buildApp(): Promise<void> {
  const builder = await createBuilder({ logLevel: 'warn' })
  await builder.buildApp()
}
