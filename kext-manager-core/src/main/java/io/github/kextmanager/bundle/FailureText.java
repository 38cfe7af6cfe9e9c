package io.github.kextmanager.bundle;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What the file system says, in words that name no file here. */
final class FailureText {
  private FailureText() {}

  static String of(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "it is missing";
    }
    if (failure instanceof FileSystemLoopException) {
      return "there are too many symbolic links on the way";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NotDirectoryException) {
      return "it is not a folder";
    }
    String reason =
        failure instanceof FileSystemException problem ? problem.getReason() : failure.getMessage();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }
}
