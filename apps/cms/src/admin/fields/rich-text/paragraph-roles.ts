import { Extension } from '@tiptap/core';

/** What a paragraph may be beside a paragraph of the text. */
export const PARAGRAPH_ROLES = [
  { role: 'addressee', label: '主送机关' },
  { role: 'signature', label: '落款' },
  { role: 'centre', label: '居中' },
  { role: 'note', label: '说明' },
] as const;

/** Lets a paragraph have a role in an official document. */
export const ParagraphRoles = Extension.create({
  name: 'paragraphRoles',
  addGlobalAttributes: () => [
    {
      types: ['paragraph'],
      attributes: {
        role: {
          default: null,
          parseHTML: (element: HTMLElement) => PARAGRAPH_ROLES.find(({ role }) => element.classList.contains(role))?.role ?? null,
          renderHTML: ({ role }: { role?: string | null }) => (role ? { class: role } : {}),
        },
      },
    },
  ],
});
