package io.github.kextmanager.cli.mac;

import io.github.kextmanager.KextManagerBuilder;
import io.github.kextmanager.cli.mac.ChosenMac.Need;
import io.github.kextmanager.validation.Ownership;
import java.nio.file.Path;
import java.util.Optional;

/** A simulated Mac that a command is about. */
interface ReachedMac extends AutoCloseable {
  /** Lets a manager use it. */
  void connect(KextManagerBuilder builder, Need need);

  /** Whose its files are, which the file system of this machine does not tell. */
  Ownership ownership();

  /** What it is called. */
  String name();

  /**
   * Brings what the user has at a path to the same path of the Mac, if that is asked for.
   *
   * @return why there is nothing at that path of the Mac; empty if there is something
   */
  Optional<String> bring(Path path);

  @Override
  void close();
}
