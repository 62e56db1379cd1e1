'use client'

import { WriteForm } from '@/components/administration/write-form'

/** One act of a list, which takes no more than a press. */
export function ActButton({ address, submit, label }: { address: string; submit: string; label: string }) {
  return (
    <WriteForm
      write={{ method: 'POST', address }}
      toBody={() => ({ body: {} })}
      submit={submit}
      look="plain"
      label={label}
    />
  )
}
