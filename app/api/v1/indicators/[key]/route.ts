import { wholeLedgerTarget } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { changeIndicator } from '@/services/change-codelist'
import { readIndicatorRow } from '@/services/read-ground'

export const PATCH = writeRoute(
  writeOperations.changeIndicator,
  wholeLedgerTarget,
  ({ ctx, params: { key = '' }, body: { reason, ...change }, version }) =>
    changeIndicator({ ctx, input: { key, version, reason, change } }),
  { current: ({ ctx, params: { key = '' } }) => readIndicatorRow({ ctx, key }) },
)
