import type { DeskChannel, DeskMessage } from '@/components/drafts/desk-channel'
import type { DraftRecord } from '@/components/drafts/draft-record'
import { newKey } from '@/components/drafts/new-key'
import type { Outbox, Outcome } from '@/components/drafts/outbox'
import type { Submission } from '@/components/drafts/submission'
import { CannotKeep, type CannotKeepReason, type Change, type Kept, type Vault } from '@/components/drafts/vault'
import { canonicalJson } from '@/domain/canonical/canonical-json'

/**
 * Where a form's values are.
 * - `opening`: not known yet; what is typed meanwhile is held and kept as soon as it can be.
 * - `empty`: nothing to keep.
 * - `keeping`: typed within the last half second, about to be kept.
 * - `kept`: on this device.
 * - `queued`: submitted, on this device until it can be sent.
 * - `saved`: the server has it.
 * - `cannot-keep`: nothing of it is on this device; `reason` says why.
 * - `elsewhere`: another window changed or sent the same form; nothing more is kept here until a person chooses.
 */
export type DraftStatus = 'opening' | 'empty' | 'keeping' | 'kept' | 'queued' | 'saved' | 'cannot-keep' | 'elsewhere'

export interface DraftView<Values> {
  status: DraftStatus
  reason: CannotKeepReason | null
  /** For `elsewhere`: whether the other window has sent or discarded it, so that there is no other draft to open. */
  isGone: boolean
  /** Values to put into the form, another object each time; null when there are none. */
  restored: Values | null
  /** When they were last kept, in milliseconds since 1970. */
  keptAt: number | null
  /** Whether an older draft of this form is kept here that this session's key does not open. */
  hasUnreadable: boolean
}

type ReadableRecord = Kept & { isReadable: true }

interface DraftKeeperOptions<Values> {
  formId: string
  initial: Values
  /** For a form that mends a refused entry: the entry's key, so that it takes its place. */
  submissionKey?: string | undefined
  /** What a draft of it is, in words, and the address of its page: for the list of drafts. */
  toLine?: ((values: Values) => { label: string; href: string }) | undefined
}

/** What a draft's submission says besides what the keeper knows itself. */
export type DraftSubmission = Omit<Submission, 'idempotencyKey' | 'form'> & { href: string }

/** From the first change on; later ones do not put it off, so that somebody who never pauses loses no more. */
const keepAfter = 400

/**
 * Keeps one form's values in the vault as one types, gives them back, and hands them to the outbox. It knows no screen: `useDraft` binds it to one.
 */
export class DraftKeeper<Values> {
  private readonly options: DraftKeeperOptions<Values>
  private initial: Values
  /** What is kept, or the initial values while nothing is: the same values once more are no change. */
  private known: string
  private readonly listeners = new Set<() => void>()
  private view: DraftView<Values> = {
    status: 'opening',
    reason: null,
    isGone: false,
    restored: null,
    keptAt: null,
    hasUnreadable: false,
  }
  private vault: Vault | null = null
  private channel: DeskChannel | null = null
  private unsubscribe = () => {}
  /** The refused entry that this form mends; null where it makes a new one. Its draft stands apart from that of the next entry. */
  private mends: string | null
  private recordId: string
  private revision: string | null = null
  private submissionKey: string
  private unkept: { values: Values } | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private writing: Promise<void> = Promise.resolve()
  private submitting: Promise<Outcome> | null = null
  private isSubmitting = false

  constructor(options: DraftKeeperOptions<Values>) {
    this.options = options
    this.initial = options.initial
    this.known = textOf(options.initial)
    this.mends = options.submissionKey ?? null
    this.recordId = this.ownId()
    this.submissionKey = options.submissionKey ?? newKey()
  }

  /** For `useSyncExternalStore`. */
  getView = (): DraftView<Values> => this.view

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The key under which the form would be submitted now: other submissions may refer to its answer by it. */
  getSubmissionKey = (): string => this.submissionKey

