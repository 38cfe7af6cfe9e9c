package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.log.LogMessage;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.program.ToolLog;

/**
 * The log for the kexts that kextutil was asked to deal with, for which it switches logging on:
 * what the library says of them is shown as if it were about no kext in particular.
 *
 * @param log the log of the tool
 */
record OwnKextsLog(ToolLog log) implements LogSink {
  @Override
  public void log(LogMessage message) {
    log.general(message.level(), message.text());
  }

  @Override
  public void fromKernel(LogMessage message) {
    log.fromKernel(message);
  }
}
