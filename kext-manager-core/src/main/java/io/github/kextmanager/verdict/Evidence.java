package io.github.kextmanager.verdict;

/**
 * A line of a tool's answer from which something was concluded, word for word.
 *
 * @param source where the line stood
 * @param line its number there, from 1; 0 if it is no line of it, but what is to be said of the
 *     source itself, such as that it could not be read
 * @param text the line without its end; of a line of more than 4096 characters, a part of it
 */
public record Evidence(Source source, int line, String text) {
  /** Where a line stood. */
  public enum Source {
    /** The tool's standard output. */
    STDOUT,
    /** The tool's standard error. */
    STDERR,
    /** What the kernel and its daemons wrote to the log of the Mac meanwhile. */
    LOG,
    /**
     * What {@code system_profiler} tells of the boot policy of a Mac with Apple silicon, which is
     * asked where a load waits for an approval.
     */
    BOOT_POLICY,
    /** A text in which the two cannot be told apart, such as a paste. */
    TEXT
  }
}
