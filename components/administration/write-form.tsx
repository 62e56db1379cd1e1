'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type FormProblem, PostForm, problemIn } from '@/components/account/post-form'
import { KeptForm, type KeptFormHandle } from '@/components/administration/kept-form'
import { sayValue } from '@/components/administration/say-value'
import { type Refused, sendWrite, type Write } from '@/components/administration/send-write'
import { LiveFields } from '@/components/forms/live-fields'
import { buttonClass } from '@/components/ui/button'
import { SideBySide, type SideBySideRow } from '@/components/ui/side-by-side'
import { canonicalJson, type Json } from '@/domain/canonical/canonical-json'

/** A change of an older version than what stands now: both, where they differ. */
interface Conflict {
  version: number
  rows: SideBySideRow[]
}

/** The form that was saved last: where its own settings changed it begins anew with them, and goes on to say that they are saved. */
let lastSaved: { name: string; at: number } | null = null
/** Milliseconds; longer than a page takes to be read again. */
const saysSavedFor = 30_000

/**
 * A form that writes through the API. `toBody` makes the body of its fields, or says what is wrong with them. Sent again unchanged it goes
 * under the same key, so nothing is written twice. Where somebody else was faster, their version stands beside what was typed, and the person
 * says whether theirs is to be written over it.
 */
export function WriteForm<Answer>({
  write,
  toBody,
  submit,
  look = 'primary',
  onDone,
  label,
  keepAs,
  children,
  aside,
}: {
  write: Pick<Write, 'method' | 'address' | 'version'>
  toBody: (form: FormData) => { body: unknown } | { fields: Record<string, string> }
  submit: string
  look?: 'primary' | 'plain'
  onDone?: (answer: Answer, form: HTMLFormElement) => void
  /** Names the form. */
  label?: string
  /** Keeps what is typed on the device under this name, such as "settings of crisis x". For forms whose controls are always the same. */
  keepAs?: string
  children?: ReactNode
  aside?: ReactNode
}) {
  const t = useTranslations('administration')
  const tAudit = useTranslations('audit')
  const router = useRouter()
  const [isDone, setDone] = useState(false)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  /** The newest version that the person was shown. */
  const shown = useRef<number | null>(null)
  const kept = useRef<KeptFormHandle>(null)
  const sending = useRef<{ text: string; key: string } | null>(null)
  const words = { nothing: tAudit('nothing'), yes: tAudit('yes'), no: tAudit('no') }
  const name = `${write.method} ${write.address} ${submit}`
  useEffect(() => {
    if (lastSaved?.name === name && Date.now() - lastSaved.at < saysSavedFor) setDone(true)
  }, [name])

  const send = async (form: HTMLFormElement): Promise<FormProblem | null> => {
    setDone(false)
    const read = toBody(new FormData(form))
    if ('fields' in read) return problemIn(form, read.fields, '')
    const version = Math.max(kept.current?.basedOn() ?? write.version ?? 0, shown.current ?? 0)
    const seen = { ...write, ...(write.version !== undefined && { version }) }
    const text = JSON.stringify([seen, read.body])
    if (sending.current?.text !== text) sending.current = { text, key: crypto.randomUUID() }
    const said = await sendWrite<Answer>({ ...seen, body: read.body, key: sending.current.key })
    if ('problem' in said) return refuse(form, said.problem, read.body)
    sending.current = null
    setConflict(null)
    setDone(true)
    lastSaved = { name, at: Date.now() }
    await kept.current?.forget()
    onDone?.(said.answer, form)
    kept.current?.beginAnew()
    router.refresh()
    return null
  }
  const refuse = (form: HTMLFormElement, { status, detail, fields, current }: Refused, body: unknown): FormProblem => {
    const rows = status === 409 && isRecord(current) && isRecord(body) ? differing(form, body, current, words) : []
    const version = isRecord(current) ? Number(current.version) : Number.NaN
    setConflict(Number.isInteger(version) && status === 409 ? { version, rows } : null)
    const { general } = problemIn(form, fields, detail)
    const told = { 0: t('unreachable'), 401: t('signInAgain'), 409: t('changedMeanwhile') }[status]
    return { general: told ?? general, fields }
  }
  const takeStanding = async () => {
    await kept.current?.forget()
    location.reload()
  }
  return (
    <PostForm
      send={send}
      submit={submit}
      look={look}
      name={label}
      problemMore={
        conflict && (
          <>
            {conflict.rows.length > 0 && (
              <div className="my-3">
                <SideBySide left={t('yours')} right={t('standsNow')} rows={conflict.rows} />
              </div>
            )}
            <span className="mt-2 flex flex-wrap gap-2">
              <button
                type="submit"
                onClick={() => {
                  shown.current = conflict.version
                }}
                className={`${buttonClass('plain')} min-h-11`}
              >
                {t('keepMine')}
              </button>
              <button type="button" onClick={takeStanding} className={`${buttonClass('plain')} min-h-11`}>
                {t('takeStanding')}
              </button>
            </span>
          </>
        )
      }
      aside={(isBusy) => (
        <>
          {aside}
          <span role="status" className="text-sm text-muted">
            {isBusy ? t('working') : isDone ? t('saved') : ''}
          </span>
        </>
      )}
    >
      {children && (
        <LiveFields className="space-y-5">
          {children}
          {keepAs && <KeptForm formId={keepAs} version={write.version ?? null} label={submit} handle={kept} />}
        </LiveFields>
      )}
    </PostForm>
  )
}

const isRecord = (value: unknown): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What was to be written, beside what stands now, by the labels of the form. */
function differing(
  form: HTMLFormElement,
  body: Record<string, Json>,
  current: Record<string, Json>,
  words: Parameters<typeof sayValue>[1],
): SideBySideRow[] {
  const labelOf = (name: string) => {
    const control = form.elements.namedItem(name)
    if (!(control instanceof HTMLElement)) return name
    // What is chosen in a picker is sent by a field of its own, which no label is for.
    return control.dataset.label ?? (('labels' in control && labelIn(control)) || name)
  }
  return Object.keys(body)
    .filter((name) => name in current && canonicalJson(body[name] ?? null) !== canonicalJson(current[name] ?? null))
    .map((name) => ({
      name: labelOf(name),
      left: sayValue(body[name] ?? null, words),
      right: sayValue(current[name] ?? null, words),
    }))
}

const labelIn = (control: Element) => (control as HTMLInputElement).labels?.[0]?.textContent?.trim()

/** The text of a field, without spaces around it. */
export const textIn = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
/** The same, null where it is empty. */
export const textOrNull = (form: FormData, name: string): string | null => textIn(form, name) || null
