'use client'
import { $createUploadNode } from '@payloadcms/richtext-lexical/client'
import { $createParagraphNode, $getNearestNodeFromDOMNode, $getNodeByKey, $getRoot, $getSelection, $isParagraphNode, COMMAND_PRIORITY_HIGH, DROP_COMMAND, mergeRegister, PASTE_COMMAND } from '@payloadcms/richtext-lexical/lexical'
import type { LexicalEditor, LexicalNode, NodeKey } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useBulkUpload, useModal } from '@payloadcms/ui'
import { useEffect, useEffectEvent } from 'react'
import type { Slugs } from '../../options/slugs'
import { useSlugs } from '../useSlugs'

/** Where pictures go: after a block of the text, which may have another key by then. */
type Place = { key: NodeKey; index: number }

/**
 * Pictures that are dropped or pasted go between two paragraphs, after the one under the pointer or the cursor, and only once
 * they are in the library. Payload cuts the paragraph in two at once, and leaves the cut when its form is closed.
 */
export function PicturesBetween() {
  const [editor] = useLexicalComposerContext()
  const { drawerSlug, setCollectionSlug, setInitialForms, setOnCancel, setOnSuccess, setSelectableCollections } = useBulkUpload()
  const { openModal } = useModal()
  const slugs = useSlugs()
  const ask = useEffectEvent((files: readonly File[], place: Place) => {
    const forms = files.map((file) => ({ file, formID: crypto.randomUUID() }))
    setInitialForms(forms)
    setCollectionSlug(slugs.media)
    setSelectableCollections([slugs.media])
    setOnCancel(() => undefined)
    // Those that lack nothing are saved first: each goes where it was among the others.
    const ids: (string | undefined)[] = forms.map(() => undefined)
    const keys: (NodeKey | undefined)[] = forms.map(() => undefined)
    setOnSuccess((made) => {
      for (const [index, { formID }] of forms.entries()) {
        const doc = made.find((each) => each.formID === formID)?.doc
        if (doc) ids[index] = String(doc.id)
      }
      insert(editor, { ids, keys, place, relationTo: slugs.media })
    })
    openModal(drawerSlug)
  })
  useEffect(() => {
    /** Whether the event brings files, which nothing else then takes. */
    const take = (event: ClipboardEvent | DragEvent, data: DataTransfer | null, placeOf: () => Place) => {
      const files = [...(data?.files ?? [])]
      if (files.length === 0) return false
      event.preventDefault()
      event.stopPropagation()
      const pictures = files.filter(({ type }) => type.startsWith('image/'))
      if (pictures.length > 0 && editor.isEditable()) ask(pictures, placeOf())
      return true
    }
    return mergeRegister(
      editor.registerCommand(DROP_COMMAND, (event) => take(event, event.dataTransfer, () => placeUnder(event)), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          if (!(event instanceof ClipboardEvent) || event.clipboardData?.types.includes('text/html')) return false
          return take(event, event.clipboardData, () => placeOf($getSelection()?.getNodes().at(-1)))
        },
        COMMAND_PRIORITY_HIGH,
      ),
    )
  }, [editor])
  return null
}

function placeUnder({ clientY, target }: DragEvent): Place {
  const node = target instanceof Node ? $getNearestNodeFromDOMNode(target) : null
  const block = node?.getTopLevelElement() ?? node
  if (block && block.getParent() !== null) return placeOf(block)
  // Between two blocks, or below them all.
  return placeOf($getRoot().getChildren().findLast(({ __key: key }) => topOf(key, target) <= clientY))
}

function topOf(key: NodeKey, target: EventTarget | null): number {
  const index = $getNodeByKey(key)?.getIndexWithinParent() ?? 0
  return target instanceof Element ? (target.children.item(index)?.getBoundingClientRect().top ?? 0) : 0
}

function placeOf(node: LexicalNode | undefined): Place {
  const block = node?.getTopLevelElement() ?? node ?? $getRoot().getLastChild()
  return { key: block?.getKey() ?? 'root', index: block?.getParent() ? block.getIndexWithinParent() : -1 }
}

type Pictures = { ids: readonly (string | undefined)[]; keys: (NodeKey | undefined)[]; place: Place; relationTo: Slugs['media'] }

function insert(editor: LexicalEditor, { ids, keys, place: { index, key }, relationTo }: Pictures): void {
  editor.update(() => {
    const root = $getRoot()
    const found = $getNodeByKey(key)
    const begin = found && found.getParent() === root ? found : root.getChildAtIndex(Math.min(index, root.getChildrenSize() - 1))
    let last = begin
    for (const [at, value] of ids.entries()) {
      const known = keys[at] === undefined ? null : $getNodeByKey(keys[at])
      if (known || value === undefined) {
        last = known ?? last
        continue
      }
      const picture = $createUploadNode({ data: { fields: {}, relationTo, value } })
      if (last) last.insertAfter(picture)
      else root.append(picture)
      keys[at] = picture.getKey()
      last = picture
    }
    // An empty paragraph makes place for the pictures.
    if (last !== begin && begin && $isParagraphNode(begin) && begin.isEmpty()) begin.remove()
    if (last && last !== begin && last.getNextSibling() === null) last.insertAfter($createParagraphNode())
  })
}
