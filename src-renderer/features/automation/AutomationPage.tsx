import { useStrings } from '../../strings/useStrings.ts'
import { PageHeader } from '../../ui/layout/PageHeader.tsx'
import { ApiCard } from './ApiCard.tsx'
import css from './AutomationPage.module.css'
import { Examples } from './Examples.tsx'
import { JobTable } from './JobTable.tsx'
import { RequestLog } from './RequestLog.tsx'

/** What other programs may do here, and what they did. */
export function AutomationPage() {
  const { automation } = useStrings()
  return (
    <div className={css.page}>
      <div className={css.column}>
        <PageHeader title={automation.title} />
        <p className={css.lead}>{automation.lead}</p>
        <div className={css.cards}>
          <ApiCard />
          <Examples />
        </div>
        <RequestLog />
        <JobTable />
      </div>
    </div>
  )
}
