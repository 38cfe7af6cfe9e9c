package io.github.kextmanager.command.exec;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Privilege;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A throw-away user of this machine, and what its sudoers file lets it do. */
public final class SudoUser implements AutoCloseable {
  private static final Path RULES = Path.of("/etc/sudoers.d");
  private static final Path RUNUSER = Path.of("/usr/sbin/runuser");
  private static final Path USERADD = Path.of("/usr/sbin/useradd");
  private static final Path USERDEL = Path.of("/usr/sbin/userdel");

  private final ProcessCommandRunner runner = new ProcessCommandRunner();
  private final String name = "kextm" + ProcessHandle.current().pid();
  private final Path rules = RULES.resolve(name);

  /** Skips the test where no user can be made or nothing can be run as one. */
  public static SudoUser create() {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can make a user");
    for (Path tool : List.of(Privilege.Sudo.DEFAULT_PATH, RUNUSER, USERADD, USERDEL)) {
      assumeTrue(Files.isExecutable(tool), tool + " is not installed");
    }
    assumeTrue(Files.isDirectory(RULES), RULES + " is not there");
    SudoUser user = new SudoUser();
    user.must(CommandLine.of(USERADD, "--no-create-home", "--shell", "/bin/sh", user.name));
    return user;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Replaces the rules of the user; {@code USER} stands for its name. */
  public void mayDo(String... lines) throws IOException {
    // sudo reads no file with a dot in its name, so it never sees half of one.
    Path draft =
        Files.writeString(
            RULES.resolve(name + ".draft"), String.join("\n", lines).replace("USER", name) + "\n");
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("r--r-----"));
    Files.move(draft, rules, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The same command, run by this user. */
  CommandLine asUser(CommandLine command) {
    List<String> arguments = new ArrayList<>(List.of("-u", name, "--"));
    arguments.addAll(command.argv());
    return new CommandLine(
        RUNUSER,
        arguments,
        command.environment(),
        command.workingDirectory(),
        command.timeout(),
        command.outputLimitBytes());
  }

  /** What this user gets who runs the command through sudo, as if the JVM were the user's. */
  public CommandResult runThroughSudo(Privilege.Sudo sudo, CommandLine tool) {
    CommandLine command = sudo.applyTo(tool);
    CommandResult result = runner.run(asUser(command));
    return new CommandResult(
        command, result.termination(), result.stdout(), result.stderr(), result.elapsed());
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(rules);
    must(CommandLine.of(USERDEL, name));
  }

  private void must(CommandLine command) {
    CommandResult result = runner.run(command);
    if (!result.termination().isSuccess()) {
      throw new AssertionError(command.argv() + " failed: " + result.stderr().text());
    }
  }
}
