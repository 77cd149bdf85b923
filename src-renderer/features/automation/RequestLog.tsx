import { useEffect, useRef } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import css from './Tables.module.css'

/** The requests to the API as they come; the newest last, and scrolled into sight. */
export function RequestLog() {
  const strings = useStrings()
  const { automation, locale } = strings
  const { requests, on } = useAppStore(({ requests, api }) => ({ requests, on: api.on }))
  const box = useRef<HTMLDivElement>(null)
  const last = requests.at(-1)?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows whenever another request has come
  useEffect(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight })
  }, [last])
  return (
    <section className={css.section} aria-label={automation.log}>
      <h2>{automation.log}</h2>
      {requests.length === 0 ? (
        <p className={css.none}>{on ? automation.logEmpty : automation.logOff}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to get there
        <div className={css.box} ref={box} tabIndex={0} role="log" aria-label={automation.log}>
          <table className={css.table}>
            <thead>
              <tr>
                {(['time', 'method', 'path', 'status', 'took'] as const).map((column) => (
                  <th key={column} scope="col">
                    {automation.logColumns[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {requests.map(({ id, at, method, path, status, took }) => (
                <tr key={id}>
                  <td>{new Date(at).toLocaleTimeString(locale)}</td>
                  <td>{method}</td>
                  <td className={css.path}>{path}</td>
                  <td data-kind={status < 400 ? 'good' : 'bad'}>{status}</td>
                  <td>{`${took.toLocaleString(locale, { maximumFractionDigits: 1 })} ms`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
