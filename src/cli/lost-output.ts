/**
 * Bears with readers that leave: `tawazun … | head` ends as quietly as any tool. An output that cannot be written
 * for another reason, such as a full disk, is told in words and ends with exit code 2.
 */
export function bearLostOutput(out: NodeJS.WriteStream, err: NodeJS.WriteStream): void {
  const gone = (error: NodeJS.ErrnoException): boolean => error.code === "EPIPE" || error.code === "EOF";
  err.on("error", () => undefined);
  out.on("error", (error: NodeJS.ErrnoException) => {
    if (gone(error)) return;
    const why = error.code === "ENOSPC" ? "there is no room left" : (error.code ?? error.message);
    err.write(`tawazun: The output cannot be written: ${why}. [output/lost]\n`);
    process.exit(2);
  });
}
