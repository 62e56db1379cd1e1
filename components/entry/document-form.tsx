'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { OutboxEntry } from '@/components/drafts/submission'
import { useRefusedEntry } from '@/components/drafts/use-outbox'
import { askApi } from '@/components/entry/ask-api'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { describedBy, Field } from '@/components/entry/field'
import { FormFoot, Key } from '@/components/entry/form-foot'
import { GroundDialog } from '@/components/entry/ground-dialog'
import { Picker } from '@/components/entry/picker'
import { TimeField } from '@/components/entry/time-field'
import { useKeptFields } from '@/components/entry/use-kept-fields'
import { useSameDocuments } from '@/components/entry/use-same-documents'
import { useSubmission } from '@/components/entry/use-submission'
import { buttonClass } from '@/components/ui/button'
import { documentLimits } from '@/domain/document/document-reading'
import type { SameDocument } from '@/domain/document/same-document'
import { blankDocument, type DocumentFields, type SentFile, toDocument } from '@/domain/entry/document-fields'
import { blankGround } from '@/domain/entry/ground-fields'
import { guessLanguage } from '@/domain/reading/guess-language'
import { audiences } from '@/domain/viewpoint/viewpoint'

/** Archives a document: pasted, or out of a file. Then the desk opens on it. */
export function DocumentForm({ again }: { again: string | null }) {
  const refused = useRefusedEntry(again)
  const t = useTranslations('entry')
  if (refused === undefined) return <p className="text-sm text-muted">{t('opening')}</p>
  return <DocumentFormOf key={again} again={again !== null && refused ? { key: again, entry: refused } : null} />
}

interface Upload extends SentFile {
  name: string
  warnings: string[]
}

