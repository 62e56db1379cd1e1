import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { instant } from '@/db/schema/column-types'
import { crises } from '@/db/schema/crises'
import { people } from '@/db/schema/people'
import type { HeldRole, Role } from '@/domain/workflow/actor'

/*
 * Who may sign in, and as what. The first five tables have the shape better-auth writes, under names of our own; its instants are Dates.
 */

const date = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })
const written = () => ({
  createdAt: date('created_at').notNull().defaultNow(),
  updatedAt: date('updated_at').notNull().defaultNow(),
})

/** A person who can sign in: the person of the ledger with the same id. The address is kept in lower case. */
export const users = pgTable(
  'users',
  {
    id: text('id')
      .primaryKey()
      .references(() => people.id),
    name: text('name').notNull(),
    email: text('email').notNull().unique(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
    /** Set while the person may not sign in. */
    disabledAt: instant('disabled_at'),
    disabledBy: text('disabled_by').references(() => people.id),
    ...written(),
  },
  (table) => [
    check('users_email_shape', sql`${table.email} = lower(${table.email}) and ${table.email} like '%_@_%'`),
    check('users_disabled_shape', sql`(${table.disabledAt} is null) = (${table.disabledBy} is null)`),
  ],
)

const userId = () =>
  text('user_id')
    .notNull()
    .references(() => users.id)

/** A browser that is signed in. It ends at `expires_at`, which use moves on, and twelve hours after `created_at` at the latest. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: userId(),
    expiresAt: date('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    ...written(),
  },
  (table) => [index('sessions_user').on(table.userId)],
)

/** How a person proves who they are; here a password alone, as its scrypt hash. */
export const credentials = pgTable(
  'credentials',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: userId(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: date('access_token_expires_at'),
    refreshTokenExpiresAt: date('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    ...written(),
  },
  (table) => [uniqueIndex('credentials_of_user').on(table.userId, table.providerId)],
)

/** What was begun and waits for its second half: a reset of a password, a second factor. The identifier is kept hashed. */
export const verifications = pgTable(
  'verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: date('expires_at').notNull(),
    ...written(),
  },
  (table) => [index('verifications_identifier').on(table.identifier)],
)

/** The authenticator of a person: secret and recovery codes, encrypted. */
export const twoFactors = pgTable('two_factors', {
  id: text('id').primaryKey(),
  secret: text('secret').notNull(),
  backupCodes: text('backup_codes').notNull(),
  userId: userId().unique(),
  verified: boolean('verified').notNull().default(true),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: date('locked_until'),
})

/** How often something was tried: a path by a network address, a password by an account. A window begins with its first try. */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  began: instant('began').notNull(),
})

/** Codes of an authenticator that were used: each opens once. */
export const usedCodes = pgTable(
  'used_codes',
  { userId: userId(), code: text('code').notNull(), at: instant('at').notNull() },
  (table) => [primaryKey({ columns: [table.userId, table.code] })],
)

/** Which role a person holds, or held: for one crisis, or (null) for all. Ended once, never deleted. */
export const heldRoles = pgTable(
  'held_roles',
  {
    id: text('id').primaryKey(),
    userId: userId(),
    role: text('role').$type<Role>().notNull(),
    crisisId: text('crisis_id').references(() => crises.id),
    /** Null: the installation itself, to its first administrator. */
    grantedBy: text('granted_by').references(() => people.id),
    grantedAt: instant('granted_at').notNull(),
    endedBy: text('ended_by').references(() => people.id),
    endedAt: instant('ended_at'),
  },
  (table) => [
    check('held_roles_role', sql`${table.role} in ('reader', 'contributor', 'reviewer', 'editor', 'administrator')`),
    check('held_roles_end', sql`(${table.endedAt} is null) = (${table.endedBy} is null)`),
    uniqueIndex('held_roles_held')
      .on(table.userId, table.role, sql`coalesce(crisis_id, '')`)
      .where(sql`ended_at is null`),
  ],
)

/** A one-time link by which a person joins. Without an address: the link of a first start, which makes the first administrator. */
export const invitations = pgTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    email: text('email'),
    name: text('name'),
    roles: jsonb('roles').$type<HeldRole[]>().notNull(),
    /** SHA-256 of the token in the link, hex. */
    tokenHash: text('token_hash').notNull().unique(),
    invitedBy: text('invited_by').references(() => people.id),
    invitedAt: instant('invited_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    usedBy: text('used_by').references(() => users.id),
    revokedAt: instant('revoked_at'),
    revokedBy: text('revoked_by').references(() => people.id),
  },
  (table) => [
    check('invitations_from', sql`(${table.email} is null) = (${table.invitedBy} is null)`),
    check('invitations_used', sql`(${table.usedAt} is null) = (${table.usedBy} is null)`),
    check('invitations_once', sql`${table.usedAt} is null or ${table.revokedAt} is null`),
    check('invitations_period', sql`${table.invitedAt} < ${table.expiresAt}`),
  ],
)

/** A key by which a program acts as its owner. The key itself is shown once and kept as its SHA-256. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    userId: userId(),
    label: text('label').notNull(),
    keyHash: text('key_hash').notNull().unique(),
    /** Its first characters, by which the owner knows it again. */
    prefix: text('prefix').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    revokedBy: text('revoked_by').references(() => people.id),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [
    index('api_keys_user').on(table.userId),
    check('api_keys_revoked', sql`(${table.revokedAt} is null) = (${table.revokedBy} is null)`),
    check('api_keys_period', sql`${table.createdAt} < ${table.expiresAt}`),
  ],
)
