package io.github.kextmanager.operation;

import io.github.kextmanager.lifecycle.CommandRecord;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every command that ran as root, the last {@value #CAPACITY} of them kept here, and each handed to
 * a listener as it ends.
 *
 * <p>Thread-safe.
 */
public final class AuditTrail {
  /** How many records are kept. */
  public static final int CAPACITY = 1000;

  private final Deque<CommandRecord> records = new ArrayDeque<>();
  private final Consumer<CommandRecord> listener;

  /**
   * Creates an empty trail.
   *
   * @param listener gets each record as soon as the command has ended, on the thread that ran it
   */
  public AuditTrail(Consumer<CommandRecord> listener) {
    this.listener = listener;
  }

  void add(CommandRecord record) {
    synchronized (records) {
      if (records.size() == CAPACITY) {
        records.removeFirst();
      }
      records.addLast(record);
    }
    try {
      listener.accept(record);
    } catch (RuntimeException failure) {
      // The command has run, and its outcome must not be lost over who wanted to hear of it.
      // The logger is looked up here, since that takes longer than all else a short command does.
      System.getLogger(AuditTrail.class.getName())
          .log(Level.WARNING, "The audit listener failed on " + record.argv(), failure);
    }
  }

  /**
   * The records that are kept.
   *
   * @return a copy, oldest first
   */
  public List<CommandRecord> records() {
    synchronized (records) {
      return List.copyOf(records);
    }
  }
}
