package io.github.kextmanager.testing.replay;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.record.RecordedCommand;
import java.util.List;

/** How the commands of a recording are chosen for what is asked. */
interface Answers {
  /** The recorded command that answers. */
  RecordedCommand to(CommandLine command) throws SurpriseException;

  /** What has not been asked, in the order recorded. */
  List<RecordedCommand> unasked();

  /** What of it must be asked before the end. */
  List<RecordedCommand> owed();

  /** Where a command stands in the recording, and what it is. */
  String place(RecordedCommand recorded);
}
