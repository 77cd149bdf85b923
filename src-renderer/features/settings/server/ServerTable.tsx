import { CircleAlert, CircleCheck, CircleX } from 'lucide-react'
import type { ServerReport } from '#shared/speech/serverReport.ts'
import { useStrings } from '../../../strings/useStrings.ts'
import { reportRows } from './reportRows.ts'
import css from './ServerCheck.module.css'

const marks = { good: CircleCheck, fair: CircleAlert, bad: CircleX } as const

/** What was measured of a speech server. */
export function ServerTable({ report }: { readonly report: ServerReport }) {
  const strings = useStrings()
  const { settings, locale } = strings
  return (
    <>
      <table className={css.table} aria-label={report.server}>
        <tbody>
          {reportRows(report, strings).map(({ state, what, text }) => {
            const Mark = marks[state]
            return (
              <tr key={what} data-state={state}>
                <th scope="row">
                  <Mark aria-hidden="true" />
                  {what}
                </th>
                <td>{text}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className={css.note}>{settings.report.sent(report.requests, report.characters.toLocaleString(locale))}</p>
    </>
  )
}
