import type { AfterErrorHook } from 'payload'
import { inLanguage } from './inLanguage'

/** Tells what the rules refuse in the language that the caller has chosen, or asks for by `Accept-Language`, as Payload does. */
export const translateErrors: AfterErrorHook = ({ graphqlResult, req, result }) => {
  const { language } = req.i18n
  if (language === 'en') return undefined
  return {
    ...(result && { response: told(result, language) }),
    ...(graphqlResult && { graphqlResult: told(graphqlResult, language) }),
  }
}

/** The same answer, its messages in another language, those of single fields too. */
function told<Answer>(answer: Answer, language: string): Answer
function told(answer: unknown, language: string): unknown {
  if (Array.isArray(answer)) return answer.map((each: unknown) => told(each, language))
  // What becomes something else in JSON, such as a date, says nothing.
  if (typeof answer !== 'object' || answer === null || 'toJSON' in answer) return answer
  return Object.fromEntries(Object.entries(answer).map(([name, value]: [string, unknown]) => [name, name === 'message' && typeof value === 'string' ? inLanguage(value, language) : told(value, language)]))
}
