import { describe, expect, it } from 'vitest'

import { planChange, requiredColumns } from '../../../src/database/sqlite/plan'
import type { Column, Schema, Table } from '../../../src/database/sqlite/schema'

const id: Column = { default: null, name: 'id', notNull: true, primaryKey: 1, type: 'text' }

function column(name: string, rest: Partial<Column> = {}): Column {
  return { default: null, name, notNull: false, primaryKey: 0, type: 'text', ...rest }
}

function table(name: string, columns: Column[]): Table {
  return { columns: [id, ...columns], foreignKeys: [], name }
}

function schema(tables: Table[], rest: Partial<Schema> = {}): Schema {
  return { indexes: [], tables: new Map(tables.map((each) => [each.name, each])), triggers: [], ...rest }
}

const nothing = new Set<string>()

describe('planChange', () => {
  it('does nothing for equal shapes, whatever the order of their columns', () => {
    const live = schema([table('tags', [column('name'), column('slug')])])
    const wanted = schema([table('tags', [column('slug'), column('name')])])
    expect(planChange(live, wanted, nothing)).toEqual({ clearings: [], kept: [], rebuilt: [], statements: [] })
  })

  it('leaves an optional column that the model dropped where it is', () => {
    const live = schema([table('tags', [column('name'), column('old')])])
    const plan = planChange(live, schema([table('tags', [column('name')])]), nothing)
    expect(plan).toEqual({ clearings: [], kept: ['tags.old'], rebuilt: [], statements: [] })
  })

  it('makes a required column that the model dropped optional', () => {
    const live = schema([table('tags', [column('old', { notNull: true })])])
    const { statements } = planChange(live, schema([table('tags', [])]), nothing)
    expect(statements[0]).toBe('CREATE TABLE "dateline_new_tags" ("id" text PRIMARY KEY NOT NULL, "old" text)')
  })

  it('leaves a table that the model dropped where it is', () => {
    expect(planChange(schema([table('tags', [])]), schema([]), nothing)).toMatchObject({ kept: ['tags'], statements: [] })
  })

  it('fills a column that becomes required from its default', () => {
    const live = schema([table('tags', [column('kind')])])
    const wanted = schema([table('tags', [column('kind', { default: `'subject'`, notNull: true })])])
    expect(planChange(live, wanted, nothing).statements).toContain(
      `INSERT INTO "dateline_new_tags" ("id", "kind") SELECT "id", coalesce("kind", 'subject') FROM "tags"`,
    )
  })

  it('keeps a required column optional while a row has no value for it', () => {
    const live = schema([table('tags', [column('slug')])])
    const wanted = schema([table('tags', [column('slug', { notNull: true })])])
    expect(planChange(live, wanted, new Set(['tags.slug'])).statements).toEqual([])
    expect(planChange(live, wanted, nothing).rebuilt).toEqual(['tags'])
  })

  it('makes the indexes of the model and of no other table', () => {
    const own = { name: 'slug_idx', sql: 'CREATE UNIQUE INDEX slug_idx ON tags (slug)', table: 'tags' }
    const gone = { name: 'old_idx', sql: 'CREATE INDEX old_idx ON tags (old)', table: 'tags' }
    const foreign = { name: 'note_idx', sql: 'CREATE INDEX note_idx ON notes (text)', table: 'notes' }
    const tags = table('tags', [column('slug'), column('old')])
    const live = schema([tags, table('notes', [column('text')])], { indexes: [gone, foreign] })
    const plan = planChange(live, schema([tags], { indexes: [own] }), nothing)
    expect(plan.statements).toEqual(['DROP INDEX "old_idx"', own.sql])
  })

  it('makes again what hangs on a table that is written anew', () => {
    const index = { name: 'slug_idx', sql: 'CREATE INDEX slug_idx ON tags (slug)', table: 'tags' }
    const trigger = { name: 'shout', sql: 'CREATE TRIGGER shout AFTER INSERT ON tags BEGIN SELECT 1; END', table: 'tags' }
    const live = schema([table('tags', [column('slug')])], { indexes: [index], triggers: [trigger] })
    const wanted = schema([table('tags', [column('slug'), column('name')])], { indexes: [index] })
    expect(planChange(live, wanted, nothing).statements.slice(-2)).toEqual([index.sql, trigger.sql])
  })

  it('quotes names that mean something in SQL', () => {
    const wanted = schema([table('order', [column('say "hi"')])])
    expect(planChange(schema([]), wanted, nothing).statements).toEqual([
      'CREATE TABLE "order" ("id" text PRIMARY KEY NOT NULL, "say ""hi""" text)',
    ])
  })
})

describe('requiredColumns', () => {
  it('asks for rows without value only where a column becomes required without a default', () => {
    const live = schema([table('tags', [column('slug'), column('name', { notNull: true })])])
    const required = [column('slug', { notNull: true }), column('name', { notNull: true }), column('kind', { notNull: true })]
    const wanted = schema([table('tags', [...required, column('lang', { default: `'en'`, notNull: true })])])
    expect([...requiredColumns(live, wanted)]).toEqual([
      ['tags.slug', 'select 1 from "tags" where "slug" is null limit 1'],
      ['tags.kind', 'select 1 from "tags" limit 1'],
    ])
  })
})
