'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useDesk } from '@/components/drafts/drafts-provider'
import { newKey } from '@/components/drafts/new-key'
import { useRefusedEntry } from '@/components/drafts/use-outbox'
import { askApi } from '@/components/entry/ask-api'
import { ChoiceLine } from '@/components/entry/choice-line'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { EntryForm } from '@/components/entry/entry-form'
import { Field } from '@/components/entry/field'
import { FormFoot, Key } from '@/components/entry/form-foot'
import { useDescribedBy } from '@/components/entry/remark'
import { SourceLine } from '@/components/entry/source-line'
import { TextLine } from '@/components/entry/text-line'
import { TimeField } from '@/components/entry/time-field'
import type { Again } from '@/components/entry/use-correction'
import { useGroundDialog } from '@/components/entry/use-ground-dialog'
import { useKeptFields } from '@/components/entry/use-kept-fields'
import { useSameDocuments } from '@/components/entry/use-same-documents'
import { useSubmission } from '@/components/entry/use-submission'
import { buttonClass } from '@/components/ui/button'
import { documentLimits } from '@/domain/document/document-reading'
import type { SameDocument } from '@/domain/document/same-document'
import { blankDocument, type DocumentFields, toDocument, type UploadedFile } from '@/domain/entry/document-fields'
import { guessLanguage } from '@/domain/reading/guess-language'
import { audiences } from '@/domain/viewpoint/viewpoint'
import { listed } from '@/domain/wording/punctuation'

/** Archives a document: pasted, or out of a file. Then the desk opens on it. */
export function DocumentForm({ again }: { again: string | null }) {
  const refused = useRefusedEntry(again)
  const t = useTranslations('entry')
  if (refused === undefined) return <p className="text-sm text-muted">{t('opening')}</p>
  return <DocumentFormOf key={again} again={again !== null && refused ? { key: again, entry: refused } : null} />
}

