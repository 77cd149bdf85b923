import './style/tokens.css'
import './style/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { createClient, report } from './client.ts'
import { createAppStore } from './store/appStore.ts'
import { connect } from './store/connect.ts'
import { follow } from './store/follow.ts'
import { SliceContext } from './store/useAppStore.ts'

const client = createClient()
const store = createAppStore(client)
connect(store, client)
// What was typed in the last moment goes with the page.
addEventListener('beforeunload', follow(store, client))

addEventListener('error', ({ error, message }) => report(client, error ?? message))
addEventListener('unhandledrejection', ({ reason }) => report(client, reason))

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <SliceContext value={store}>
      <App />
    </SliceContext>
  </StrictMode>,
)
