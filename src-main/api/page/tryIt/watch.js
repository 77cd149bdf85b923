// @ts-check
// A job that was just started is watched to its end.

import { element } from './dom.js'
import { ask, events } from './server.js'

/**
 * Shows how far a job is until it has ended, or the signal stops it.
 *
 * @param {string} session
 * @param {HTMLElement} place
 * @param {AbortSignal} signal
 */
export async function watch(session, place, signal) {
  const bar = /** @type {HTMLProgressElement} */ (element('progress', place))
  const said = element('p', place)
  bar.value = 0
  said.textContent = 'Waiting for its turn'
  place.hidden = false
  try {
    const response = await ask(`/api/v1/jobs/${encodeURIComponent(session)}/events`, { signal })
    for await (const { data } of events(response)) {
      if (data?.type !== 'progress') continue
      bar.value = Number(data.progress)
      said.textContent = String(data.message)
    }
  } finally {
    place.hidden = true
  }
}
