import { createKeychain, readIfAny } from '#engines/keychain/keychain.ts'
import { avoidNativeSharp } from './avoidNativeSharp.ts'
import { openEngines } from './openEngines.ts'
import { startApp } from './startApp.ts'

avoidNativeSharp()
startApp({ openEngines, keychain: createKeychain, webhookSecret: () => readIfAny('webhook-secret') })
