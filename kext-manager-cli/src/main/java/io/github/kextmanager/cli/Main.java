package io.github.kextmanager.cli;

/** Where {@code kextm} starts. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the JVM with its exit status.
   *
   * @param arguments the words after {@code kextm}
   */
  public static void main(String[] arguments) {}
}
