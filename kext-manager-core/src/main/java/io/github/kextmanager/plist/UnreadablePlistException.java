package io.github.kextmanager.plist;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What was to be a property list is none, or none that is safe to read. The message says where and
 * why.
 */
public final class UnreadablePlistException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<PlistPosition> position;

  /**
   * Creates an exception without a place: about the whole.
   *
   * @param message what is wrong
   */
  UnreadablePlistException(String message) {
    super(message);
    this.position = Optional.empty();
  }

  /**
   * Creates an exception about a place.
   *
   * @param position the place
   * @param message what is wrong there
   */
  UnreadablePlistException(PlistPosition position, String message) {
    super(position.sentenceStart() + message);
    this.position = Optional.of(position);
  }

  private UnreadablePlistException(Path file, UnreadablePlistException cause) {
    super(file + ": " + cause.getMessage(), cause);
    this.position = cause.position;
  }

  /** The same about a file. */
  UnreadablePlistException in(Path file) {
    return new UnreadablePlistException(file, this);
  }

  /**
   * Where in the property list.
   *
   * @return the place; empty if it is about the whole
   */
  public Optional<PlistPosition> position() {
    return position;
  }
}
