import * as v from 'valibot';

/** A whole number, as a number or as text: relays and older APIs write it either way. */
export const wholeNumber = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d{1,15}$/), v.transform(Number))]),
  v.integer(),
);

/** Of a list, the entries that can be read; an absent list, or `null` in its place, is empty. */
export function readableRows<Row>(schema: v.GenericSchema<unknown, Row>) {
  return v.pipe(
    v.optional(v.nullable(v.array(v.unknown())), []),
    v.transform((rows): readonly Row[] =>
      (rows ?? []).flatMap(row => {
        const read = v.safeParse(schema, row);
        return read.success ? [read.output] : [];
      }),
    ),
  );
}

/** How a change that was made is answered. */
export const okAnswer = v.pipe(
  v.object({ errcode: v.pipe(wholeNumber, v.literal(0)) }),
  v.transform(() => undefined),
);
