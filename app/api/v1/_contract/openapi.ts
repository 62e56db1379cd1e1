import { z } from 'zod'
import type { Operation } from '@/app/api/v1/_contract/operation'
import { operations } from '@/app/api/v1/_contract/operations'
import type { WriteOperation } from '@/app/api/v1/_contract/write-operation'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { crisisSchema } from '@/domain/crisis/crisis'
import { disputeSchema, figureSchema } from '@/domain/figure/figure'
import { noteSchema } from '@/domain/note/note'
import { headlineSchema } from '@/domain/reconciliation/headline'

type JsonSchema = Record<string, unknown>

/** Shapes that stand once in the document and are referred to by name. */
const named = {
  Crisis: crisisSchema,
  Figure: figureSchema,
  Headline: headlineSchema,
  Note: noteSchema,
  Dispute: disputeSchema,
}

const pathParameters: Record<string, { description: string; schema: JsonSchema }> = {
  crisis: { description: "The crisis's slug.", schema: { type: 'string', examples: ['nagorno-karabakh-2023'] } },
  id: { description: 'The id of the object.', schema: { type: 'string' } },
  key: { description: 'The key of the indicator.', schema: { type: 'string', examples: ['killed'] } },
  number: { description: 'The number of the sitrep.', schema: { type: 'integer', minimum: 1 } },
}

/** The OpenAPI 3.1 document of the API, made from the schemas that check its requests and type its answers. */
export function makeOpenApi(): JsonSchema {
  const all: Operation[] = Object.values(operations)
  const reading = all.flatMap((operation) =>
    operation.kind === 'list'
      ? [describeOperation(operation), describeFile(operation, 'csv'), describeFile(operation, 'xlsx')]
      : [describeOperation(operation)],
  )
  const writing = Object.values<WriteOperation>(writeOperations).map(describeWrite)
  const paths: Record<string, JsonSchema> = {}
  for (const [path, methods] of [...reading, ...writing]) paths[path] = { ...paths[path], ...methods }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Attest',
      version: '1',
      description:
        'Figures of a crisis, each traced to who said it. Every read is for a viewpoint: asOf and knownAt, both now where left out.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: {
        ...Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, toJsonSchema(schema, name)])),
        Problem: problemSchema,
      },
      responses: Object.fromEntries(
        Object.entries(problems).map(([status, description]) => [
          `Problem${status}`,
          { description, content: problemContent },
        ]),
      ),
    },
  }
}

const problems = {
  400: 'Impossible values, or a body that cannot be read',
  401: 'Not signed in',
  403: 'Not allowed, or sent from another page',
  404: 'Not there',
  409: 'Changed meanwhile: "current" is what stands now',
  413: 'Too large',
  415: 'Not JSON',
  422: 'Fields that cannot be used',
  428: 'If-Match is missing',
  429: 'Too many requests; see Retry-After',
  503: 'Database away; see Retry-After',
}

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

