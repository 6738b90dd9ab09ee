import type * as z from 'zod';
import { fieldOf } from '../../formats/field.ts';
import { choices } from '../../rules/wordings.ts';
import { elementOf, itemName } from './snippets.ts';

/** What may stand in a field, in a few plain words. */
export function typeWords(schema: z.ZodType): string {
  const { type, to = [], needed = [], section, sentence } = fieldOf(schema);
  switch (type) {
    case 'text':
      return 'text';
    case 'answer':
      return 'a sentence';
    case 'slots':
      return needed.length > 0 ? `an answer: ${needed.join(', ')}` : 'an answer';
    case 'date':
      return 'a date';
    case 'flag':
      return 'true or false';
    case 'flag-or-date':
      return 'true, false or a date';
    case 'number':
      return 'a number';
    case 'choice': {
      const words = (schema as z.ZodEnum).options as readonly string[];
      return words.length <= 5 ? choices(words) : 'one of a few words';
    }
    case 'version':
      return '1';
    case 'id':
      return `an id of ${choices(to)}`;
    case 'ids':
      return `ids of ${choices(to)}`;
    case 'ids-or-text':
      return `ids of ${choices(to)}, or text`;
    case 'who':
      return 'a post or a group';
    case 'whos':
      return 'posts or groups';
    case 'interval':
      return 'how often';
    case 'link':
      return 'a file';
    case 'place':
      return 'a place in this document';
    case 'rule':
      return 'a rule';
    case 'list':
      return listWords(schema);
    case 'items':
      return section ? `a list by id, each ${article(itemName(section))}` : 'texts by name';
    default:
      return sentence ? 'a sentence or fields' : 'fields';
  }
}

function listWords(schema: z.ZodType): string {
  const element = elementOf(schema);
  const type = element && fieldOf(element).type;
  return type === 'choice' ? 'a list of words' : 'a list';
}

/** “an activity”, “a product”. */
export const article = (name: string): string => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
