'use client'

import { type ComponentProps, type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { DraftState } from '@/components/drafts/draft-state'
import { TimeField } from '@/components/entry/time-field'
import { LiveFields } from '@/components/forms/live-fields'
import { RefusalNote } from '@/components/review/refusal-note'
import { type Act, useAct } from '@/components/review/use-act'
import { useKeptValues } from '@/components/review/use-kept-values'
import { buttonClass } from '@/components/ui/button'

/** One field of a form of the desk. */
export interface ActField {
  name: string
  label: string
  kind: 'text' | 'long' | 'choice' | 'time'
  value: string
  options?: { value: string; label: string }[]
  isRequired?: boolean
  /** Of a time: the day that a clock time alone is of, and what holds where nothing is typed. */
  day?: string
  otherwise?: string
}

/** Shows what was seen beside what stands now, where somebody else was faster; undefined where the act is about no version. */
export type Compare = ComponentProps<typeof RefusalNote>['compare']

export type Values = Record<string, string>

interface Props {
  userId: string
  /** Names the form and what it is about, such as "withdraw /figures/1a2b": its draft is kept under it. */
  formId: string
  fields: ActField[]
  submit: string
  /** What the values ask for, or what is wrong with a field, by its name. */
  toAct: (values: Values) => Act | { errors: Values }
  /** The field that a JSON pointer of the API is about. */
  fieldOf?: (pointer: string) => string
  compare?: Compare
  onDone: () => void
  onCancel?: { label: string; run: () => void }
  hasFocus?: boolean
}

const control = 'w-full rounded-md border border-line bg-surface px-2.5 py-2 text-base text-ink sm:text-sm'

/** A short form that does one thing: labels, errors beside their field and read aloud, nothing lost when it is refused. */
export function ActForm({
  userId,
  formId,
  fields,
  submit,
  toAct,
  fieldOf,
  compare,
  onDone,
  onCancel,
  hasFocus,
}: Props) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState<Values>(() => Object.fromEntries(fields.map(({ name, value }) => [name, value])))
  const [wrong, setWrong] = useState<Values>({})
  const { act, isBusy, refusal } = useAct(userId)
  const draft = useKeptValues(formId, [values, setValues], { form, submit })
  useEffect(() => {
    if (hasFocus) form.current?.querySelector<HTMLElement>('input,select,textarea')?.focus()
  }, [hasFocus])
  const refused = (refusal?.is === 'refused' && refusal.problem.errors) || []
  const errorOf = (name: string) =>
    wrong[name] ?? refused.find(({ pointer }) => (fieldOf?.(pointer) ?? pointer.slice(1)) === name)?.message
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const wanted = toAct(values)
    const errors = 'errors' in wanted ? wanted.errors : {}
    setWrong(errors)
    const [first] = Object.keys(errors)
    if (first) return document.getElementById(`${id}-${first}`)?.focus()
    if ('errors' in wanted || !(await act(wanted))) return
    await draft.discard()
    onDone()
  }
  const cancel = () => {
    void draft.discard()
    onCancel?.run()
  }
  return (
    <form ref={form} onSubmit={send} noValidate>
      <LiveFields className="space-y-3">
        <div className="grid items-start gap-x-6 gap-y-3 sm:grid-cols-2">
          {fields.map((field) => {
            const { name, label } = field
            const error = errorOf(name)
            const fieldId = `${id}-${name}`
            const change = (value: string) => setValues((old) => ({ ...old, [name]: value }))
            const shared = {
              id: fieldId,
              name,
              value: values[name],
              'aria-invalid': error ? true : undefined,
              'aria-describedby': error ? `${fieldId}-error` : undefined,
              'aria-required': field.isRequired || undefined,
              onChange: ({ target }: { target: { value: string } }) => change(target.value),
            }
            if (field.kind === 'time') {
              const { day = null, otherwise } = field
              const time = { label, day, otherwise, error, value: values[name] ?? '', onChange: change }
              return <TimeField key={name} id={fieldId} {...time} />
            }
            return (
              <div key={name} className={field.kind === 'long' ? 'sm:col-span-2' : 'min-w-0'}>
                <label htmlFor={fieldId} className="mb-1 block text-sm font-medium">
                  {label}
                </label>
                {field.kind === 'choice' ? (
                  <select {...shared} className={`${control} min-h-11`}>
                    {field.options?.map((option) => (
                      <option key={option.value} value={option.value}>
                        {option.label}
                      </option>
                    ))}
                  </select>
                ) : field.kind === 'long' ? (
                  <textarea {...shared} rows={3} dir="auto" className={control} />
                ) : (
                  <input {...shared} dir="auto" autoComplete="off" className={`${control} min-h-11`} />
                )}
                <p
                  id={`${fieldId}-error`}
                  role="alert"
                  dir="auto"
                  className={error ? 'mt-1 border-s-2 border-series-5 ps-2 text-sm text-ink' : 'hidden'}
                >
                  {error}
                </p>
              </div>
            )
          })}
        </div>
        <RefusalNote refusal={refusal} compare={compare} />
        <div className="flex flex-wrap gap-2">
          <button type="submit" className={`${buttonClass('primary')} min-h-11`} disabled={isBusy}>
            {submit}
          </button>
          {onCancel && (
            <button type="button" className={`${buttonClass('plain')} min-h-11`} onClick={cancel}>
              {onCancel.label}
            </button>
          )}
        </div>
        {fields.length > 0 && (
          <DraftState
            view={draft.view}
            onKeepMine={() => draft.keepMine(values)}
            onTakeTheirs={() => draft.takeTheirs()}
          />
        )}
      </LiveFields>
    </form>
  )
}
