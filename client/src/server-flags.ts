/**
 * What Node is told when it starts the server: most of what a key makes is of no use a moment later, and the room for
 * such things, of which V8 likes to take up to 48 MB, is best kept small.
 */
export const SERVER_FLAGS: readonly string[] = ['--max-semi-space-size=2'];
