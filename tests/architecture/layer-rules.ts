import path from 'node:path'
import { findCircles } from './find-circles'
import type { SourceFile } from './source-file'

interface Room {
  /** The rooms whose files it may import, besides its own. */
  rooms: string[]
  /** The packages it may import, their subpaths included; undefined: any but `never`. */
  packages?: string[]
  never?: string[]
  /** Whether it may use Node's own modules. */
  node: boolean
  /** Ends the sentence "room/ imports something: ..." */
  because: string
}

const sql = ['drizzle-orm', 'postgres']

const rooms: Record<string, Room> = {
  domain: {
    rooms: [],
    packages: ['zod', '@date-fns/tz', 'd3-scale'],
    node: false,
    because: 'the core knows neither the web, nor the database, nor the machine it runs on',
  },
  config: { rooms: [], packages: ['zod'], node: true, because: 'the environment is a leaf' },
  db: {
    rooms: ['domain', 'config'],
    packages: sql,
    node: true,
    because: 'the database room turns rows into the domain and back, and nothing else',
  },
  services: {
    rooms: ['domain', 'db', 'config'],
    packages: ['zod', 'better-auth', 'pg-boss', 'nodemailer'],
    node: true,
    because: 'a use case reaches screens and file formats only through its arguments, and SQL only through db/',
  },
  formats: {
    rooms: ['domain'],
    packages: [
      '@myriaddreamin/typst-ts-node-compiler',
      '@resvg/resvg-js',
      'd3-geo',
      'd3-scale',
      'd3-shape',
      'csv-parse',
      'write-excel-file',
      'read-excel-file',
      '@mozilla/readability',
      'linkedom',
      'pdfjs-dist',
    ],
    node: true,
    because: 'a format turns the domain into bytes and back, and knows no use case, screen or database',
  },
  components: {
    rooms: ['domain'],
    packages: [
      'react',
      'react-dom',
      'next/form',
      'next/link',
      'next/navigation',
      'next/dynamic',
      'next-intl',
      'nuqs',
      'recharts',
      '@tanstack/react-query',
      '@tanstack/react-table',
      'react-hook-form',
      '@hookform/resolvers',
      'radix-ui',
      '@tiptap',
      'cmdk',
      'uqr',
    ],
    node: false,
    because: 'a component gets what it shows as props and knows no server',
  },
  app: {
    rooms: ['components', 'services', 'formats', 'domain', 'config'],
    never: sql,
    node: true,
    because: 'pages and handlers reach the database through services alone',
  },
  scripts: {
    rooms: ['services', 'formats', 'db', 'domain', 'config'],
    never: [],
    node: true,
    because: 'the command line has no pages',
  },
}

/** Files at the root that Next loads belong to the room of its pages. */
const rootFilesOfApp = ['proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts']

/** The folders whose files the rules are about. */
export const roomNames = Object.keys(rooms)

/**
 * The breaches of the project's layering, one sentence each; none when it is kept.
 * A module named by a path that is not among `files` (a style sheet, a data file) is not looked at.
 */
export function findBreaches(files: SourceFile[]): string[] {
  const paths = new Set(files.map((file) => file.path))
  const links = new Map(files.map((file) => [file.path, resolveAll(file, paths)]))
  return [
    ...files.flatMap((file) => [...breachesOfImports(file, paths), ...breachesOfContent(file)]),
    ...findCircles(links).map((circle) => `${circle.join(' -> ')}: imports must not go round in a circle`),
  ]
}

function breachesOfImports(file: SourceFile, paths: Set<string>): string[] {
  const name = roomOf(file.path)
  const room = rooms[name]
  if (!room) return []
  return [...new Set(file.imports)].flatMap((module) => {
    const target = resolve(file.path, module, paths)
    const forbidden = isPath(module)
      ? target !== undefined && roomOf(target) !== name && !room.rooms.includes(roomOf(target))
      : !mayImportPackage(room, module)
    return forbidden ? [`${file.path}: ${name}/ imports ${target ?? module}: ${room.because}`] : []
  })
}

function breachesOfContent({ path: file, ...source }: SourceFile): string[] {
  const isTypeScript = /\.tsx?$/.test(file)
  const breaches: string[] = []
  if (isTypeScript && source.readsEnvironment && file !== 'config/env.ts') {
    breaches.push(`${file}: reads process.env: config/env.ts alone does, and checks it`)
  }
  if (source.readsClock && roomOf(file) === 'domain') {
    breaches.push(`${file}: reads the clock: the core is given the moment it speaks of`)
  }
  if (source.onlyReexports || /(^|\/)index\.tsx?$/.test(file)) {
    breaches.push(`${file}: is a barrel: import from the file that holds the thing`)
  }
  const isStartUp = roomOf(file) === 'scripts' && !isTypeScript
  const packages = source.staticImports.filter((module) => !isPath(module) && !module.startsWith('node:'))
  if (isStartUp && packages.length > 0) {
    breaches.push(`${file}: imports ${packages[0]} statically: start-up scripts begin before packages are installed`)
  }
  return breaches
}

function mayImportPackage(room: Room, module: string): boolean {
  if (module.startsWith('node:')) return room.node
  const isOneOf = (packages: string[]) => packages.some((name) => module === name || module.startsWith(`${name}/`))
  return room.packages ? isOneOf(room.packages) : !isOneOf(room.never ?? [])
}

function roomOf(file: string): string {
  return rootFilesOfApp.includes(file) ? 'app' : (file.split('/')[0] ?? '')
}

function isPath(module: string): boolean {
  return module.startsWith('.') || module.startsWith('@/')
}

function resolveAll(file: SourceFile, paths: Set<string>): string[] {
  return file.imports.flatMap((module) => resolve(file.path, module, paths) ?? [])
}

/** The file that a path names; for code outside the rooms (tests) the path itself; undefined for style sheets and data. */
function resolve(from: string, module: string, paths: Set<string>): string | undefined {
  if (!isPath(module)) return undefined
  const target = module.startsWith('@/') ? module.slice(2) : path.posix.join(path.posix.dirname(from), module)
  const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
  const file = endings.map((ending) => target + ending).find((candidate) => paths.has(candidate))
  return file ?? (rooms[roomOf(target)] || /\.(css|json)$/.test(target) ? undefined : target)
}
