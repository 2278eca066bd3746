/**
 * Ends the process once its output has been taken, however slowly it is read: process.exit() alone drops what a pipe has
 * not taken yet. For commands with timers or servers that would keep the process; others set process.exitCode and return.
 */
export async function endProcess(code: number): Promise<never> {
  await Promise.all([written(process.stdout), written(process.stderr)]);
  process.exit(code);
}

function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    // A reader that left (`| head`) takes no more; then there is nothing to wait for.
    stream.once('error', () => resolve());
    stream.write('', () => resolve());
  });
}
