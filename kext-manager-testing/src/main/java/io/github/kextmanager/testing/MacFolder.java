package io.github.kextmanager.testing;

import java.nio.file.Path;

/** The folder that is {@code /} on a Mac. */
interface MacFolder extends AutoCloseable {
  /** The folder, with all symbolic links followed. */
  Path path();

  /** What becomes of it when the Mac is not needed any more. */
  @Override
  void close();

  /** A folder that stays when the Mac is closed. */
  static MacFolder standing(Path folder) {
    return new MacFolder() {
      @Override
      public Path path() {
        return folder;
      }

      @Override
      public void close() {
        // The Mac goes on in another process.
      }
    };
  }
}
