// JSON whose numbers keep the digits that they were written with.

/** A number as it stood in the JSON: a double would round integers and drop the point of 1.0. */
export class NumberLiteral {
  constructor(source) {
    this.source = source;
  }

  valueOf() {
    return Number(this.source);
  }
}

/** JSON.parse with a NumberLiteral for every number. */
export function parseExact(text) {
  return JSON.parse(text, (key, value, context) =>
    typeof value === "number" ? new NumberLiteral(context.source) : value,
  );
}
