package io.github.kextmanager.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.host.HostFact.NotKnown;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the programs of a Mac answer, each fact says what it rests on, and none is an error. */
class OddAnswersTest {
  private static final int MACS = 3_000;

  /** Lines of real answers, which mutated ones are made of. */
  private static final List<String> LINES =
      List.of(
          "14.4",
          "10.16",
          "10.10.5",
          "kern.osversion: 23E214",
          "kern.osrelease: 23.4.0",
          "kern.bootsessionuuid: 8236E878-0E59-4FDA-83B8-F310AD4B2AA8",
          "kern.bootargs: -v",
          "kern.safeboot: 1",
          "hw.optional.arm64: 1",
          "sysctl.proc_translated: 1",
          "System Integrity Protection status: enabled.",
          "System Integrity Protection status: unknown (Custom Configuration).",
          "\tKext Signing: disabled",
          "Kernel Extension User Consent: DISABLED",
          "{\"ibridge_secure_boot\" : \"Reduced Security\", \"ibridge_sb_other_kext\" : \"Yes\"}",
          "6B6578745F706F6C696379|7465616D5F6964",
          "6B6578745F706F6C696379|62756E646C655F6964",
          "kext_policy|54|636F6D",
          "end|",
          "Enrolled via DEP: No",
          "MDM enrollment: Yes (User Approved)",
          "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>_computerlevel</key><array>",
          "</array></dict></plist>",
          "(root) NOPASSWD: /sbin/kextload, ALL",
          "User u may run the following commands on mac:",
          "sudo: a password is required",
          "0",
          "501",
          "Das Programm wurde nicht gefunden.",
          "\u0000\u0007\ufffd|<>\"'",
          "");

  @TempDir Path root;

  @Test
  void every_answer_leaves_facts_that_say_what_they_rest_on() throws Exception {
    for (int seed = 0; seed < MACS; seed++) {
      HostFacts facts =
          new HostProbe(
                  new OddMac(new Random(seed)),
                  root,
                  new Privilege.AlreadyRoot(),
                  Duration.ofSeconds(5))
              .ask();

      for (RecordComponent component : HostFacts.class.getRecordComponents()) {
        var fact = (HostFact<?>) component.getAccessor().invoke(facts);
        assertThat(fact.asked()).as("%s of Mac %d", component.getName(), seed).isNotBlank();
        if (fact instanceof NotKnown<?> unknown) {
          assertThat(unknown.because()).as("%s of Mac %d", component.getName(), seed).isNotBlank();
        }
      }
      assertThat(facts.contradictions()).allSatisfy(each -> assertThat(each.said()).endsWith("."));
    }
  }

  /** Programs that answer with lines of any program, mutilated, and end in any way. */
  private record OddMac(Random random) implements CommandRunner {
    @Override
    public CommandResult run(CommandLine command) {
      if (random.nextInt(12) == 0) {
        throw new CommandNotStartedException(command, "No such file or directory");
      }
      return new CommandResult(command, end(command), output(), output(), Duration.ofMillis(1));
    }

    private Termination end(CommandLine command) {
      return switch (random.nextInt(10)) {
        case 0 -> new Termination.Signalled(9);
        case 1 ->
            new Termination.TimedOut(
                command.timeout(), new KillReport(KillReport.Outcome.KILLED, List.of()));
        case 2, 3 -> new Termination.Exited(random.nextInt(256));
        default -> new Termination.Exited(0);
      };
    }

    private CapturedOutput output() {
      List<String> lines = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        lines.add(mutilated(LINES.get(random.nextInt(LINES.size()))));
      }
      return CapturedOutput.of(String.join(random.nextInt(5) == 0 ? "" : "\n", lines));
    }

    private String mutilated(String line) {
      if (line.isEmpty() || random.nextInt(3) > 0) {
        return line;
      }
      int at = random.nextInt(line.length());
      return switch (random.nextInt(3)) {
        case 0 -> line.substring(0, at);
        case 1 -> line.substring(at) + line;
        default -> line.substring(0, at) + (char) random.nextInt(0x2000) + line.substring(at);
      };
    }
  }
}