/** RFC 9457. */
const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'message'],
        properties: { pointer: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

function describeOperation(operation: Operation): [string, JsonSchema] {
  const { id, path, summary, query, answer, kind } = operation
  const media = kind === 'pdf' || kind === 'text' || kind === 'zip' ? wholeFiles[kind] : null
  const content = media
    ? { [media]: { schema: { type: 'string', contentMediaType: media } } }
    : { 'application/json': { schema: kind === 'list' ? pageSchema(answer) : toJsonSchema(answer) } }
  const described = { id, path, summary, query }
  return [path, { get: isOwn(operation) ? describeOwn(described, content) : describeGet(described, content) }]
}

const wholeFiles = { pdf: 'application/pdf', text: 'text/plain', zip: 'application/zip' }

/** Whether it is for whoever is signed in, or holds a role. */
const isOwn = ({ kind, roles }: Operation) => kind === 'own' || roles !== undefined

const fileMedia = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

function describeFile(operation: Operation, format: keyof typeof fileMedia): [string, JsonSchema] {
  const { id, path, summary, query } = operation
  const media = fileMedia[format]
  const content = { [media]: { schema: { type: 'string', contentMediaType: media } } }
  const file = {
    id: `${id}As${format.toUpperCase()}`,
    path,
    query,
    summary: `${summary}; the whole list as ${format.toUpperCase()}`,
  }
  return [`${path}.${format}`, { get: isOwn(operation) ? describeOwn(file, content) : describeGet(file, content) }]
}

type Asked = Pick<Operation, 'id' | 'path' | 'summary' | 'query'>

const describeAsked = ({ id, path, summary, query }: Asked): JsonSchema => ({
  operationId: id,
  summary,
  parameters: [...describePath(path), ...describeQuery(query)],
})

function describeOwn(asked: Asked, content: JsonSchema): JsonSchema {
  const refusals = [400, 401, 403, ...(asked.path.includes('{') ? [404] : []), 503]
  return {
    ...describeAsked(asked),
    responses: {
      200: { description: 'The answer', content },
      ...Object.fromEntries(refusals.map((one) => [one, { $ref: `#/components/responses/Problem${one}` }])),
    },
  }
}

function describeGet(asked: Asked, content: JsonSchema): JsonSchema {
  return {
    ...describeAsked(asked),
    responses: {
      200: { description: 'The answer', headers: { ETag: { schema: { type: 'string' } } }, content },
      304: { description: 'Unchanged since the entity tag in If-None-Match' },
      400: { $ref: '#/components/responses/Problem400' },
      404: { $ref: '#/components/responses/Problem404' },
      503: { $ref: '#/components/responses/Problem503' },
    },
  }
}

/** A route that writes: its body, its headers, who may, and every refusal in the order in which it comes. */
function describeWrite(operation: WriteOperation): [string, JsonSchema] {
  const {
    id,
    path,
    method,
    summary,
    body,
    answer,
    status,
    roles,
    file,
    isVersioned = false,
    isAsking = false,
  } = operation
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  })
  const refusals = [
    401,
    403,
    404,
    413,
    415,
    400,
    ...(isVersioned ? [428] : []),
    ...(isAsking ? [] : [409]),
    422,
    429,
    503,
  ]
  const described = {
    operationId: id,
    summary,
    description: roles === 'anyone' ? 'For whoever is signed in.' : `For the roles: ${roles.join(', ')}.`,
    parameters: [
      ...describePath(path),
      ...(isAsking ? [] : [header('Idempotency-Key', 'The same key sent again writes nothing and is answered alike.')]),
      ...(isVersioned ? [header('If-Match', 'The version of the object that was seen.')] : []),
    ],
    requestBody: { required: true, content: { 'application/json': { schema: z.toJSONSchema(body, bodyOptions) } } },
    responses: {
      [status]: {
        description: 'Done',
        content: { 'application/json': { schema: toJsonSchema(answer) }, ...inParts(file) },
      },
      ...Object.fromEntries(refusals.map((one) => [one, { $ref: `#/components/responses/Problem${one}` }])),
    },
  }
  return [path, { [method.toLowerCase()]: described }]
}

/** The same answer with its file as it is, beside the rest as JSON. */
const inParts = (file: string | undefined): JsonSchema =>
  file === undefined
    ? {}
    : {
        'multipart/form-data': {
          schema: {
            type: 'object',
            properties: {
              answer: { type: 'string', contentMediaType: 'application/json' },
              [file]: { type: 'string', contentMediaType: 'application/octet-stream' },
            },
          },
        },
      }

const bodyOptions = { io: 'input', unrepresentable: 'any' } as const

const describePath = (path: string): JsonSchema[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    ...pathParameters[name],
  }))

function describeQuery(query: z.ZodObject): JsonSchema[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' })
  return Object.entries(properties).map(([name, property]) => {
    const schema = typeof property === 'boolean' ? {} : property
    const { description, ...rest } = schema
    return { name, in: 'query', required: required.includes(name), description, schema: rest }
  })
}

const pageSchema = (item: z.ZodType): JsonSchema => ({
  type: 'object',
  required: ['items', 'nextCursor'],
  properties: { items: { type: 'array', items: toJsonSchema(item) }, nextCursor: { type: ['string', 'null'] } },
})

/** A schema of an answer. Shapes with a name are referred to, save the one that is being described. */
function toJsonSchema(schema: z.ZodType, own?: string): JsonSchema {
  const names = new Map<unknown, string>(Object.entries(named).map(([name, shape]) => [shape, name]))
  if (own === undefined && names.has(schema)) return { $ref: `#/components/schemas/${names.get(schema)}` }
  const { $schema: _, ...described } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const name = names.get(zodSchema)
      if (name !== undefined && name !== own) {
        for (const key of Object.keys(jsonSchema)) delete jsonSchema[key]
        jsonSchema.$ref = `#/components/schemas/${name}`
        return
      }
      // Answers leave nothing out: what is not known is null.
      if (jsonSchema.properties) jsonSchema.required = Object.keys(jsonSchema.properties)
    },
  })
  return described
}