  /** Begins with what is kept; null where nothing can be. */
  async attach(vault: Vault | null, channel: DeskChannel, reason: CannotKeepReason = 'refused'): Promise<void> {
    this.detach()
    if (!vault) {
      this.show({ status: 'cannot-keep', reason })
      return
    }
    this.vault = vault
    this.channel = channel
    this.unsubscribe = channel.subscribe((message) => this.hear(message))
    try {
      const kept = await this.findRecord(vault)
      const isNews = kept !== null && kept.revision !== this.revision
      if (this.vault !== vault) return
      if (isNews && this.unkept) this.showElsewhere(false)
      else if (isNews) this.take(kept)
      else if (this.unkept) await this.flush()
      else this.show({ status: kept ? 'kept' : 'empty' })
    } catch (error) {
      this.showCannotKeep(error)
    }
  }

  detach(): void {
    this.unsubscribe()
    clearTimeout(this.timer)
    this.timer = undefined
    this.vault = null
    this.channel = null
  }

  /** Takes note of the form's values. They are kept within half a second. */
  keep(values: Values): void {
    if (!this.unkept && textOf(values) === this.known) return
    this.unkept = { values }
    const { status } = this.view
    if (status === 'elsewhere' || status === 'opening' || !this.vault) return
    this.show({ status: status === 'cannot-keep' ? status : 'keeping' })
    this.keepSoon()
  }

