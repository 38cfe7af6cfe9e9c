package io.github.kextmanager.host;

import java.util.List;

/** How this process can become root without anybody typing. */
public sealed interface RootAccess {
  /** It is root already. */
  record AlreadyRoot() implements RootAccess {}

  /** sudo runs any command without a password. */
  record AnyCommand() implements RootAccess {}

  /**
   * sudo runs some commands without a password.
   *
   * @param commands what stands after {@code NOPASSWD:} in the rules, as sudo prints them
   */
  record SomeCommands(List<String> commands) implements RootAccess {
    /** Takes an unmodifiable copy of the list. */
    public SomeCommands {
      commands = List.copyOf(commands);
    }
  }

  /**
   * Not at all: sudo wants a password, or refuses. With {@code -n} the two cannot always be told
   * apart.
   *
   * @param lines what sudo said
   */
  record None(List<String> lines) implements RootAccess {
    /** Takes an unmodifiable copy of the list. */
    public None {
      lines = List.copyOf(lines);
    }
  }
}
