import { useAppStore } from '../../store/useAppStore.ts'
import { moment } from '../../strings/format.ts'
import { useStrings } from '../../strings/useStrings.ts'
import css from './Tables.module.css'

const most = 30

/** Jobs of the app, the API and the command line, newest first. */
export function JobTable() {
  const strings = useStrings()
  const { automation, script } = strings
  const jobs = useAppStore(({ jobs }) => jobs).slice(0, most)
  return (
    <section className={css.section} aria-label={automation.jobs}>
      <h2>{automation.jobs}</h2>
      {jobs.length === 0 ? (
        <p className={css.none}>{automation.jobsEmpty}</p>
      ) : (
        <div className={css.box}>
          <table className={css.table}>
            <thead>
              <tr>
                {(['script', 'kind', 'state', 'created'] as const).map((column) => (
                  <th key={column} scope="col">
                    {automation.jobColumns[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {jobs.map((job) => (
                <tr key={job.id}>
                  <td className={css.opening}>{job.opening}</td>
                  <td>{script[job.kind]}</td>
                  <td data-kind={job.state === 'completed' ? 'good' : job.state === 'failed' ? 'bad' : undefined}>
                    {automation.states[job.state]}
                    {job.state === 'running' && ` ${Math.floor(job.progress)} %`}
                  </td>
                  <td>{moment(job.createdAt, strings)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
