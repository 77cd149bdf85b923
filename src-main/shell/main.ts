import { createKeychain, readIfAny } from '#engines/keychain/keychain.ts'
import { avoidNativeSharp } from './avoidNativeSharp.ts'
import { openEngines } from './openEngines.ts'
import { startUtility } from './service/startUtility.ts'
import { startApp } from './startApp.ts'

avoidNativeSharp()
startApp({
  openEngines: (settings) => openEngines(settings, startUtility),
  keychain: createKeychain,
  webhookSecret: () => readIfAny('webhook-secret'),
})