  /** Keeps now what is not kept yet: for the moment when the page is left. */
  flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    this.writing = this.writing.then(() => this.write())
    return this.writing
  }

  /**
   * Submits the values under this draft's key; a second press while the first is under way is the same submission. Sent or queued, the keeper
   * begins anew; refused, it keeps its key, so that the mended submission takes the place of the refused one.
   */
  submit(outbox: Outbox, { href, ...request }: DraftSubmission, values: Values): Promise<Outcome> {
    this.submitting ??= this.submitOnce(outbox, {
      ...request,
      idempotencyKey: this.submissionKey,
      form: { id: this.options.formId, href, values },
    }).finally(() => {
      this.submitting = null
    })
    return this.submitting
  }

  /** Takes these values for those of an untouched form: nothing is kept until they change. For a form that begins anew with values of the last. */
  begin(initial: Values): void {
    this.initial = initial
    if (this.revision === null) this.known = textOf(initial)
  }

  /** Lets the draft go; the form is to be cleared by whoever asked. */
  async discard(): Promise<void> {
    await this.flush()
    this.unkept = null
    this.submissionKey = this.mends ?? newKey()
    await this.put(null, { do: 'remove', kind: 'draft', id: this.recordId })
  }

  /** After `elsewhere`: what stands in this window is kept, over the other window's. Where that is gone, it becomes an entry of its own. */
  async keepMine(values: Values): Promise<void> {
    if (!this.vault) return
    await this.readRevision(this.vault)
    if (this.view.isGone) this.submissionKey = newKey()
    this.unkept = { values }
    this.show({ status: 'keeping', isGone: false })
    await this.flush()
  }

  /** After `elsewhere`: the other window's values come into this form, through `restored`; the initial ones where it is gone. */
  async takeTheirs(): Promise<void> {
    if (!this.vault) return
    this.unkept = null
    const kept = await this.vault.read('draft', this.recordId)
    if (kept?.isReadable) {
      this.take(kept)
      return
    }
    this.startAnew()
    this.show({ status: 'empty', isGone: false, restored: structuredClone(this.initial), keptAt: null })
  }

  /** The record to go on with. A draft that this key does not open stays where it is, and the next one stands beside it. */
  private async findRecord(vault: Vault): Promise<ReadableRecord | null> {
    const own = this.ownId()
    const ofForm = (await vault.list('draft')).filter(({ formId }) => formId === this.options.formId)
    const kept = ofForm.filter(({ id }) => id === own || id.startsWith(`${own}~`))
    // The form that was refused may have been typed in since: that is the newer state of the same entry.
    const readable = kept.filter(isReadable).at(-1) ?? ofForm.filter(isReadable).find((one) => this.isMendedBy(one))
    const taken = new Set(kept.map(({ id }) => id))
    let free = own
    for (let index = 1; taken.has(free); index += 1) free = `${own}~${index}`
    this.recordId = readable?.id ?? free
    if (!kept.every(isReadable)) this.show({ hasUnreadable: true })
    return readable ?? null
  }

  private isMendedBy({ value }: ReadableRecord): boolean {
    return this.mends !== null && (value as DraftRecord<Values>).submissionKey === this.mends
  }

  private ownId(): string {
    return this.mends === null ? this.options.formId : `${this.options.formId} again ${this.mends}`
  }

  private take(kept: ReadableRecord): void {
    const { values, submissionKey } = kept.value as DraftRecord<Values>
    this.revision = kept.revision
    this.known = textOf(values)
    this.submissionKey = submissionKey
    this.show({ status: 'kept', restored: values, keptAt: kept.updatedAt, isGone: false })
  }

  private startAnew(): void {
    this.mends = null
    this.recordId = this.ownId()
    this.revision = null
    this.known = textOf(this.initial)
    this.submissionKey = newKey()
  }

  private keepSoon(): void {
    this.timer ??= setTimeout(() => void this.flush(), keepAfter)
  }

  private async write(): Promise<void> {
    const { unkept } = this
    // While it is submitted the draft is about to go; what is typed meanwhile is kept after that.
    if (!this.vault || !unkept || this.isSubmitting || this.view.status === 'elsewhere') return
    const { recordId: id, submissionKey, revision: expects } = this
    const { formId } = this.options
    this.unkept = null
    const value: DraftRecord<Values> = {
      ...{ values: unkept.values, submissionKey },
      ...this.options.toLine?.(unkept.values),
    }
    const isDone =
      textOf(unkept.values) === textOf(this.initial)
        ? await this.put(null, { do: 'remove', kind: 'draft', id, expects })
        : await this.put(unkept.values, { do: 'put', kind: 'draft', id, formId, value, expects })
    if (!isDone) this.unkept ??= unkept
    // Typed while this was written: before the form was open, no timer was set for it.
    else if (this.unkept) this.keepSoon()
  }

  /** Makes the change, after which `values` are kept (null: none), and says how it stands then. Gives whether it was made. */
  private async put(values: Values | null, change: Change): Promise<boolean> {
    const { vault } = this
    if (!vault) return false
    try {
      const revisions = await vault.write([change])
      if (!revisions) {
        await this.findElsewhere(vault)
        return false
      }
      this.revision = revisions.get(`draft ${change.id}`) ?? null
      this.known = textOf(values ?? this.initial)
      this.channel?.post({ type: 'draft', userId: vault.userId, id: change.id, revision: this.revision })
      const status = values === null ? 'empty' : 'kept'
      this.show({ status: this.unkept ? 'keeping' : status, keptAt: values === null ? null : Date.now() })
      return true
    } catch (error) {
      this.showCannotKeep(error)
      return false
    }
  }

  private async submitOnce(outbox: Outbox, submission: Submission): Promise<Outcome> {
    if (this.view.status !== 'elsewhere') await this.flush()
    this.isSubmitting = true
    const { vault } = this
    try {
      const draft = vault ? { id: this.recordId, revision: this.revision } : undefined
      const outcome = await outbox.submit(submission, draft)
      if (outcome.is === 'sent' || outcome.is === 'queued') {
        this.startAnew()
        this.show({ status: outcome.is === 'sent' ? 'saved' : 'queued', keptAt: null })
      } else if (vault) {
        if (outcome.is === 'elsewhere') await this.findElsewhere(vault)
        // Refused, it is kept in the outbox, where the draft has gone.
        else await this.readRevision(vault).catch((error) => this.showCannotKeep(error))
      }
      return outcome
    } finally {
      this.isSubmitting = false
      if (this.unkept && this.view.status !== 'elsewhere') this.keepSoon()
    }
  }

  private async readRevision(vault: Vault): Promise<void> {
    this.revision = (await vault.read('draft', this.recordId))?.revision ?? null
  }

  private async findElsewhere(vault: Vault): Promise<void> {
    this.showElsewhere((await vault.read('draft', this.recordId)) === null)
  }

  private hear(message: DeskMessage): void {
    if (message.type !== 'draft' || message.userId !== this.vault?.userId || message.id !== this.recordId) return
    if (message.revision !== this.revision) this.showElsewhere(message.revision === null)
  }

  private showElsewhere(isGone: boolean): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.show({ status: 'elsewhere', isGone })
  }

  private showCannotKeep(error: unknown): void {
    if (!(error instanceof CannotKeep)) throw error
    this.show({ status: 'cannot-keep', reason: error.reason })
  }

  private show(change: Partial<DraftView<Values>>): void {
    this.view = { ...this.view, ...change }
    for (const listener of this.listeners) listener()
  }
}

const isReadable = (kept: Kept): kept is ReadableRecord => kept.isReadable

/** The values as they would come back from the vault. */
function textOf(values: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify(values)))
}
