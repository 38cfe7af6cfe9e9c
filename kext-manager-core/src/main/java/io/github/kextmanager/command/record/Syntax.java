package io.github.kextmanager.command.record;

import java.util.Map;

/** The words of the format, and what version 1 implies where a recording is silent. */
final class Syntax {
  static final String FIRST_LINE = "kext-manager recording 1";
  static final String ANY_FIRST_LINE = "kext-manager recording ";

  static final String TOOL = "tool";
  static final String JAVA = "java";
  static final String STARTED = "started";
  static final String RELEASE = "macos";
  static final String ARCHITECTURE = "architecture";

  static final String ASKED = "asked";
  static final String AT = "at";
  static final String DEADLINE = "deadline";
  static final String LIMIT = "limit";
  static final String FOLDER = "folder";
  static final String NO_ENVIRONMENT = "env: none";
  static final String VARIABLE = "env";
  static final String WORD = "argv";

  static final String ANSWERED = "answered";
  static final String AFTER = "after";
  static final String STDOUT = "out";
  static final String STDERR = "err";
  static final String TRUNCATED = ": truncated";
  static final String UNENDED = ": no final newline";
  static final String EXIT = "exit";
  static final String SIGNAL = "signal";
  static final String TIMED_OUT = "timed-out";
  static final String NOT_STARTED = "not-started";
  static final String INTERRUPTED = "interrupted";
  static final String FAILED = "failed";

  static final String END = "end";
  static final String CLOSED = "closed";

  /** Constants of the format, whatever the defaults of the library become. */
  static final Map<String, String> IMPLIED_ENVIRONMENT =
      Map.of("LC_ALL", "C", "PATH", "/usr/bin:/bin:/usr/sbin:/sbin");

  static final String IMPLIED_FOLDER = "/";
  static final int IMPLIED_LIMIT = 1 << 20;

  private Syntax() {}
}
