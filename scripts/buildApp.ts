import { createBuilder } from 'vite'

/** Builds the desktop app into `dist`: page, main process and preload, as they are shipped. */
export async function buildApp(): Promise<void> {
  // Tests have another mode, which would put React's own checks into what is shipped.
  process.env.NODE_ENV = 'production'
  const builder = await createBuilder({ logLevel: 'warn' })
  await builder.buildApp()
}
