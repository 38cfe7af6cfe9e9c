package io.github.kextmanager.testing.unifiedlog;

import io.github.kextmanager.testing.log.EntryType;
import io.github.kextmanager.testing.log.LogEntry;
import io.github.kextmanager.testing.predicate.Fields;
import java.util.Locale;
import java.util.Optional;

/**
 * An entry of the system log with what {@code log} shows of it. Threads are made up from processes.
 */
record LogEvent(LogEntry entry) implements Fields {
  private static final long FIRST_THREAD = 0x200;

  @Override
  public Optional<String> value(String key) {
    return switch (key) {
      case "eventMessage", "composedMessage" -> Optional.of(entry.text());
      case "process" -> Optional.of(process());
      case "processImagePath" -> Optional.of(processPath());
      case "processIdentifier", "processID" -> Optional.of(Integer.toString(processId()));
      case "sender" -> Optional.of(sender());
      case "senderImagePath" -> Optional.of(senderPath());
      case "subsystem" -> Optional.of(entry.source().subsystem());
      case "category" -> Optional.of(entry.source().category());
      case "messageType", "logType" -> Optional.of(keyword(entry.type()));
      case "eventType", "type" -> Optional.of("logEvent");
      case "threadIdentifier" -> Optional.of(Long.toString(thread()));
      default -> Optional.empty();
    };
  }

  String process() {
    return entry.source().process();
  }

  int processId() {
    return entry.source().processId();
  }

  long thread() {
    return FIRST_THREAD + processId();
  }

  /** The executable; the kernel's is {@code /kernel}. */
  String processPath() {
    return switch (process()) {
      case "kernel" -> "/kernel";
      case "kmutil" -> "/usr/bin/kmutil";
      default -> "/usr/libexec/" + process();
    };
  }

  private String sender() {
    return entry.source().sender().isEmpty() ? process() : entry.source().sender();
  }

  /** The executable whose code speaks: in the kernel, that of a kext. */
  String senderPath() {
    return sender().equals(process())
        ? processPath()
        : "/Library/Extensions/%1$s.kext/Contents/MacOS/%1$s".formatted(sender());
  }

  /** The message behind what it comes from, as every style for people ends. */
  String text() {
    String from = sender().equals(process()) ? "" : "(%s) ".formatted(sender());
    String subsystem = entry.source().subsystem();
    String about =
        subsystem.isEmpty() ? "" : "[%s:%s] ".formatted(subsystem, entry.source().category());
    return from + about + entry.text();
  }

  /** The type as columns and JSON have it: {@code Default}. */
  String typeTitle() {
    String name = entry.type().name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  /** The type as the compact style has it. */
  String typeLetters() {
    return switch (entry.type()) {
      case DEFAULT -> "Df";
      case INFO -> "I ";
      case DEBUG -> "Db";
      case ERROR -> "E ";
      case FAULT -> "F ";
    };
  }

  private static String keyword(EntryType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