function DocumentFormOf({ again }: { again: { key: string; entry: OutboxEntry } | null }) {
  const t = useTranslations('entry.document')
  const tAudience = useTranslations('entry.audiences')
  const crisis = useEntryCrisis()
  const router = useRouter()
  const [initial] = useState(
    () => (again?.entry.submission.form?.values as DocumentFields | undefined) ?? blankDocument,
  )
  const kept = useKeptFields<DocumentFields>(`document of crisis ${crisis.slug}`, initial, again?.key)
  const form = useRef<HTMLFormElement>(null)
  const { errors, isBusy, stop, send } = useSubmission(kept, form, again?.entry.problem ?? null)
  const { fields, change, read, begin } = kept
  const [upload, setUpload] = useState<Upload | null>(null)
  const [fileError, setFileError] = useState<string>()
  const [isReading, setReading] = useState(false)
  const [ofFile, setOfFile] = useState<SameDocument[]>([])
  const [newSource, setNewSource] = useState<string | null>(null)
  const [queued, setQueued] = useState(false)
  const ofText = useSameDocuments(crisis.slug, upload ? null : fields.text, fields.url)
  const same = [...new Map([...ofFile, ...ofText].map((one) => [one.id, one])).values()]
  const base = `/admin/crises/${crisis.slug}/enter`

  const open = async (file: File | undefined) => {
    setUpload(null)
    setOfFile([])
    setFileError(undefined)
    if (!file) return
    if (file.size > documentLimits.bytes) return setFileError(t('tooLarge'))
    setReading(true)
    const sent = { bytes: await toBase64(file), declaredType: file.type || null }
    const said = await askApi<ReadAnswer>(`/api/v1/crises/${crisis.slug}/documents/read`, sent)
    setReading(false)
    if (said.is !== 'answer') {
      const { problem } = said.is === 'refused' ? said : { problem: null }
      return setFileError(problem ? (problem.errors?.[0]?.message ?? problem.detail) : t('cannotRead'))
    }
    const { text, title, language, warnings, duplicates } = said.answer
    setUpload({ ...sent, name: file.name, warnings })
    setOfFile(duplicates)
    change((before) => ({
      ...before,
      text,
      title: before.title || (title ?? ''),
      language: language ?? before.language,
    }))
  }
  const save = async () => {
    const now = read()
    const { body, problems } = toDocument(
      now,
      upload && { bytes: upload.bytes, declaredType: upload.declaredType },
      crisis.timeZone,
    )
    if (stop(problems)) return
    const path = `/api/v1/crises/${crisis.slug}/documents`
    const went = await send({ method: 'POST', path, body, label: now.title, href: base })
    if (!went) return
    begin(blankDocument)
    setUpload(null)
    if (went.answer) router.push(`${base}/${went.answer.id}`)
    else setQueued(true)
  }
  const described = (id: string, hint = false) => describedBy(id, { hint, error: errors[id] !== undefined })
  return (
    <form
      ref={form}
      noValidate
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        void save()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      className="space-y-3"
    >
      <Field
        id="text"
        label={t('text')}
        aside={upload ? t('readFrom', { name: upload.name }) : t('textHint')}
        error={errors.text}
      >
        <textarea
          id="text"
          rows={10}
          value={fields.text}
          readOnly={upload !== null}
          lang={fields.language || undefined}
          dir="auto"
          aria-invalid={errors.text !== undefined || undefined}
          aria-describedby={described('text', true)}
          onChange={({ target }) => change({ text: target.value })}
          onPaste={({ clipboardData }) => {
            const pasted = clipboardData.getData('text/plain')
            const before = read()
            const firstLine = pasted.trim().split('\n', 1)[0]?.trim() ?? ''
            change({
              ...(before.title === '' && firstLine.length > 0 && firstLine.length <= 200 && { title: firstLine }),
              ...(before.language === '' && { language: guessLanguage(pasted) ?? '' }),
            })
          }}
          className="field block resize-y"
        />
      </Field>
      <Field id="file" label={t('file')} aside={t('fileHint')} error={fileError}>
        <input
          id="file"
          type="file"
          accept=".pdf,.html,.htm,.txt,application/pdf,text/html,text/plain"
          aria-invalid={fileError !== undefined || undefined}
          aria-describedby={describedBy('file', { hint: true, error: fileError !== undefined })}
          onChange={({ target }) => void open(target.files?.[0])}
          className="field"
        />
        <p role="status" className="text-xs text-muted empty:hidden">
          {isReading ? t('reading') : upload?.warnings.join(' ')}
        </p>
      </Field>
      <div role="status">
        {same.length > 0 && (
          <div className="border-s-4 border-series-2 bg-ground px-3 py-2 text-sm">
            <p className="font-semibold">{t('sameThere')}</p>
            <ul>
              {same.map(({ id, title, same: by }) => (
                <li key={id}>
                  <Link href={`${base}/${id}`}>{title}</Link> ({by.map((one) => t(`sameBy.${one}`)).join(', ')})
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <Field id="title" label={t('title')} error={errors.title}>
        <input
          id="title"
          type="text"
          autoComplete="off"
          maxLength={500}
          value={fields.title}
          aria-invalid={errors.title !== undefined || undefined}
          aria-describedby={described('title')}
          onChange={({ target }) => change({ title: target.value })}
          className="field"
        />
      </Field>
      <Field id="publisher" label={t('publisher')} error={errors.publisher}>
        <Picker
          id="publisher"
          kind="source"
          shown={fields.publisher?.name ?? ''}
          placeholder={t('search')}
          isInvalid={errors.publisher !== undefined}
          describedBy={described('publisher')}
          onPick={({ id, name }) => change({ publisher: { id, name } })}
          onClear={() => change({ publisher: null })}
          add={{ label: t('addSource'), onAdd: setNewSource }}
        />
      </Field>
      <Field id="url" label={t('url')} error={errors.url}>
        <input
          id="url"
          type="url"
          autoComplete="off"
          maxLength={2000}
          placeholder="https://"
          value={fields.url}
          aria-invalid={errors.url !== undefined || undefined}
          aria-describedby={described('url')}
          onChange={({ target }) => change({ url: target.value })}
          className="field"
        />
      </Field>
      <TimeField
        id="publishedAt"
        label={t('publishedAt')}
        value={fields.publishedAt}
        day={null}
        otherwise={t('publishedUnknown', { zone: crisis.timeZone })}
        error={errors.publishedAt}
        onChange={(publishedAt) => change({ publishedAt })}
      />
      <Field id="language" label={t('language')} aside={t('languageHint')} error={errors.language}>
        <input
          id="language"
          type="text"
          autoComplete="off"
          maxLength={35}
          value={fields.language}
          aria-invalid={errors.language !== undefined || undefined}
          aria-describedby={described('language', true)}
          onChange={({ target }) => change({ language: target.value })}
          className="field !w-32"
        />
      </Field>
      {(['sensitivity', 'fullText'] as const).map((field) => (
        <Field key={field} id={field} label={t(field)}>
          <select
            id={field}
            value={fields[field]}
            onChange={({ target }) => change({ [field]: audiences.find((one) => one === target.value) ?? 'internal' })}
            className="field !w-auto"
          >
            {audiences.map((one) => (
              <option key={one} value={one}>
                {tAudience(one)}
              </option>
            ))}
          </select>
        </Field>
      ))}
      <FormFoot kept={kept} error={errors.form}>
        <button type="submit" disabled={isBusy || isReading} className={buttonClass('primary')}>
          {t('save')} <Key>Ctrl ↵</Key>
        </button>
        <span role="status" className="text-xs text-muted">
          {queued && t('queued')}
        </span>
      </FormFoot>
      {newSource !== null && (
        <GroundDialog
          kind="source"
          initial={{ ...blankGround, name: newSource }}
          onAdded={(publisher) => {
            change({ publisher })
            setNewSource(null)
          }}
          onClose={() => setNewSource(null)}
        />
      )}
    </form>
  )
}

interface ReadAnswer {
  text: string
  title: string | null
  language: string | null
  warnings: string[]
  duplicates: SameDocument[]
}

/** The file as base64, without the data address around it. */
async function toBase64(file: File): Promise<string> {
  return await new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
