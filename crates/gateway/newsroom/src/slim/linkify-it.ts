// In the place of the package `linkify-it`: our dialect's bare addresses are read by `dialect.ts`.
export default class {}
