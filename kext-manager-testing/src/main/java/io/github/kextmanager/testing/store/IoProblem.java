package io.github.kextmanager.testing.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong with a file, in words: some exceptions have the name of the file and no more. */
final class IoProblem {
  private IoProblem() {}

  static String describe(IOException problem) {
    if (problem instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (problem instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (problem instanceof FileSystemException of && of.getReason() != null) {
      return String.valueOf(of.getReason());
    }
    return String.valueOf(problem.getMessage());
  }
}
