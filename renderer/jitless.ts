import { z } from 'zod'

/** Imported before anything that builds a schema: the page's policy forbids code made from text. */
z.config({ jitless: true })
