package io.github.kextmanager.command.exec;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;

/**
 * Refuses what this JVM cannot hand to another process as it stands.
 *
 * <p>The JDK encodes arguments, environment and working directory in the encoding of its locale and
 * writes {@code ?} for what has no place there: any character but ASCII under {@code LC_ALL=C} on
 * Linux, and half a surrogate pair everywhere.
 */
final class NativeEncoding {
  /** {@code ProcessImpl}: the default charset up to JDK 17, from JDK 18 on (JEP 400) this one. */
  private static final Charset CHARSET =
      Runtime.version().feature() < 18
          ? Charset.defaultCharset()
          : Charset.forName(
              System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name()));

  private final CommandLine command;
  private final CharsetEncoder encoder = CHARSET.newEncoder();

  private NativeEncoding(CommandLine command) {
    this.command = command;
  }

  static void requireExact(CommandLine command) {
    NativeEncoding encoding = new NativeEncoding(command);
    command.argv().forEach(argument -> encoding.require("argument", argument));
    for (Map.Entry<String, String> variable : command.environment().entrySet()) {
      encoding.require("environment variable", variable.getKey());
      encoding.require("environment variable", variable.getValue());
    }
    encoding.require("working directory", command.workingDirectory().toString());
  }

  private void require(String what, String text) {
    if (!encoder.canEncode(text)) {
      throw new CommandNotStartedException(
          command,
          "the %s \"%s\" cannot be written in the encoding of this JVM, %s"
              .formatted(what, text, CHARSET));
    }
  }
}
