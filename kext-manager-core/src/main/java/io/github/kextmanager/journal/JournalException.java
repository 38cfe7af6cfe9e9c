package io.github.kextmanager.journal;

import io.github.kextmanager.model.KextException;
import java.io.IOException;
import java.nio.file.Path;

/** A journal could not be read or written. */
public final class JournalException extends KextException {
  private static final long serialVersionUID = 1L;

  JournalException(Path file, String what, IOException cause) {
    super("The journal %s could not be %s: %s".formatted(file, what, cause), cause);
  }

  JournalException(Path file, String problem) {
    super("The journal %s %s".formatted(file, problem));
  }
}