function DocumentFormOf({ again }: { again: Again | null }) {
  const t = useTranslations('entry.document')
  const locale = useLocale()
  const inBrackets = (same: SameDocument['same']) =>
    `(${listed(
      locale,
      same.map((one) => t(`sameBy.${one}`)),
    )})`
  const tAudience = useTranslations('entry.audiences')
  const crisis = useEntryCrisis()
  const router = useRouter()
  const desk = useDesk()
  const [initial] = useState(
    () => (again?.entry.submission.form?.values as DocumentFields | undefined) ?? blankDocument,
  )
  const kept = useKeptFields<DocumentFields>(`document of crisis ${crisis.slug}`, initial, {
    submissionKey: again?.key,
    toLabel: ({ title, text }) => title || text.slice(0, 80),
  })
  const form = useRef<HTMLFormElement>(null)
  const { errors, stop, send } = useSubmission(kept, form, again?.entry.problem ?? null)
  const { fields, change, read, begin } = kept
  /** The bytes that this page has read, and under which name; a kept file needs none here. */
  const [held, setHeld] = useState<{ of: string; bytes: string } | null>(null)
  const [fileError, setFileError] = useState<string>()
  const [isReading, setReading] = useState(false)
  const [ofFile, setOfFile] = useState<SameDocument[]>([])
  const { onAdd, dialog } = useGroundDialog()
  const described = useDescribedBy()
  const [queued, setQueued] = useState(false)
  const { file } = fields
  const isHeldHere = file !== null && held?.of === file.bytes.$file
  const isGone = file !== null && !file.isKept && !isHeldHere
  const ofText = useSameDocuments(crisis.slug, isHeldHere ? null : fields.text, fields.url)
  const same = [...new Map([...ofFile, ...ofText].map((one) => [one.id, one])).values()]
  const base = `/admin/crises/${crisis.slug}/enter`

  const open = async (chosen: File | undefined) => {
    setFileError(undefined)
    if (!chosen) return
    if (chosen.size > documentLimits.bytes) return setFileError(t('tooLarge'))
    setReading(true)
    const sent = { bytes: await toBase64(chosen), declaredType: chosen.type || null }
    const said = await askApi<ReadAnswer>(`/api/v1/crises/${crisis.slug}/documents/read`, sent)
    if (said.is !== 'answer') {
      setReading(false)
      const { problem } = said.is === 'refused' ? said : { problem: null }
      return setFileError(problem ? (problem.errors?.[0]?.message ?? problem.detail) : t('cannotRead'))
    }
    const { text, title, language, warnings, duplicates } = said.answer
    const name = { $file: newKey() }
    // Kept before the draft that refers to it.
    const isKept = (await desk?.outbox.files.keep(name, sent.bytes)) ?? false
    setReading(false)
    setHeld({ of: name.$file, bytes: sent.bytes })
    setOfFile(duplicates)
    change((before) => ({
      ...before,
      file: { bytes: name, isKept, name: chosen.name, declaredType: sent.declaredType, warnings },
      text,
      title: before.title || (title ?? ''),
      language: language ?? before.language,
    }))
  }
  const forget = () => {
    setHeld(null)
    setOfFile([])
    setFileError(undefined)
  }
  /** The file's bytes, or where they are kept; null where this device has them no more. */
  const bytesOf = async ({ bytes, isKept }: UploadedFile) => {
    if (isKept && (await desk?.outbox.files.isKept(bytes))) return bytes
    return held?.of === bytes.$file ? held.bytes : null
  }
  const save = async () => {
    const now = read()
    const bytes = now.file && (await bytesOf(now.file))
    const sent = now.file && bytes ? { bytes, declaredType: now.file.declaredType } : null
    const { body, problems } = toDocument(now, sent, crisis.timeZone)
    // Its text alone would be archived as if it had been pasted.
    if (stop(problems, now.file && !sent ? { file: t('fileGone', { name: now.file.name }) } : {})) return
    const path = `/api/v1/crises/${crisis.slug}/documents`
    const went = await send({ method: 'POST', path, body, label: now.title, href: base })
    if (!went) return
    begin(blankDocument)
    forget()
    if (went.answer) router.push(`${base}/${went.answer.id}`)
    else setQueued(true)
  }
  const aboutFile = ({ isKept, name, warnings }: UploadedFile) =>
    [t(isKept ? 'fileKept' : 'fileNotKept', { name }), ...warnings].join(' ')
  const wrongFile = fileError ?? (file && (isGone ? t('fileGone', { name: file.name }) : errors.file)) ?? undefined
  return (
    <>
      <EntryForm kept={kept} formRef={form} onSave={save}>
        <Field
          id="text"
          label={t('text')}
          aside={file ? t('readFrom', { name: file.name }) : t('textHint')}
          error={errors.text}
        >
          <textarea
            id="text"
            rows={10}
            value={fields.text}
            readOnly={file !== null}
            lang={fields.language || undefined}
            dir="auto"
            aria-invalid={errors.text !== undefined || undefined}
            aria-describedby={described('text', { hint: true, error: errors.text !== undefined })}
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
        <Field id="file" label={t('file')} aside={t('fileHint')} error={wrongFile}>
          <input
            id="file"
            type="file"
            accept=".pdf,.html,.htm,.txt,application/pdf,text/html,text/plain"
            aria-invalid={wrongFile !== undefined || undefined}
            aria-describedby={described('file', { hint: true, error: wrongFile !== undefined })}
            onChange={({ target }) => void open(target.files?.[0])}
            className="field"
          />
          <p role="status" className="text-xs text-muted empty:hidden">
            {isReading ? t('reading') : file && !isGone && aboutFile(file)}
          </p>
          {file && (
            <button
              type="button"
              onClick={() => {
                change({ file: null })
                forget()
              }}
              className="min-h-10 text-start text-sm text-accent hover:underline"
            >
              {t('fileRemove')}
            </button>
          )}
        </Field>
        <div role="status">
          {same.length > 0 && (
            <div className="border-s-4 border-series-2 bg-ground px-3 py-2 text-sm">
              <p className="font-semibold">{t('sameThere')}</p>
              <ul>
                {same.map(({ id, title, same: by }) => (
                  <li key={id}>
                    <Link href={`${base}/${id}`}>{title}</Link> {inBrackets(by)}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
        <TextLine
          id="title"
          label={t('title')}
          maxLength={500}
          value={fields.title}
          error={errors.title}
          onChange={(title) => change({ title })}
        />
        <SourceLine
          id="publisher"
          label={t('publisher')}
          value={fields.publisher}
          error={errors.publisher}
          onChange={(publisher) => change({ publisher })}
          onAddSource={(typed) => onAdd('source', typed, (publisher) => change({ publisher }))}
        />
        <TextLine
          id="url"
          label={t('url')}
          type="url"
          maxLength={2000}
          placeholder="https://"
          value={fields.url}
          error={errors.url}
          onChange={(url) => change({ url })}
        />
        <TimeField
          id="publishedAt"
          label={t('publishedAt')}
          value={fields.publishedAt}
          day={null}
          otherwise={t('publishedUnknown', { zone: crisis.timeZone })}
          error={errors.publishedAt}
          onChange={(publishedAt) => change({ publishedAt })}
        />
        <TextLine
          id="language"
          label={t('language')}
          aside={t('languageHint')}
          maxLength={35}
          width="!w-32"
          value={fields.language}
          error={errors.language}
          onChange={(language) => change({ language })}
        />
        {(['sensitivity', 'fullText'] as const).map((field) => (
          <ChoiceLine
            key={field}
            id={field}
            label={t(field)}
            width="!w-auto"
            value={fields[field]}
            options={audiences.map((value) => ({ value, label: tAudience(value) }))}
            onChange={(value) => change({ [field]: value })}
          />
        ))}
        <FormFoot kept={kept} error={errors.form}>
          <button type="submit" disabled={kept.isHeld || isReading} className={buttonClass('primary')}>
            {t('save')} <Key>Ctrl ↵</Key>
          </button>
          <span role="status" className="text-xs text-muted">
            {queued && t('queued')}
          </span>
        </FormFoot>
      </EntryForm>
      {dialog}
    </>
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
